import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { formatDay, parseDay } from './calendar-date.ts'
import { createZone } from './zone.ts'

const at = (instant: string): number => Date.parse(instant)
const startOf = (zone: string, date: string): string =>
  new Date(createZone(zone).startOf(parseDay(date))).toISOString()

describe('midnight', () => {
  test.each([
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['Europe/London', '2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['Europe/London', '2026-10-26', '2026-10-26T00:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-06', '2026-04-05T13:30:00.000Z'],
    ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z'],
  ])('[W7] in %s %s starts at %s', (zone, date, instant) => {
    expect(startOf(zone, date)).toBe(instant)
    expect(formatDay(createZone(zone).dayAt(at(instant)))).toBe(date)
    expect(createZone(zone).dayAt(at(instant) - 1)).toBe(parseDay(date) - 1)
  })

  test.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00.000Z'],
  ])('[W8] in %s the day %s has no midnight and starts at one', (zone, date, instant) => {
    expect(startOf(zone, date)).toBe(instant)
    expect(createZone(zone).minutesAt(at(instant))).toBe(60)
    expect(createZone(zone).dayAt(at(instant) - 1)).toBe(parseDay(date) - 1)
  })
})

describe('the length of a day', () => {
  test.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Europe/London', '2026-03-29', 23],
    ['Europe/London', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['Africa/Cairo', '2024-10-31', 25],
    ['Asia/Kathmandu', '2026-03-29', 24],
  ])('[W8] in %s %s has %d hours', (zone, date, hours) => {
    const { startOf } = createZone(zone)
    expect((startOf(parseDay(date) + 1) - startOf(parseDay(date))) / 3_600_000).toBe(hours)
  })
})

describe('the wall clock', () => {
  test('[P1] shows what it shows through both clock changes', () => {
    const { minutesAt } = createZone('America/New_York')
    expect(minutesAt(at('2026-03-08T06:59:00Z'))).toBe(119)
    expect(minutesAt(at('2026-03-08T07:00:00Z'))).toBe(180)
    expect(minutesAt(at('2026-11-01T05:30:00Z'))).toBe(90)
    expect(minutesAt(at('2026-11-01T06:30:00Z'))).toBe(90)
  })

  test('[S62] a time is reached when clocks show it first, or skip it', () => {
    const { reachesAt } = createZone('America/New_York')
    const [spring, autumn] = [parseDay('2026-03-08'), parseDay('2026-11-01')]
    expect(reachesAt(spring, 90)).toBe(at('2026-03-08T06:30:00Z'))
    expect(reachesAt(spring, 150)).toBe(at('2026-03-08T07:00:00Z'))
    expect(reachesAt(spring, 180)).toBe(at('2026-03-08T07:00:00Z'))
    expect(reachesAt(autumn, 90)).toBe(at('2026-11-01T05:30:00Z'))
    expect(reachesAt(autumn, 120)).toBe(at('2026-11-01T07:00:00Z'))
    expect(reachesAt(autumn, 1440)).toBe(at('2026-11-02T05:00:00Z'))
  })

  test('[W7] agrees with Temporal anywhere and at any time', () => {
    const zones = [
      'America/New_York',
      'Europe/London',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'Pacific/Apia',
    ]
    // One zone object for all instants, so that what it remembers is tested too.
    const known = new Map(zones.map((id) => [id, createZone(id)]))
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('1970-01-02'), max: at('2199-12-30') }),
        (id, ms) => {
          const zone = known.get(id) ?? createZone(id)
          const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(id)
          expect(formatDay(zone.dayAt(ms))).toBe(local.toPlainDate().toString())
          expect(zone.minutesAt(ms)).toBeCloseTo(
            local.hour * 60 + local.minute + (local.second + local.millisecond / 1000) / 60,
            6,
          )
          expect(zone.startOf(zone.dayAt(ms))).toBe(local.startOfDay().epochMilliseconds)
          const minutes = Math.floor(zone.minutesAt(ms))
          const plain = local.toPlainDate().toPlainDateTime().add({ minutes })
          const shown = plain.toZonedDateTime(id, { disambiguation: 'earlier' })
          const isSkipped = !shown.toPlainDateTime().equals(plain)
          const first = isSkipped ? (shown.getTimeZoneTransition('next') ?? shown) : shown
          expect(zone.reachesAt(zone.dayAt(ms), minutes)).toBe(first.epochMilliseconds)
        },
      ),
      { numRuns: propertyRuns(200) },
    )
  })
})
