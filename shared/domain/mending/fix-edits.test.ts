import { expect, test } from 'vitest'
import type { Fix } from '../../wire/mending.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { floorOf, person } from '../test-support/test-floor.ts'
import { editsOfFix, editsUndoing } from './fix-edits.ts'

const id = '0b8c4a5e-57a4-4c1e-9d5c-7c1a2b3c4d5e'
const raw = {
  floor: {
    ...{ name: 'Floor', timeZone: 'UTC', currency: 'USD', stages: ['Lead'] },
    rates: [{ currency: 'GBP', from: '2026-01-01', rate: 1.3 }],
  },
  people: [person('ana', { aliases: ['ana@floor.test'] }), person('bo')],
  corrections: [],
}
const fixes: readonly Fix[] = [
  { do: 'alias', name: 'A. Ruiz', person: 'ana' },
  { do: 'alias', name: 'Bo L', person: 'bo' },
  { do: 'nobody', name: 'Partner', counts: 'nowhere' },
  { do: 'stage', stage: 'Angebot', is: 'Lead' },
  { do: 'no-amount', status: 'won', amount: 250 },
  { do: 'rate', currency: 'EUR', from: '2026-01-01', rate: 1.1 },
  { do: 'fact', source: 'crm', fact: '1', field: 'closedAt', was: '2027-03-02', is: '2026-03-02' },
  { do: 'left-out', source: 'crm', fact: '1' },
]

test.each(fixes)('[H98] undone, a fix leaves the floor file as it was: $do', (fix) => {
  const mended = applyEdits(raw, editsOfFix(fix, id, floorOf(raw)))
  if (!mended.ok) throw new Error(mended.refusal.message)
  expect(mended.raw).not.toEqual(raw)
  const after = floorOf(mended.raw as never)
  const undone = applyEdits(mended.raw, editsUndoing(fix, id, after))
  expect(undone.ok && floorOf(undone.raw as never)).toEqual(floorOf(raw))
})

test('[H98] what changed since is left alone by an undo', () => {
  const alias: Fix = { do: 'alias', name: 'Gone', person: 'ana' }
  expect(editsUndoing(alias, id, floorOf(raw))).toEqual([])
  const rate: Fix = { do: 'rate', currency: 'GBP', from: '2026-01-01', rate: 1.5 }
  expect(editsUndoing(rate, id, floorOf(raw))).toEqual([])
})

test('[H98] somebody who is not on the floor gets no name', () => {
  expect(editsOfFix({ do: 'alias', name: 'X', person: 'nobody' }, id, floorOf(raw))).toEqual([])
})
