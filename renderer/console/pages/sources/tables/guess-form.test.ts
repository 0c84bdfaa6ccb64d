import { expect, test } from 'vitest'
import { isComplete } from '../../inbound/form-mapping.ts'
import { guessForm, wordsFor } from './guess-form.ts'

const wordsOf = (...values: string[]) => wordsFor({ values, isFew: true })
const columns = (...names: readonly string[]) => names.map((name) => ({ name, values: [], isFew: true }))

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
  expect(wordsOf('Demo', 'Closed Won', 'Closed Lost', 'Not won, yet', 'Negotiation')).toEqual({
    won: 'Closed Won',
    lost: 'Closed Lost',
    open: 'Demo, Negotiation',
  })
  expect(wordsOf('Gewonnen', 'Verloren', 'Offen')).toEqual({
    won: 'Gewonnen',
    lost: 'Verloren',
    open: 'Offen',
  })
  const stages = [{ name: 'Stage', values: ['Won', 'Pilot'], isFew: true }]
  expect(guessForm([...columns('Id', 'Owner'), ...stages], 'USD')).toMatchObject({
    won: 'Won',
    lost: '',
    open: 'Pilot',
  })
})

test.each([
  [['11/18/2026', '11/12/2026'], 'M/D/YYYY'],
  [['18/11/2026', '12/11/2026'], 'D/M/YYYY'],
  [['1.2.2026'], 'D.M.YYYY'],
  [['11/12/2026'], ''],
  [['18/11/2026', '11/18/2026'], ''],
  [['2026-11-20'], ''],
  [[], ''],
])('[N59] how days are written is seen where it shows: %j', (values, dateFormat) => {
  const closed = { name: 'Close date', values, isFew: false }
  expect(guessForm([...columns('Id', 'Owner'), closed], 'USD')).toMatchObject({
    closedAt: 'Close date',
    dateFormat,
  })
})

test.each([
  [['$4,000', '$18,200.50'], '.'],
  [['4.000', '18.200,50 €'], ','],
  [['1,234,567'], '.'],
  [['12.5'], '.'],
  [['4,000', '900'], ''],
  [['1.50', '1,50'], ''],
])('[N59] the decimal sign is seen where an amount shows it: %j', (values, decimal) => {
  const amount = { name: 'Amount', values, isFew: false }
  expect(guessForm([...columns('Id', 'Owner'), amount], 'USD')).toMatchObject({ amount: 'Amount', decimal })
})
