import { expect, test } from 'vitest'
import { Award } from '../../wire/awards.ts'
import { floorReferenceFaults } from '../boards/floor-references.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { phaseOf, roundAt, roundsDecided } from './award-rounds.ts'
import { createFloorModel } from './floor-model.ts'

const modelOf = (floor: object = {}) => createFloorModel(floorOf({ floor }))
const model = modelOf()
const award = (more: object = {}): Award =>
  Award.parse({ id: 'player', name: 'Player of the month', from: '2026-11-01', ...more })
const at = (text: string): number => Date.parse(text)
const told = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString().slice(0, 16)
const roundOn = (of: Award, text: string, floor = model) => {
  const { on, nominatesFrom, votesFrom, closesAt } = roundAt(of, floor, at(text))
  return [on, told(nominatesFrom), told(votesFrom), told(closesAt)]
}

test('[K74] votes are taken from the start of the last working days until a time on a working day after the period', () => {
  // November 2026 ends on a Monday; its last three working days are a Thursday, a Friday and that Monday.
  expect(roundOn(award(), '2026-11-10T12:00Z')).toEqual([
    '2026-11-01',
    '2026-11-01T00:00',
    '2026-11-26T00:00',
    '2026-12-02T16:00',
  ])
  expect(roundOn(award({ closesAfter: 4, closesAt: '09:30' }), '2026-11-10T12:00Z')[3]).toBe(
    '2026-12-04T09:30',
  )
  const shut = modelOf({ holidays: ['2026-12-01', '2026-11-27'] })
  expect(roundOn(award(), '2026-11-10T12:00Z', shut)).toEqual([
    '2026-11-01',
    '2026-11-01T00:00',
    '2026-11-25T00:00',
    '2026-12-03T16:00',
  ])
  // On the floor's own clock.
  expect(roundOn(award(), '2026-11-10T12:00Z', modelOf({ timeZone: 'America/New_York' }))[3]).toBe(
    '2026-12-02T21:00',
  )
})

test('[K74] by both votes are taken from the end of the period on, and by metric none are', () => {
  expect(roundOn(award({ by: 'both', metric: 'calls' }), '2026-11-10T12:00Z')[2]).toBe('2026-12-01T00:00')
  expect(roundOn(award({ by: 'metric', metric: 'calls' }), '2026-11-10T12:00Z')[2]).toBeNull()
})

test('[K74] the next round begins when the one before is decided, and there is one at a time', () => {
  const of = award()
  expect(roundOn(of, '2026-12-02T15:59Z')[0]).toBe('2026-11-01')
  expect(roundOn(of, '2026-12-02T16:00Z').slice(0, 2)).toEqual(['2026-12-01', '2026-12-02T16:00'])
  let before = roundAt(of, model, at('2026-11-01T00:00Z'))
  for (let ms = before.nominatesFrom; ms < at('2028-02-01T00:00Z'); ms += 6 * 3_600_000) {
    const round = roundAt(of, model, ms)
    if (round.on !== before.on) expect(round.nominatesFrom).toBe(before.closesAt)
    expect(ms).toBeLessThan(round.closesAt)
    expect(ms).toBeGreaterThanOrEqual(round.nominatesFrom)
    before = round
  }
})

test('[K74] what can be done in a round goes by the clock', () => {
  const phase = (of: Award, text: string) => phaseOf(roundAt(of, model, at(text)), at(text))
  expect(phase(award({ from: '2026-11-20' }), '2026-11-10T12:00Z')).toBe('coming')
  expect(phase(award(), '2026-11-25T23:59Z')).toBe('nominating')
  expect(phase(award(), '2026-11-26T00:00Z')).toBe('voting')
  expect(phase(award({ by: 'metric', metric: 'calls' }), '2026-11-30T23:59Z')).toBe('nominating')
  expect(phase(award({ by: 'metric', metric: 'calls' }), '2026-12-01T00:00Z')).toBe('counting')
})

test('[K74] rounds that are decided go back to the one in which the award began, and to none before', () => {
  const ons = (of: Award, text: string, most = 6) =>
    roundsDecided(of, model, at(text), most).map(({ on }) => on)
  expect(ons(award(), '2026-11-10T12:00Z')).toEqual([])
  expect(ons(award(), '2027-03-10T12:00Z')).toEqual(['2027-02-01', '2027-01-01', '2026-12-01', '2026-11-01'])
  expect(ons(award(), '2028-03-10T12:00Z', 2)).toEqual(['2028-02-01', '2028-01-01'])
  expect(ons(award({ every: 'quarter' }), '2027-04-20T12:00Z')).toEqual(['2027-01-01', '2026-10-01'])
  expect(ons(award({ every: 'week', from: '2026-11-18' }), '2026-12-01T16:00Z')).toEqual([
    '2026-11-23',
    '2026-11-16',
  ])
})

test('[K75] an award names what is there, and a week is decided while the next one lasts', () => {
  const faults = (more: object) =>
    floorReferenceFaults(floorOf({ awards: [{ id: 'a', name: 'A', from: '2026-11-01', ...more }] })).map(
      ({ path }) => path.slice(2).join('.'),
    )
  expect(faults({})).toEqual([])
  expect(faults({ team: 'east', role: 'ae', by: 'metric', metric: 'calls' })).toEqual([
    'team',
    'role',
    'metric',
  ])
  expect(faults({ every: 'week', opensBefore: 5, closesAfter: 4 })).toEqual(['opensBefore', 'closesAfter'])
  expect(Award.safeParse({ id: 'a', name: 'A', from: '2026-11-01', by: 'metric' }).success).toBe(false)
  expect(Award.safeParse({ id: 'a', name: 'A', from: '2026-11-01', metric: 'calls' }).success).toBe(false)
})
