import { expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import { byHandAdvice, byHandFaults } from './by-hand-faults.ts'

const floorWith = (floor: object, sources: readonly object[] = []) =>
  FloorFile.parse({ floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD', ...floor }, sources })

test('[F119] what may be entered by hand is named once', () => {
  const faults = byHandFaults(
    floorWith({ byHand: [{ what: 'call' }, { what: 'meeting' }, { what: 'call', by: 'managers' }] }),
  )
  expect(faults.map(({ path }) => path.join('.'))).toEqual(['floor.byHand.2.what'])
})

test('[F122] what a source reports too is warned of, until a rule says from where it counts', () => {
  const sources = [{ id: 'crm', name: 'CRM', vendor: 'hubspot', reads: ['deals', 'meetings'] }]
  const byHand = [{ what: 'call' }, { what: 'deal' }, { what: 'demo' }]
  const advice = byHandAdvice(floorWith({ byHand }, sources))
  expect(advice.map(({ path }) => path.join('.'))).toEqual(['floor.byHand.1.what'])
  expect(advice[0]?.message).toContain('comes from crm too')
  const takenFrom = [{ kinds: ['deal'], source: 'crm' }]
  expect(byHandAdvice(floorWith({ byHand, takenFrom }, sources))).toEqual([])
})
