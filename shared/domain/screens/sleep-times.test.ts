import { expect, test } from 'vitest'
import { floorOf } from '../test-support/test-floor.ts'
import { createZone } from '../time/zone.ts'
import { scheduleOf } from './schedule.ts'
import { dimsOf, sleepsOf } from './sleep-times.ts'

interface Parts {
  readonly screen?: object
  readonly group?: object
  readonly holidays?: readonly string[]
}

const partsAt = ({ screen, group, holidays = [] }: Parts, at: string) => {
  const file = floorOf({
    floor: { name: 'Berlin', timeZone: 'Europe/Berlin', currency: 'EUR', locale: 'de-DE', holidays },
    playlists: [{ id: 'wall', name: 'Wall', items: [{ board: 'x' }] }],
    screenGroups: [{ id: 'sales', name: 'Sales', ...group }],
    screens: [{ id: 'wall', name: 'Wall', group: 'sales', playlist: 'wall', ...screen }],
  })
  const [own] = file.screens
  if (!own) throw new Error('no screen')
  return [file, own, scheduleOf(file, own, createZone), Date.parse(at)] as const
}
const written = ({ from, to }: { from: number; to: number }) =>
  `${new Date(from).toISOString().slice(5, 16)} ${new Date(to).toISOString().slice(5, 16)}`
const sleeps = (parts: Parts, at: string) => sleepsOf(...partsAt(parts, at)).map(written)

const night = { hours: { from: '19:00', to: '07:00' } }
const weekend = { days: ['saturday', 'sunday'] }

test('[S207] a screen sleeps by the clocks of its office, and hours past midnight belong to the day on which they begin', () => {
  // A Wednesday at noon, and the winter's hour behind UTC.
  const nights = sleeps({ screen: { sleep: [{ ...night, days: ['wednesday'] }] } }, '2026-11-25T11:00:00Z')
  expect(nights).toEqual(['11-25T18:00 11-26T06:00', '12-02T18:00 12-03T06:00'])
  expect(sleeps({ screen: { sleep: [{ ...night, days: ['tuesday'] }] } }, '2026-11-25T05:00:00Z')[0]).toBe(
    '11-24T18:00 11-25T06:00',
  )
})

test('[S207] times that touch are one: from Friday evening to Monday morning', () => {
  expect(sleeps({ screen: { sleep: [night, weekend] } }, '2026-11-27T12:00:00Z').slice(0, 2)).toEqual([
    '11-27T18:00 11-30T06:00',
    '11-30T18:00 12-01T06:00',
  ])
})

test('[S207] the group says it where the screen does not; a screen that says never does not sleep', () => {
  const group = { sleep: [night] }
  expect(sleeps({ group }, '2026-11-25T11:00:00Z')).toHaveLength(9)
  expect(sleeps({ group, screen: { sleep: [] } }, '2026-11-25T11:00:00Z')).toEqual([])
  expect(sleeps({}, '2026-11-25T11:00:00Z')).toEqual([])
})

test('[S207] holidays and dates are days like in a rule, and a clock change makes a night longer or shorter', () => {
  const screen = { sleep: [{ holidays: true }, { dates: ['2026-11-27'] }] }
  expect(sleeps({ screen, holidays: ['2026-11-26'] }, '2026-11-25T11:00:00Z')).toEqual([
    '11-25T23:00 11-27T23:00',
  ])
  // Clocks go back an hour.
  expect(sleeps({ screen: { sleep: [night] } }, '2026-10-24T12:00:00Z')[0]).toBe('10-24T17:00 10-25T06:00')
  // From 02:15 to 02:45 there is no such time when they go forward.
  const short = { sleep: [{ hours: { from: '02:15', to: '02:45' } }] }
  expect(sleeps({ screen: short }, '2026-03-28T12:00:00Z')[0]).toBe('03-30T00:15 03-30T00:45')
})

test('[S209] a screen is less bright at its times, each with what is left of its light', () => {
  const screen = { dim: [{ hours: { from: '17:00', to: '19:00' } }, { ...weekend, to: 0.3 }] }
  const dims = dimsOf(...partsAt({ screen }, '2026-11-27T12:00:00Z'))
  expect(dims.slice(0, 2).map((dim) => [written(dim), dim.light])).toEqual([
    ['11-27T16:00 11-27T18:00', 0.5],
    ['11-27T23:00 11-28T23:00', 0.3],
  ])
})
