import { expect, test } from 'vitest'
import { floorOf } from '../test-support/test-floor.ts'
import { createFiscalCalendar } from '../time/fiscal-calendar.ts'
import { createWorkingTime } from '../time/working-time.ts'
import { createZone } from '../time/zone.ts'
import { periodDue, weeklyDue } from './recap-due.ts'

const at = (text: string): number => Date.parse(text)
const monday = { day: 'monday', at: '08:00' } as const
const newYork = createZone('America/New_York')
const london = createZone('Europe/London')

test('[D2] is due at its hour of the week by the clock of the office, and a day later not any more', () => {
  const due = (zone: typeof london, text: string) => weeklyDue(zone, monday, at(text))
  expect(due(london, '2026-11-23T07:59:59Z')).toBeNull()
  expect(due(london, '2026-11-23T08:00:00Z')).toBe(at('2026-11-23T08:00:00Z'))
  expect(due(newYork, '2026-11-23T12:59:00Z')).toBeNull()
  expect(due(newYork, '2026-11-23T13:00:00Z')).toBe(at('2026-11-23T13:00:00Z'))
  expect(due(london, '2026-11-24T07:59:59Z')).toBe(at('2026-11-23T08:00:00Z'))
  expect(due(london, '2026-11-24T08:00:00Z')).toBeNull()
})

test('[D2] before its hour on its day, one of a week ago is none', () => {
  expect(weeklyDue(london, { day: 'monday', at: '23:30' }, at('2026-11-23T12:00:00Z'))).toBeNull()
  expect(weeklyDue(london, { day: 'monday', at: '23:30' }, at('2026-11-24T12:00:00Z'))).toBe(
    at('2026-11-23T23:30:00Z'),
  )
})

test('[D2] an hour that a clock change skips is reached at the change, one shown twice when it is first shown', () => {
  const sunday = (time: string, text: string) => weeklyDue(newYork, { day: 'sunday', at: time }, at(text))
  // Clocks go from 02:00 to 03:00 on 8 March 2026, and back from 02:00 to 01:00 on 1 November.
  expect(sunday('02:30', '2026-03-08T06:59:59Z')).toBeNull()
  expect(sunday('02:30', '2026-03-08T07:00:00Z')).toBe(at('2026-03-08T07:00:00Z'))
  expect(sunday('01:30', '2026-11-01T05:30:00Z')).toBe(at('2026-11-01T05:30:00Z'))
  expect(sunday('01:30', '2026-11-01T06:30:00Z')).toBe(at('2026-11-01T05:30:00Z'))
})

const { floor } = floorOf({
  floor: { holidays: ['2026-10-01'], fiscalYearStartsIn: 2, workingDays: ['monday', 'thursday', 'friday'] },
})
const model = { calendar: createFiscalCalendar(floor), workingTime: createWorkingTime(floor) }

test('[D3] that of a month or a quarter is due on the first working day after it, of the fiscal ones', () => {
  const due = (grain: 'month' | 'quarter', text: string) =>
    periodDue(model, london, { grain, at: '08:00' }, at(text))
  // 1 October is a Thursday and a holiday; clocks are an hour ahead of UTC.
  expect(due('month', '2026-10-01T12:00:00Z')).toBeNull()
  expect(due('month', '2026-10-02T06:59:00Z')).toBeNull()
  expect(due('month', '2026-10-02T07:00:00Z')).toBe(at('2026-10-02T07:00:00Z'))
  expect(due('month', '2026-10-03T07:00:00Z')).toBeNull()
  expect(due('quarter', '2026-10-02T08:00:00Z')).toBeNull()
  expect(due('quarter', '2026-11-02T08:00:00Z')).toBe(at('2026-11-02T08:00:00Z'))
})
