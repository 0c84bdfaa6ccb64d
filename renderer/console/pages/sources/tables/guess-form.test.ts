import { expect, test } from 'vitest'
import { isComplete } from '../../inbound/form-mapping.ts'
import { guessForm, wordsFor } from './guess-form.ts'

const columns = (...names: readonly string[]) => names.map((name) => ({ name, sample: '', values: [] }))

test('[N59] columns are recognised by their usual names, in English and in German', () => {
  const english = guessForm(
    columns('Deal ID', 'Deal name', 'Owner e-mail', 'Stage', 'Amount (USD)', 'Close date'),
    'USD',
  )
  expect(english).toMatchObject({
    ...{ type: 'deal', id: 'Deal ID', name: 'Deal name', rep: 'Owner e-mail', statusIs: 'path' },
    ...{ status: 'Stage', stage: '', amount: 'Amount (USD)', closedAt: 'Close date' },
  })
  expect(isComplete(english)).toBe(true)
  const german = guessForm(columns('Auftrag', 'Kunde', 'Verkäufer', 'Betrag', 'Währung', 'Datum'), 'EUR')
  expect(german).toMatchObject({
    ...{ id: 'Auftrag', account: 'Kunde', rep: 'Verkäufer', amount: 'Betrag', currencyPath: 'Währung' },
    ...{ closedAt: 'Datum', statusIs: 'won' },
  })
  expect(isComplete(german)).toBe(true)
  expect(
    guessForm(columns('Call ID', 'Agent', 'Start time', 'Duration', 'Disposition'), 'USD'),
  ).toMatchObject({
    ...{
      type: 'activity',
      id: 'Call ID',
      at: 'Start time',
      durationSeconds: 'Duration',
      outcome: 'Disposition',
    },
  })
  expect(isComplete(guessForm(columns('Foo', 'Bar'), 'USD'))).toBe(false)
})

test('[N59] the words of a column of stages are sorted into won, lost and open', () => {
  expect(wordsFor(['Demo', 'Closed Won', 'Closed Lost', 'Not won, yet', 'Negotiation'])).toEqual({
    won: 'Closed Won',
    lost: 'Closed Lost',
    open: 'Demo, Negotiation',
  })
  expect(wordsFor(['Gewonnen', 'Verloren', 'Offen'])).toEqual({
    won: 'Gewonnen',
    lost: 'Verloren',
    open: 'Offen',
  })
  const stages = [{ name: 'Stage', sample: 'Won', values: ['Won', 'Pilot'] }]
  expect(guessForm([...columns('Id', 'Owner'), ...stages], 'USD')).toMatchObject({
    won: 'Won',
    lost: '',
    open: 'Pilot',
  })
})
