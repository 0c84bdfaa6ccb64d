import { describe, expect, test } from 'vitest'
import { createFloorModel } from '../counting/floor-model.ts'
import { floorOf, person, team } from '../test-support/test-floor.ts'
import { sharedZone } from './shared-zone.ts'

const tokyo = 'Asia/Tokyo'
const sydney = 'Australia/Sydney'
const noon = '2026-11-20T12:00:00Z'

const teams = [
  team('apac'),
  team('tokyo', { parent: 'apac', timeZone: tokyo }),
  team('sydney', { parent: 'apac', timeZone: sydney }),
  team('empty', { timeZone: sydney }),
]

const zoneOf = (people: readonly object[], of: readonly string[], at = noon): string | null => {
  const { roster } = createFloorModel(floorOf({ teams, people }))
  const subjects = of.map((id) => roster.subjectOf(id) ?? -1)
  return sharedZone(roster, subjects, Date.parse(at))?.id ?? null
}

describe('the zone that people share', () => {
  const aki = person('aki', { team: 'tokyo' })
  const bea = person('bea', { team: 'sydney' })

  test('[W13] is that of everybody on a team and below it', () => {
    expect(zoneOf([aki], ['tokyo'])).toBe(tokyo)
    expect(zoneOf([aki], ['apac'])).toBe(tokyo)
    expect(zoneOf([aki, bea], ['apac'])).toBeNull()
    expect(zoneOf([aki, bea, person('cy', { team: 'apac' })], ['tokyo'])).toBe(tokyo)
    expect(zoneOf([aki, bea], ['apac', 'sydney'])).toBeNull()
  })

  test('[W13] of two sides it is that of both', () => {
    const dai = person('dai', { team: 'tokyo' })
    expect(zoneOf([aki, dai], ['aki', 'dai'])).toBe(tokyo)
    expect(zoneOf([aki, bea], ['aki', 'bea'])).toBeNull()
    expect(zoneOf([aki, bea], ['tokyo', 'sydney'])).toBeNull()
  })

  test('[W13] is that of those who work there then, at the midnight of the office that somebody moves to', () => {
    const mover = person('bea', { team: [{ team: 'tokyo' }, { team: 'sydney', from: '2026-11-20' }] })
    expect(zoneOf([aki, mover], ['apac'], '2026-11-19T12:59:59.999Z')).toBe(tokyo)
    expect(zoneOf([aki, mover], ['apac'], '2026-11-19T13:00:00Z')).toBeNull()
    const leaver = person('bea', { team: 'sydney', endedOn: '2026-11-19' })
    expect(zoneOf([aki, leaver], ['apac'], '2026-11-19T12:59:59.999Z')).toBeNull()
    expect(zoneOf([aki, leaver], ['apac'], '2026-11-19T13:00:00Z')).toBe(tokyo)
  })

  test('[W13] of a team with nobody on it is its own; of nothing there is none', () => {
    expect(zoneOf([aki], ['empty'])).toBe(sydney)
    expect(zoneOf([aki], [])).toBeNull()
  })
})
