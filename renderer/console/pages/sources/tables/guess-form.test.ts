import { expect, test } from 'vitest'
import { isComplete } from '../../inbound/form-mapping.ts'
import { guessForm } from './guess-form.ts'

test('[N59] columns are recognised by their usual names, in English and in German', () => {
  const english = guessForm(
    ['Deal ID', 'Deal name', 'Owner e-mail', 'Stage', 'Amount (USD)', 'Close date'],
    'USD',
  )
  expect(english).toMatchObject({
    ...{ type: 'deal', id: 'Deal ID', name: 'Deal name', rep: 'Owner e-mail', statusIs: 'path' },
    ...{ status: 'Stage', stage: '', amount: 'Amount (USD)', closedAt: 'Close date' },
  })
  expect(isComplete(english)).toBe(true)
  const german = guessForm(['Auftrag', 'Kunde', 'Verkäufer', 'Betrag', 'Währung', 'Datum'], 'EUR')
  expect(german).toMatchObject({
    ...{ id: 'Auftrag', account: 'Kunde', rep: 'Verkäufer', amount: 'Betrag', currencyPath: 'Währung' },
    ...{ closedAt: 'Datum', statusIs: 'won' },
  })
  expect(isComplete(german)).toBe(true)
  expect(guessForm(['Call ID', 'Agent', 'Start time', 'Duration', 'Disposition'], 'USD')).toMatchObject({
    ...{
      type: 'activity',
      id: 'Call ID',
      at: 'Start time',
      durationSeconds: 'Duration',
      outcome: 'Disposition',
    },
  })
  expect(isComplete(guessForm(['Foo', 'Bar'], 'USD'))).toBe(false)
})
