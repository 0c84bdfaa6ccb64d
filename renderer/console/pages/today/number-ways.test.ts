import { expect, test } from 'vitest'
import { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ImportListing } from '../../../../shared/wire/imports.ts'
import { numberWays } from './number-ways.ts'

const floorOf = (parts: object = {}, byHand: readonly object[] = []): FloorFile =>
  FloorFile.parse({
    floor: { name: 'F', timeZone: 'UTC', currency: 'EUR', locale: 'en-GB', byHand },
    ...parts,
  })

const listing = (parts: Partial<ImportListing> = {}): ImportListing => ({
  ...{ id: '00000001', what: 'import', source: 'crm', name: 'deals.csv', at: 0, undone: false },
  done: { accepted: 12, withdrawn: 0 },
  ...parts,
})

const none = { connected: false, file: false, 'by-hand': false }

test('[H117] each way on which numbers come is known by itself', () => {
  expect(numberWays(floorOf(), [])).toEqual(none)
  const connected = floorOf({ sources: [{ id: 'crm', name: 'CRM', vendor: 'hubspot' }] })
  expect(numberWays(connected, [])).toEqual({ ...none, connected: true })
  expect(numberWays(floorOf(), [listing()])).toEqual({ ...none, file: true })
  expect(numberWays(floorOf({}, [{ what: 'call' }]), [])).toEqual({ ...none, 'by-hand': true })
})

test('[H117] a file counts once something of it is on the floor', () => {
  const brought = (parts: Partial<ImportListing>) => numberWays(floorOf(), [listing(parts)]).file
  expect(brought({ undone: true })).toBe(false)
  expect(brought({ done: null })).toBe(false)
  expect(brought({ done: { accepted: 0, withdrawn: 0 } })).toBe(false)
  // The demo's invented numbers go with a withdrawal when a floor of one's own begins.
  expect(brought({ what: 'withdrawal', done: { accepted: 0, withdrawn: 900 } })).toBe(false)
})
