import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { FloorFile, Slot } from '../../wire/floor.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { type Day, dayMs, formatDay, parseDay, weekdayOf } from '../time/calendar-date.ts'
import { createZone, type Zone } from '../time/zone.ts'
import { scheduleAt, scheduleDayAt, scheduleOf, stretchesOn, turnsOf } from './schedule.ts'

const zones = new Map<string, Zone>()
const zone = (id: string): Zone => {
  const known = zones.get(id) ?? createZone(id)
  zones.set(id, known)
  return known
}

const playlists = ['always', 'a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id, items: [{ board: 'x' }] }))

interface Parts {
  readonly floor?: object
  readonly screen?: object
  readonly group?: object
}

const scheduleFloor = ({ floor, screen, group }: Parts): FloorFile =>
  floorOf({
    ...(floor && { floor }),
    playlists,
    screenGroups: [{ id: 'sales', name: 'Sales', ...group }],
    screens: [{ id: 'wall', name: 'Wall', group: 'sales', ...screen }],
  })

const scheduleIn = (file: FloorFile) => {
  const [screen] = file.screens
  if (!screen) throw new Error('no screen')
  return scheduleOf(file, screen, zone)
}

/** What is on at an instant of a floor. */
const onAt = (parts: Parts, at: string): string | null =>
  scheduleAt(scheduleIn(scheduleFloor(parts)), Date.parse(at)).playlist

const thanksgiving = '2026-11-26'
const noon = `${thanksgiving}T12:00:00Z`

describe('which rule goes first', () => {
  const own = { playlist: 'always', schedule: [{ playlist: 'a' }] }
  const groups = { playlist: 'd', schedule: [{ playlist: 'b' }] }
  const exception = { playlist: 'c', dates: [thanksgiving] }

  test('[S60] a playlist that is always on: the screen’s own, else its group’s, else none', () => {
    expect(onAt({ screen: { playlist: 'always' }, group: { playlist: 'd' } }, noon)).toBe('always')
    expect(onAt({ group: { playlist: 'd' } }, noon)).toBe('d')
    expect(onAt({}, noon)).toBeNull()
  })

  test('[S60] a group’s rule goes before what is always on, a screen’s own before its group’s', () => {
    expect(onAt({ screen: { playlist: 'always' }, group: groups }, noon)).toBe('b')
    expect(onAt({ screen: own, group: groups }, noon)).toBe('a')
  })

  test('[S60] an exception goes before every rule, also one of the group; the screen’s before its group’s', () => {
    expect(onAt({ screen: own, group: { schedule: [exception] } }, noon)).toBe('c')
    const both = { ...own, schedule: [...own.schedule, { playlist: 'e', holidays: true }] }
    const floor = { holidays: [{ on: thanksgiving, name: 'Thanksgiving' }] }
    expect(onAt({ floor, screen: both, group: { schedule: [exception] } }, noon)).toBe('e')
    expect(onAt({ floor, screen: both }, '2026-11-27T12:00:00Z')).toBe('a')
  })

  test('[S60] of the same strength the first in the file', () => {
    expect(onAt({ screen: { schedule: [{ playlist: 'b' }, { playlist: 'a' }] } }, noon)).toBe('b')
  })
})

describe('whose clocks', () => {
  const evening = { schedule: [{ playlist: 'a', hours: { from: '18:00', to: '24:00' } }] }
  const teams = [
    { id: 'us', name: 'US', office: 'New York', timeZone: 'America/New_York' },
    { id: 'emea', name: 'EMEA', timeZone: 'Europe/London' },
    { id: 'dublin', name: 'Dublin', parent: 'emea', office: 'Dublin' },
  ]
  const zoneOf = (screen: object): string =>
    scheduleIn({ ...scheduleFloor({ screen: { ...evening, ...screen } }), teams: floorOf({ teams }).teams })
      .zone.id

  test('[S61] the screen’s own time zone, else that of its office, else the floor’s', () => {
    expect(zoneOf({ timeZone: 'Asia/Tokyo', office: 'New York' })).toBe('Asia/Tokyo')
    expect(zoneOf({ office: 'New York' })).toBe('America/New_York')
    expect(zoneOf({ office: 'Dublin' })).toBe('Europe/London')
    expect(zoneOf({ office: 'Nowhere' })).toBe('UTC')
    expect(zoneOf({})).toBe('UTC')
  })
})

describe('hours', () => {
  const inNewYork = (slot: object) => ({
    screen: { timeZone: 'America/New_York', playlist: 'always', schedule: [{ playlist: 'a', ...slot }] },
  })

  test('[W22] past midnight they belong to the day on which they begin', () => {
    const night = inNewYork({ days: ['friday'], hours: { from: '18:30', to: '08:00' } })
    expect(onAt(night, '2026-11-28T12:59:00Z')).toBe('a')
    expect(onAt(night, '2026-11-28T13:00:00Z')).toBe('always')
    expect(onAt(night, '2026-11-27T12:59:00Z')).toBe('always')
  })

  test('[W22] so does an exception: the morning after its date is its own', () => {
    const night = inNewYork({ dates: ['2026-11-27'], hours: { from: '22:00', to: '02:00' } })
    expect(onAt(night, '2026-11-28T06:59:00Z')).toBe('a')
    expect(onAt(night, '2026-11-28T07:00:00Z')).toBe('always')
    expect(onAt(night, '2026-11-27T06:59:00Z')).toBe('always')
  })

  test('[S62] what a clock change skips is not on that night; what begins there begins at the change', () => {
    // On March 8 New York goes from 1:59 to 3:00.
    const gone = inNewYork({ hours: { from: '02:15', to: '02:45' } })
    expect(onAt(gone, '2026-03-08T06:59:00Z')).toBe('always')
    expect(onAt(gone, '2026-03-08T07:00:00Z')).toBe('always')
    expect(onAt(gone, '2026-03-09T06:30:00Z')).toBe('a')
    const longer = inNewYork({ hours: { from: '02:30', to: '04:00' } })
    expect(onAt(longer, '2026-03-08T06:59:00Z')).toBe('always')
    expect(onAt(longer, '2026-03-08T07:00:00Z')).toBe('a')
    expect(onAt(longer, '2026-03-08T08:00:00Z')).toBe('always')
  })

  test('[S62] in an hour that clocks show twice nothing is on twice', () => {
    // On November 1 New York shows 1:00 to 2:00 twice.
    const until = inNewYork({ hours: { from: '00:00', to: '01:30' } })
    expect(onAt(until, '2026-11-01T05:29:00Z')).toBe('a')
    expect(onAt(until, '2026-11-01T05:30:00Z')).toBe('always')
    expect(onAt(until, '2026-11-01T06:15:00Z')).toBe('always')
    const across = inNewYork({ hours: { from: '01:30', to: '02:00' } })
    expect(onAt(across, '2026-11-01T06:15:00Z')).toBe('a')
    expect(onAt(across, '2026-11-01T07:00:00Z')).toBe('always')
  })

  test('[S62] a day on which clocks go back has twenty-five hours', () => {
    const schedule = scheduleIn(scheduleFloor(inNewYork({ days: ['sunday'] })))
    const [turn, next] = turnsOf(schedule, Date.parse('2026-11-01T12:00:00Z'))
    expect((next?.from ?? 0) - (turn?.from ?? 0)).toBe(25 * 3_600_000)
  })
})

describe('until when', () => {
  const friday = { playlist: 'a', days: ['friday'], hours: { from: '16:00', to: '17:30' } }
  const schedule = scheduleIn(scheduleFloor({ screen: { playlist: 'always', schedule: [friday] } }))

  test('[S63] what will be on at 16:40 on Friday, by which rule and until when', () => {
    expect(scheduleAt(schedule, Date.parse('2026-11-27T16:40:00Z'))).toMatchObject({
      playlist: 'a',
      rule: { strength: 'screen', ref: { list: 'screens', id: 'wall', index: 0 } },
      until: Date.parse('2026-11-27T17:30:00Z'),
    })
    expect(scheduleAt(schedule, Date.parse('2026-11-27T17:30:00Z'))).toMatchObject({
      playlist: 'always',
      rule: { strength: 'always', ref: { index: null } },
      until: Date.parse('2026-12-04T16:00:00Z'),
    })
  })

  test('[S63] a schedule without an end has none', () => {
    expect(scheduleAt(scheduleIn(scheduleFloor({ screen: { playlist: 'a' } })), 0).until).toBeNull()
    const rules = { playlist: 'always', schedule: [{ playlist: 'b', from: '2026-01-01' }] }
    const on = scheduleAt(scheduleIn(scheduleFloor({ screen: rules })), Date.parse(noon))
    expect([on.playlist, on.until]).toEqual(['b', null])
  })
})

/** Days around which clocks change, also by half an hour and at midnight. */
const changes: readonly (readonly [string, string])[] = [
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['America/Santiago', '2026-09-06'],
  ['America/Santiago', '2026-04-05'],
  ['America/Havana', '2026-11-01'],
  ['America/St_Johns', '2009-11-01'],
  ['Pacific/Apia', '2011-12-30'],
  ['UTC', '2026-06-01'],
]

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const times = fc.oneof(
  fc.integer({ min: 0, max: 16 }).map((quarter) => quarter * 15),
  fc.integer({ min: 0, max: 1439 }),
  fc.constantFrom(23 * 60, 23 * 60 + 30, 1440),
)

const slots = (around: Day) => {
  const near = fc.integer({ min: -2, max: 3 }).map((days) => formatDay(around + days))
  return fc
    .record(
      {
        playlist: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
        hours: fc
          .tuple(times, times)
          .filter(([from, to]) => from !== to && from < 1440)
          .map(([from, to]) => ({ from: timeText(from), to: timeText(to) })),
        from: near,
        until: near,
        dates: fc.uniqueArray(near, { minLength: 1 }),
        holidays: fc.constant(true as const),
      },
      { requiredKeys: ['playlist'] },
    )
    .filter(({ from, until }) => from === undefined || until === undefined || from <= until)
}

const cases = fc.constantFrom(...changes).chain(([zoneId, text]) => {
  const day = parseDay(text)
  return fc.record({
    zoneId: fc.constant(zoneId),
    day: fc.constant(day),
    own: fc.array(slots(day), { maxLength: 4 }),
    groups: fc.array(slots(day), { maxLength: 4 }),
    playlist: fc.option(fc.constant('always'), { nil: undefined }),
    groupPlaylist: fc.option(fc.constant('e'), { nil: undefined }),
    holidays: fc.uniqueArray(
      fc.integer({ min: -2, max: 3 }).map((days) => formatDay(day + days)),
      { maxLength: 2 },
    ),
  })
})

/** Whether a rule wants a minute of a local day, by looking at that minute alone. */
const wants = (slot: Slot, day: Day, minute: number, holidays: readonly string[]): boolean => {
  const begins = (on: Day): boolean => {
    const date = formatDay(on)
    if (slot.from !== undefined && date < slot.from) return false
    if (slot.until !== undefined && date > slot.until) return false
    if (slot.days && !slot.days.includes(weekdays[weekdayOf(on)] ?? 'monday')) return false
    if (slot.dates && !slot.dates.includes(date)) return false
    return !slot.holidays || holidays.includes(date)
  }
  if (!slot.hours) return begins(day)
  const clock = timeText(minute)
  const { from, to } = slot.hours
  if (from < to) return begins(day) && clock >= from && clock < to
  return (clock >= from && begins(day)) || (clock < to && begins(day - 1))
}

/** The playlist of a minute, the slow and obvious way. */
const expectedAt = (file: FloorFile, day: Day, minute: number): string | null => {
  const [screen] = file.screens
  const [group] = file.screenGroups
  const holidays = file.floor.holidays.map((each) => (typeof each === 'string' ? each : each.on))
  const exceptional = (slot: Slot) => slot.dates !== undefined || slot.holidays === true
  const own = screen?.schedule ?? []
  const groups = group?.schedule ?? []
  const inOrder = [
    ...own.filter(exceptional),
    ...groups.filter(exceptional),
    ...own.filter((slot) => !exceptional(slot)),
    ...groups.filter((slot) => !exceptional(slot)),
  ]
  const first = inOrder.find((slot) => wants(slot, day, minute, holidays))
  return first?.playlist ?? screen?.playlist ?? group?.playlist ?? null
}

const minuteMs = 60_000

/**
 * Minute by minute, what a clerk would put on who looks at the office's clock and never turns the plan back: by the latest
 * time that it has shown.
 */
const walk = (file: FloorFile, zoneId: string, from: number, to: number): (string | null)[] => {
  const clock = zone(zoneId)
  let latest = Number.NEGATIVE_INFINITY
  const seen: (string | null)[] = []
  for (let at = from - dayMs; at < to; at += minuteMs) {
    latest = Math.max(latest, clock.dayAt(at) * 1440 + clock.minutesAt(at))
    if (at >= from) seen.push(expectedAt(file, Math.floor(latest / 1440), ((latest % 1440) + 1440) % 1440))
  }
  return seen
}

test('[S62] [S63] everything that is asked of a schedule agrees with a walk minute by minute', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.nat(4 * 1440 - 1), { minLength: 5, maxLength: 5 }), (one, looks) => {
      const file = scheduleFloor({
        floor: { holidays: one.holidays },
        screen: { timeZone: one.zoneId, playlist: one.playlist, schedule: one.own },
        group: { playlist: one.groupPlaylist, schedule: one.groups },
      })
      const schedule = scheduleIn(file)
      const from = zone(one.zoneId).startOf(one.day - 1)
      const to = from + 4 * dayMs
      const walked = walk(file, one.zoneId, from, to)
      const turns = turnsOf(schedule, from)
      const byTurns = walked.map(
        (_, index) => turns.findLast((turn) => turn.from <= from + index * minuteMs)?.playlist ?? '',
      )
      expect(byTurns).toEqual(walked.map((playlist) => playlist ?? ''))

      const stretches = [-2, -1, 0, 1, 2, 3, 4].flatMap((days) => stretchesOn(schedule, one.day + days))
      for (const [index, stretch] of stretches.entries()) {
        expect(stretch.startsAt).toBeLessThan(stretch.endsAt)
        const next = stretches[index + 1]
        if (next) expect(next.startsAt).toBe(stretch.endsAt)
      }

      for (const look of looks) {
        const at = from + look * minuteMs
        const { playlist, until } = scheduleAt(schedule, at)
        expect(playlist).toBe(walked[look])
        expect(stretches.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)?.day).toBe(
          scheduleDayAt(schedule, at),
        )
        const end = until === null ? walked.length : Math.min(walked.length, (until - from) / minuteMs)
        expect(new Set(walked.slice(look, end)).size).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: propertyRuns(30) },
  )
})
