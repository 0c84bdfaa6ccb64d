import { expect, test } from 'vitest'
import { FloorSettings } from '../../wire/floor.ts'
import { createFiscalCalendar } from '../time/fiscal-calendar.ts'
import { createWorkingTime } from '../time/working-time.ts'
import { createZone } from '../time/zone.ts'
import { type MeetingFloor, meetingTimes } from './meeting-times.ts'

const settings = (more: object = {}) =>
  FloorSettings.parse({
    name: 'Floor',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    holidays: ['2026-12-25', '2026-11-02'],
    ...more,
  })
const floorOf = (more: object = {}): MeetingFloor => {
  const file = settings(more)
  return {
    calendar: createFiscalCalendar(file),
    workingTime: createWorkingTime(file),
    zone: createZone(file.timeZone),
  }
}
const floor = floorOf()

type When = Parameters<typeof meetingTimes>[0]
const weekly = (day: string, at = '09:00'): When => ({ every: 'week', day: day as 'monday', at })
const times = (when: When, at: string, on = floor) => {
  const { last, next } = meetingTimes(when, on, Date.parse(at))
  return [last, next].map((ms) => new Date(ms).toISOString().slice(0, 16))
}

test('[L16] a weekly meeting is on its weekday, by the floor’s clock, before and after the clocks change', () => {
  expect(times({ every: 'week', at: '09:00' }, '2026-11-20T12:00:00Z')).toEqual([
    '2026-11-16T08:00',
    '2026-11-23T08:00',
  ])
  expect(times(weekly('monday'), '2026-11-16T07:59:59Z')).toEqual(['2026-11-09T08:00', '2026-11-16T08:00'])
  expect(times(weekly('monday'), '2026-11-16T08:00:00Z')[0]).toBe('2026-11-16T08:00')
  // Summer time ends on 25 October.
  expect(times(weekly('friday'), '2026-10-24T12:00:00Z')).toEqual(['2026-10-23T07:00', '2026-10-30T08:00'])
})

test('[L16] on a holiday it is on the next working day', () => {
  expect(times(weekly('friday', '16:00'), '2026-12-24T12:00:00Z')).toEqual([
    '2026-12-18T15:00',
    '2026-12-28T15:00',
  ])
  expect(times(weekly('friday', '16:00'), '2026-12-28T16:00:00Z')).toEqual([
    '2026-12-28T15:00',
    '2027-01-01T15:00',
  ])
})

test('[L16] a monthly one is on the first working day, or on the one that is named, also from the end', () => {
  // 1 November is a Sunday, the 2nd a holiday.
  expect(times({ every: 'month', at: '10:00' }, '2026-11-20T12:00:00Z')).toEqual([
    '2026-11-03T09:00',
    '2026-12-01T09:00',
  ])
  expect(times({ every: 'month', day: 3, at: '10:00' }, '2026-11-20T12:00:00Z')[0]).toBe('2026-11-05T09:00')
  expect(times({ every: 'month', day: -1, at: '10:00' }, '2026-11-20T12:00:00Z')).toEqual([
    '2026-10-30T09:00',
    '2026-11-30T09:00',
  ])
  // No month has so many: the last one it has.
  expect(times({ every: 'month', day: 20, at: '10:00' }, '2027-02-10T12:00:00Z')[1]).toBe('2027-02-26T09:00')
})

test('[L16] a quarter is the floor’s own', () => {
  const february = floorOf({ fiscalYearStartsIn: 2 })
  expect(times({ every: 'quarter', at: '10:00' }, '2026-11-20T12:00:00Z', february)).toEqual([
    '2026-11-03T09:00',
    '2027-02-01T09:00',
  ])
})

test('[L16] a floor that never works still has its meetings', () => {
  const closed = floorOf({
    workingDays: ['sunday'],
    holidays: Array.from({ length: 120 }, (_, week) =>
      new Date(Date.UTC(2026, 0, 4 + 7 * week)).toISOString().slice(0, 10),
    ),
  })
  for (const every of ['week', 'month', 'quarter'] as const) {
    const { last, next } = meetingTimes({ every, at: '09:00' }, closed, Date.parse('2026-11-20T12:00:00Z'))
    expect(last).toBeLessThan(next)
  }
})
