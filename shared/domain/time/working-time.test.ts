import { describe, expect, test } from 'vitest'
import { FloorSettings } from '../../wire/floor.ts'
import { formatDay, parseDay } from './calendar-date.ts'
import { createWorkingTime } from './working-time.ts'
import { createZone } from './zone.ts'

const workingTimeOf = (settings: object = {}) =>
  createWorkingTime(FloorSettings.parse({ name: 'F', timeZone: 'UTC', currency: 'USD', ...settings }))

const range = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) })
// Monday the 16th to Friday the 20th are five working days.
const week = range('2026-11-16', '2026-11-23')
const utc = createZone('UTC')
const gone = (at: string, settings: object = {}, days = week, zone = utc): number =>
  workingTimeOf(settings).shareGone(days, zone, Date.parse(at))

describe('working days', () => {
  test.each([
    [{}, 5],
    [{ holidays: ['2026-11-18', { on: '2026-11-19', name: 'Thanks' }] }, 3],
    [{ holidays: ['2026-11-21'] }, 5],
    [{ workingDays: ['sunday', 'monday'] }, 2],
  ])('[P1] with %j the week has %d', (settings, days) => {
    expect(workingTimeOf(settings).daysIn(week)).toBe(days)
  })

  test('[P7] more than ten years are not counted', () => {
    expect(workingTimeOf().daysIn(range('2010-01-01', '2026-01-01'))).toBe(0)
    expect(workingTimeOf().daysIn({ from: 0, to: Number.POSITIVE_INFINITY })).toBe(0)
  })
})

describe('[P2] the share of a week that is over', () => {
  test.each([
    ['2026-11-15T23:59:59Z', 0],
    ['2026-11-16T08:59:00Z', 0],
    ['2026-11-16T13:00:00Z', 0.1],
    ['2026-11-16T13:00:59.999Z', 0.1],
    ['2026-11-16T17:00:00Z', 0.2],
    ['2026-11-16T23:00:00Z', 0.2],
    ['2026-11-18T13:00:00Z', 0.5],
    ['2026-11-20T17:00:00Z', 1],
    ['2026-11-21T12:00:00Z', 1],
    ['2027-01-01T00:00:00Z', 1],
  ])('[P1] at %s it is %d', (at, share) => {
    expect(gone(at)).toBeCloseTo(share, 12)
  })

  test('[P1] a holiday is as good as a weekend', () => {
    const settings = { holidays: ['2026-11-17'] }
    expect(gone('2026-11-17T13:00:00Z', settings)).toBe(0.25)
    expect(gone('2026-11-18T13:00:00Z', settings)).toBe(0.375)
  })

  test('[P1] the office’s own clock decides', () => {
    expect(gone('2026-11-16T13:00:00Z', {}, week, createZone('America/New_York'))).toBe(0)
    expect(gone('2026-11-16T18:00:00Z', {}, week, createZone('America/New_York'))).toBeCloseTo(0.1, 12)
    expect(gone('2026-11-15T23:15:00Z', {}, week, createZone('Australia/Lord_Howe'))).toBeCloseTo(
      1.25 / 40,
      12,
    )
  })

  test('[P1] a clock change leaves the working day as long as it was', () => {
    const zone = createZone('America/New_York')
    const sunday = { workingDays: ['sunday'], businessHours: { from: '00:00', to: '24:00' } }
    const day = range('2026-03-08', '2026-03-09')
    expect(gone('2026-03-08T06:00:00Z', sunday, day, zone)).toBeCloseTo(1 / 24, 12)
    expect(gone('2026-03-08T07:00:00Z', sunday, day, zone)).toBeCloseTo(3 / 24, 12)
    expect(gone('2026-03-09T03:59:59.999Z', sunday, day, zone)).toBeCloseTo(1439 / 1440, 12)
    expect(gone('2026-03-09T04:00:00Z', sunday, day, zone)).toBe(1)
  })

  test('[P11] hours across midnight count on the dates on which they fall', () => {
    // 18:30 to 08:00 are 330 minutes of their own day and 480 of the next.
    const night = { businessHours: { from: '18:30', to: '08:00' } }
    const share = (at: string, days = week) => gone(at, night, days) * 810
    const monday = range('2026-11-16', '2026-11-17')
    expect(share('2026-11-16T07:00:00Z', monday)).toBe(0)
    expect(gone('2026-11-16T21:15:00Z', night, monday)).toBe(165 / 330)
    const tuesday = range('2026-11-17', '2026-11-18')
    expect(share('2026-11-17T08:00:00Z', tuesday)).toBe(480)
    expect(gone('2026-11-17T12:00:00Z', night, tuesday)).toBe(480 / 810)
    // Friday's hours end on Saturday, which is no working day itself.
    expect(gone('2026-11-21T04:00:00Z', night)).toBe((5 * 810 - 240) / (5 * 810))
    expect(gone('2026-11-21T08:00:00Z', night)).toBe(1)
    const saturday = range('2026-11-21', '2026-11-22')
    expect(gone('2026-11-21T04:00:00Z', night, saturday)).toBe(0.5)
  })

  test('[P11] the day on which they begin decides whether they are worked', () => {
    const night = { businessHours: { from: '18:30', to: '08:00' }, holidays: ['2026-11-17'] }
    const tuesday = range('2026-11-17', '2026-11-18')
    // Monday's hours run into the holiday; the holiday's own are off, and so is Wednesday's early morning.
    expect(gone('2026-11-17T04:00:00Z', night, tuesday)).toBe(0.5)
    expect(gone('2026-11-17T08:00:00Z', night, tuesday)).toBe(1)
    const wednesday = range('2026-11-18', '2026-11-19')
    expect(gone('2026-11-18T08:00:00Z', night, wednesday)).toBe(0)
    expect(workingTimeOf(night).daysIn(week)).toBe(4)
  })

  test('[B195] until they end, the day on which they began is worked', () => {
    const zone = createZone('America/New_York')
    const worked = (at: string, settings: object) =>
      formatDay(workingTimeOf(settings).dayWorkedAt(zone, Date.parse(at)))
    const night = { businessHours: { from: '18:30', to: '08:00' }, holidays: ['2026-11-17'] }
    expect(worked('2026-11-21T02:00:00-05:00', night)).toBe('2026-11-20')
    expect(worked('2026-11-21T07:59:59-05:00', night)).toBe('2026-11-20')
    expect(worked('2026-11-21T08:00:00-05:00', night)).toBe('2026-11-21')
    expect(worked('2026-11-18T02:00:00-05:00', night)).toBe('2026-11-18')
    // The night in which clocks are put back.
    const saturdays = { ...night, workingDays: ['saturday'] }
    expect(worked('2026-11-01T07:30:00-05:00', saturdays)).toBe('2026-10-31')
    expect(worked('2026-11-01T08:00:00-05:00', saturdays)).toBe('2026-11-01')
    const evening = { businessHours: { from: '16:00', to: '00:00' } }
    expect(worked('2026-11-21T00:00:00-05:00', evening)).toBe('2026-11-21')
  })

  test('[P11] a clock change in the night leaves it as long as it was', () => {
    const zone = createZone('America/New_York')
    const saturdays = { workingDays: ['saturday'], businessHours: { from: '18:00', to: '06:00' } }
    const sunday = range('2026-03-08', '2026-03-09')
    // 01:59 is followed by 03:00.
    expect(gone('2026-03-08T06:59:00Z', saturdays, sunday, zone)).toBe(119 / 360)
    expect(gone('2026-03-08T07:00:00Z', saturdays, sunday, zone)).toBe(180 / 360)
    const autumn = range('2026-11-01', '2026-11-02')
    expect(gone('2026-11-01T05:30:00Z', saturdays, autumn, zone)).toBe(90 / 360)
    expect(gone('2026-11-01T06:30:00Z', saturdays, autumn, zone)).toBe(90 / 360)
  })

  test('[P11] hours to 00:00 end with their day', () => {
    const evening = { businessHours: { from: '16:00', to: '00:00' } }
    expect(gone('2026-11-16T20:00:00Z', evening, range('2026-11-16', '2026-11-17'))).toBe(0.5)
    expect(gone('2026-11-17T01:00:00Z', evening, range('2026-11-17', '2026-11-18'))).toBe(0)
  })

  test.each([
    [
      { from: '09:00', to: '09:00' },
      'must end at another time than they begin; a whole day is 00:00 to 24:00',
    ],
    [{ from: '24:00', to: '08:00' }, 'must begin before 24:00'],
  ])('[P11] hours such as %j are none', (businessHours, message) => {
    const { error } = FloorSettings.safeParse({ name: 'F', timeZone: 'UTC', currency: 'USD', businessHours })
    expect(error?.issues.map((issue) => issue.message)).toEqual([message])
  })

  test('[P7] a window without working time is not begun until it is over', () => {
    const weekend = range('2026-11-21', '2026-11-23')
    expect(gone('2026-11-22T12:00:00Z', {}, weekend)).toBe(0)
    expect(gone('2026-11-23T00:00:00Z', {}, weekend)).toBe(1)
  })
})

describe('[C61] working time between two instants', () => {
  const hours = (from: string, to: string, settings: object = {}, zone = utc): number =>
    workingTimeOf(settings).between(zone, Date.parse(from), Date.parse(to)) / 3_600_000

  test.each([
    ['2026-11-20T10:00:00Z', '2026-11-20T12:30:00Z', 2.5],
    ['2026-11-20T16:00:00Z', '2026-11-23T10:00:00Z', 2],
    ['2026-11-20T03:00:00Z', '2026-11-20T20:00:00Z', 8],
    ['2026-11-21T10:00:00Z', '2026-11-22T20:00:00Z', 0],
    ['2026-11-20T12:00:00Z', '2026-11-20T10:00:00Z', 0],
    ['2026-11-16T09:00:00Z', '2026-11-21T09:00:00Z', 40],
  ])('from %s to %s it is %d h', (from, to, expected) => {
    expect(hours(from, to)).toBe(expected)
  })

  test('hours past midnight belong to the day on which they begin', () => {
    const night = { businessHours: { from: '22:00', to: '06:00' } }
    expect(hours('2026-11-20T23:00:00Z', '2026-11-21T02:00:00Z', night)).toBe(3)
    expect(hours('2026-11-20T23:00:00Z', '2026-11-23T23:00:00Z', night)).toBe(8)
  })

  test('it is the office’s own clock', () => {
    expect(hours('2026-11-20T12:00:00Z', '2026-11-20T15:00:00Z', {}, createZone('America/New_York'))).toBe(1)
  })
})
