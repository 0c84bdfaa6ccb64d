import { describe, expect, test } from 'vitest'
import type { FloorFile } from '../../wire/floor.ts'
import { seasonFaults } from '../floor-file/season-faults.ts'
import { createNumbers } from '../standing/numbers.ts'
import type { ThanksBook } from '../standing/thanks-book.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
  wins,
} from '../test-support/test-floor.ts'
import { badgeMoments } from './badge-moments.ts'
import { seasonFormOf, seasonOf } from './making/season-form.ts'
import { levelsFrom, usualSeason } from './making/usual-season.ts'
import { finalAt, phaseOf } from './season-days.ts'
import { createSeasonWords } from './season-words.ts'
import { createSeasonStandings } from './standing.ts'
import { movedBack, trySeason } from './test-run.ts'

/** The 2nd of November is a Monday. */
const spring = {
  ...{ id: 'autumn', name: 'Autumn', from: '2026-11-02', until: '2026-11-27', state: 'announced' },
  points: [{ metric: 'calls', each: 2 }],
}
const noon = (day: string): number => Date.parse(`2026-11-${day}T12:00:00Z`)

interface Parts {
  readonly season?: object
  readonly floor?: object
  readonly goals?: readonly object[]
  readonly teams?: readonly object[]
  readonly ana?: object
  readonly thanks?: ThanksBook
}

const fileOf = ({ season = {}, floor = {}, goals = [], teams, ana = {} }: Parts = {}): FloorFile =>
  floorOf({
    floor: { thanks: { perDay: 3 }, ...floor },
    teams: teams ?? [team('east'), team('west')],
    people: [person('ana', { team: 'east', ...ana }), person('bo', { team: 'west' })],
    metrics: [calls, wins, revenue],
    goals,
    seasons: [{ ...spring, ...season }],
  })

const floorWith = (parts: Parts = {}) => {
  const file = fileOf(parts)
  const floor = createTestFloor(file)
  const numbers =
    parts.thanks === undefined
      ? floor.numbers
      : createNumbers(
          floor.engine,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          parts.thanks,
        )
  const [season] = file.seasons
  const [ana] = numbers.model.roster.people
  if (!season || !ana) throw new Error('the floor lacks its season')
  const at = (ms: number) => createSeasonStandings(numbers, season, ms)
  return { ...floor, numbers, file, season, ana, at, of: (day: string) => at(noon(day)).of(ana) }
}

const times = (count: number, day: string): object[] =>
  Array.from({ length: count }, () => call('ana', `2026-11-${day}T10:00:00Z`))

describe('points', () => {
  test('[K47] are of the days of the season alone, until today, and of all of their work', () => {
    const floor = floorWith({ ana: { team: [{ team: 'west' }, { team: 'east', from: '2026-11-04' }] } })
    floor.write(call('ana', '2026-11-01T10:00:00Z'), ...times(2, '02'), ...times(3, '05'), ...times(1, '20'))
    expect(floor.of('05')?.points).toBe(10)
    expect(floor.of('20')?.points).toBe(12)
    expect(floor.of('20')?.sources).toEqual([{ id: 'metric calls 0', says: 'calls: 6', points: 12 }])
  })

  test('[K47] a correction is followed, and takes no points of anything else', () => {
    const floor = floorWith({
      season: {
        points: [
          { metric: 'calls', each: 2 },
          { metric: 'revenue', each: 10, per: 1000 },
        ],
      },
    })
    const deal = win('ana', '2026-11-05', 2550)
    floor.write(...times(2, '02'), deal)
    expect(floor.of('05')?.sources.map(({ points }) => points)).toEqual([4, 25])
    floor.withdraw('id' in deal ? String(deal.id) : '')
    expect(floor.of('05')?.points).toBe(4)
  })

  test('[K48] a season has whole days by the clock of each office, and is over in the westernmost', () => {
    const { season, numbers } = floorWith({
      season: { settleHours: 12 },
      teams: [team('east', { timeZone: 'Asia/Tokyo' }), team('west', { timeZone: 'America/Los_Angeles' })],
    })
    const { roster } = numbers.model
    expect(phaseOf(season, roster, Date.parse('2026-11-01T14:59:59Z'))).toBe('announced')
    expect(phaseOf(season, roster, Date.parse('2026-11-01T15:00:00Z'))).toBe('running')
    expect(phaseOf(season, roster, Date.parse('2026-11-28T07:59:59Z'))).toBe('running')
    expect(phaseOf(season, roster, Date.parse('2026-11-28T08:00:00Z'))).toBe('closing')
    expect(new Date(finalAt(season, roster)).toISOString()).toBe('2026-11-28T20:00:00.000Z')
  })

  test('[K49] a level is reached at its points; what is next says how many are missing', () => {
    const levels = [
      { name: 'Second', at: 10 },
      { name: 'First', at: 4 },
    ]
    const floor = floorWith({ season: { levels } })
    expect(floor.of('02')).toMatchObject({ level: null, next: { name: 'First', missing: 4 }, share: 0 })
    floor.write(...times(2, '02'))
    expect(floor.of('02')).toMatchObject({ level: { name: 'First' }, next: { missing: 6 }, share: 0 })
    floor.write(...times(3, '02'))
    expect(floor.of('02')).toMatchObject({ level: { name: 'Second' }, next: null, share: 1 })
  })
})

const daily = { metric: 'calls', window: 'day', rep: 'ana', value: 2 }

describe('days in a row', () => {
  const streaks = [{ metric: 'calls', day: 3, every: 2, gives: 10 }]

  test('[K50] each day on goal gives points, and so does each whole row of days', () => {
    const floor = floorWith({ season: { points: [], streaks }, goals: [daily] })
    for (const day of ['02', '03', '04', '06', '09']) floor.write(...times(2, day))
    floor.write(...times(1, '05'))
    // Rows of three and of two: each has one whole one.
    expect(floor.of('09')?.sources).toEqual([
      { id: 'days calls 0', says: '5 days on goal: calls', points: 15 },
      { id: 'rows calls 1', says: '2 × 2 days in a row on goal: calls', points: 20 },
    ])
  })

  test('[K52] leave, days off, weekends and holidays break none; who works all the same has the day', () => {
    const ana = {
      leave: [{ from: '2026-11-05', until: '2026-11-06' }],
      workingDays: ['monday', 'wednesday', 'thursday', 'friday'],
    }
    const floor = floorWith({
      season: { streaks },
      goals: [daily],
      ana,
      floor: { holidays: ['2026-11-09'] },
    })
    for (const day of ['02', '04', '06', '11']) floor.write(...times(2, day))
    expect(floor.of('11')?.runs).toEqual([
      { metric: 'calls', name: 'calls', days: 4, best: 4, today: 'reached' },
    ])
    // A Thursday that is theirs, and is missed.
    expect(floor.of('12')?.runs[0]).toMatchObject({ days: 4, today: 'open' })
    expect(floor.of('13')?.runs[0]).toMatchObject({ days: 0, best: 4, today: 'open' })
    expect(floor.of('10')?.runs[0]).toMatchObject({ days: 3, today: 'off' })
  })
})

describe('teams', () => {
  const weekly = { metric: 'calls', window: 'week', team: 'east', value: 10 }
  const teams = [
    {
      metric: 'calls',
      tiers: [
        { at: 1, unlocks: 'Lunch', multiplies: 1.5 },
        { at: 0.5, unlocks: 'Coffee' },
      ],
    },
  ]

  test('[K51] the points of a period are multiplied by the tier that the team reached in it', () => {
    const floor = floorWith({ season: { teams }, goals: [weekly] })
    floor.write(...times(10, '03'), ...times(6, '10'))
    expect(floor.of('10')).toMatchObject({ points: 42, multiplies: null })
    expect(floor.of('10')?.sources.at(-1)).toEqual({ id: 'team', says: 'What your team added', points: 10 })
    expect(floor.of('03')?.multiplies).toEqual({
      by: 1.5,
      says: 'east has reached 100% of its goal for calls: your points of the week ×\u00a01.5.',
    })
    expect(floor.at(noon('10')).teams).toEqual([
      expect.objectContaining({
        ...{ team: 'east', value: '6', goal: '10', share: 0.6, next: '4 more: Lunch, and points ×\u00a01.5' },
        tiers: [
          { at: 0.5, atSays: '50%', unlocks: 'Coffee', multiplies: 1, reached: true },
          { at: 1, atSays: '100%', unlocks: 'Lunch', multiplies: 1.5, reached: false },
        ],
      }),
    ])
  })

  test('[K51] a team without a goal goes by the nearest above it; of several rewards the highest counts', () => {
    const goals = [weekly, { metric: 'calls', window: 'month', team: 'east', value: 5 }]
    const more = [...teams, { metric: 'calls', period: 'month', tiers: [{ at: 1, multiplies: 2 }] }]
    const floor = floorWith({
      season: { teams: more },
      goals,
      teams: [team('east'), team('inner', { parent: 'east' }), team('west')],
      ana: { team: 'inner' },
    })
    floor.write(...times(10, '03'))
    expect(floor.of('03')?.points).toBe(40)
  })

  test('[K51] rows of days are not multiplied, so that leave moves none into a week that is worth less', () => {
    const floor = floorWith({
      season: { points: [], streaks: [{ metric: 'calls', every: 2, gives: 10 }], teams },
      goals: [weekly, daily],
    })
    floor.write(...times(5, '03'), ...times(5, '04'))
    expect(floor.of('04')?.points).toBe(10)
  })
})

describe('badges', () => {
  test('[K54] a total is won on the day by which it is there, and is gone with what is taken back', () => {
    const badges = [{ id: 'five', name: 'Five', for: { by: 'total', metric: 'calls', value: 5 } }]
    const floor = floorWith({ season: { badges } })
    const [one, ...others] = times(3, '03')
    floor.write(one ?? {}, ...others, ...times(3, '05'))
    expect(floor.of('04')?.badges[0]).toMatchObject({ won: null, share: 0.6, missing: '2 more' })
    expect(floor.of('20')?.badges[0]).toMatchObject({ won: '2026-11-05', share: 1, missing: null })
    floor.withdraw(one && 'id' in one ? String(one.id) : '')
    floor.write(...times(1, '09'))
    expect(floor.of('20')?.badges[0]?.won).toBe('2026-11-05')
  })

  test('[K55] helping is counted by different colleagues, of thanks in the season', () => {
    const said = (day: string, helper: string, helped: string) => ({
      ...{
        id: `${day} ${helped}`,
        helper,
        helped,
        words: 'Thanks',
        account: null,
        how: null,
        way: 'helped' as const,
      },
      at: noon(day),
    })
    const thanks = [
      said('01', 'ana', 'cy'),
      said('03', 'ana', 'bo'),
      said('04', 'ana', 'bo'),
      said('05', 'bo', 'ana'),
      said('06', 'ana', 'di'),
    ]
    const badges = [{ id: 'two', name: 'Two', for: { by: 'helped', colleagues: 2 } }]
    const floor = floorWith({
      season: { badges },
      thanks: { since: (at) => thanks.filter((each) => each.at >= at) },
    })
    expect(floor.of('05')?.badges[0]).toMatchObject({ won: null, missing: 'One more colleague' })
    expect(floor.of('06')?.badges[0]?.won).toBe('2026-11-06')
  })

  const week = (count: number, monday: string) =>
    Array.from({ length: count }, () => call('ana', `${monday}T10:00:00Z`))
  const past = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26']

  test('[K56] a best week beats every one of the twelve before it; without four there is none', () => {
    const badges = [{ id: 'best', name: 'Best', for: { by: 'best-week', metric: 'calls' } }]
    const floor = floorWith({ season: { badges } })
    floor.write(...past.slice(1).flatMap((monday) => week(3, monday)), ...times(9, '03'))
    expect(floor.of('03')?.badges[0]).toMatchObject({
      won: null,
      missing: 'Begins once you have four weeks to compare with.',
    })
    floor.write(...week(9, past[0] ?? ''))
    expect(floor.of('03')?.badges[0]).toMatchObject({ won: null, missing: '1 more this week' })
    floor.write(...times(1, '04'))
    expect(floor.of('20')?.badges[0]?.won).toBe('2026-11-04')
  })

  test('[K56] a usual week is the mean of the best four of eight: weeks of illness do not lower it', () => {
    const badges = [{ id: 'more', name: 'More', for: { by: 'improved', metric: 'calls', share: 0.2 } }]
    const floor = floorWith({ season: { badges } })
    floor.write(...past.flatMap((monday) => week(5, monday)), ...week(1, '2026-09-28'), ...times(5, '03'))
    expect(floor.of('03')?.badges[0]).toMatchObject({ won: null, missing: '1 more this week' })
    floor.write(...times(1, '05'))
    expect(floor.of('20')?.badges[0]?.won).toBe('2026-11-05')
  })

  test('[K57] a row of days is won on the day on which it is long enough', () => {
    const badges = [{ id: 'row', name: 'Row', for: { by: 'streak', metric: 'calls', days: 3 } }]
    const floor = floorWith({ season: { badges }, goals: [daily] })
    for (const day of ['05', '06', '09']) floor.write(...times(2, day))
    expect(floor.of('06')?.badges[0]).toMatchObject({ won: null, missing: 'One more day in a row' })
    // Who has no such goal has neither the row nor the badge before their eyes.
    expect(floorWith({ season: { badges } }).of('06')).toMatchObject({ runs: [], badges: [] })
    expect(floor.of('20')?.badges[0]?.won).toBe('2026-11-09')
  })

  test('[K61] the wall is told of what is won today alone, once by its name, and of nobody who does not want it', () => {
    const badges = [{ id: 'two', name: 'Two', for: { by: 'total', metric: 'calls', value: 2 } }]
    const told = (ana: object, day: string) => {
      const floor = floorWith({ season: { badges }, ana })
      floor.write(...times(2, '03'))
      const standing = floor.of(day)
      return standing === null
        ? []
        : badgeMoments(floor.season, floor.ana, standing, floor.numbers.model, noon(day)).map(({ id }) => id)
    }
    expect(told({}, '03')).toEqual(['season:autumn:2026-11-02:two:ana'])
    expect(told({}, '04')).toEqual([])
    expect(told({ offWall: true }, '03')).toEqual([])
    expect(told({ celebrate: 'none' }, '03')).toEqual([])
  })
})

describe('what the floor file says', () => {
  const faultsOf = (season: object, more: object = {}): readonly string[] =>
    seasonFaults({ ...fileOf({ season }), ...more }).map(
      ({ path, message }) => `${path.join('.')} ${message}`,
    )

  test('[K58] faults are metrics that are not there or give no points, and what is named twice', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ points: [{ metric: 'dials', each: 1 }] })).toEqual([
      'seasons.0.points.0.metric "dials" is no metric of this floor',
    ])
    const two = { metric: 'calls', tiers: [{ at: 1 }, { at: 1 }] }
    expect(faultsOf({ teams: [two] })).toEqual(['seasons.0.teams.0.tiers.1.at "1" is named twice: [0]'])
    const badge = { id: 'x', name: 'X', for: { by: 'helped', colleagues: 2 } }
    const { floor, ...file } = fileOf({ season: { badges: [badge] } })
    const { thanks: _, ...without } = floor
    expect(seasonFaults({ ...file, floor: without }).map(({ path }) => path.join('.'))).toEqual([
      'seasons.0.badges',
    ])
  })

  test('[K58] a rate gives no points; of two announced seasons one is over when the other begins', () => {
    const file = floorOf({
      metrics: [calls, wins, metricOf('rate', { ratio: ['wins', 'calls'] }, { unit: 'percent' })],
      seasons: [
        { ...spring, points: [{ metric: 'rate', each: 1 }] },
        { ...spring, id: 'later', from: '2026-11-27', until: '2026-12-31' },
        { ...spring, id: 'draft', state: 'draft' },
      ],
    })
    expect(seasonFaults(file).map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'seasons.0.points.0.metric "rate" does not add up day by day; name a count or a sum',
      'seasons.1.from "autumn" runs until 2026-11-27; one season begins when another is over',
    ])
  })

  test('[K64] begins with the usual kinds of what the floor has, and comes back from its form as it was', () => {
    const file = fileOf({
      goals: [daily, { metric: 'calls', window: 'week', team: 'east', value: 10 }],
    })
    const { model } = createTestFloor(file).engine
    const form = usualSeason({ ...file, seasons: [] }, model.roster.floorZone.dayAt(noon('20')), model.say)
    const season = seasonOf(form, 'next', 'announced')
    expect(season).toMatchObject({ from: '2026-11-20', until: '2026-12-31', state: 'announced' })
    expect(season?.badges.map((badge) => badge.for.by)).toEqual([
      'streak',
      'helped',
      'best-week',
      'improved',
      'total',
    ])
    expect(season && seasonFaults({ ...file, seasons: [season] })).toEqual([])
    expect(season && seasonOf(seasonFormOf(season), 'next', 'announced')).toEqual(season)
    const after = season && usualSeason({ ...file, seasons: [season] }, 20_777, model.say)
    expect(after).toMatchObject({ from: '2027-01-01', until: '2027-03-31' })
    expect(seasonOf({ ...form, name: ' ' }, 'next', 'draft')).toBeNull()
    const levels = levelsFrom(form.levels, { middle: 300, most: 900 }).map(({ at }) => at)
    expect(levels).toEqual([100, 200, 300, 800])
    expect(levelsFrom(form.levels, { middle: 0, most: 0 }).map(({ at }) => at)).toEqual([5, 10, 15, 20])
  })
})

describe('in words', () => {
  const season = {
    points: [
      { metric: 'calls', each: 1 },
      { metric: 'revenue', each: 10, per: 1000 },
    ],
    streaks: [{ metric: 'calls', day: 5, every: 5, gives: 25 }],
    levels: [{ name: 'Strong', at: 500 }],
    badges: [{ id: 'helper', name: 'Helper', for: { by: 'helped', colleagues: 3 } }],
    teams: [
      {
        metric: 'calls',
        tiers: [
          { at: 0.8, unlocks: 'Breakfast' },
          { at: 1, multiplies: 1.1 },
          { at: 1.2, unlocks: 'Lunch', multiplies: 1.25 },
        ],
      },
    ],
  }
  const linesOf = (locale: string): readonly string[] => {
    const { numbers, season: made } = floorWith({ season, floor: { locale, currency: 'USD' } })
    return createSeasonWords(numbers.model)
      .table(made)
      .flatMap(({ lines }) => lines)
  }

  test('[K59] its table is sentences, in the floor’s language', () => {
    expect(linesOf('en-US')).toEqual([
      'calls: 1 point each.',
      'revenue: 10 points for every $1,000.',
      'calls: 5 points for each working day on which you meet your goal of the day.',
      'calls: 25 points more for every 5 such days in a row.',
      'Strong from 500 points.',
      'Helper – 3 different colleagues say thank you for your help.',
      'A team at 80% of its goal for calls: Breakfast.',
      'A team at 100% of its goal for calls: everybody’s points of the week ×\u00a01.1.',
      'A team at 120% of its goal for calls: Lunch, and everybody’s points of the week ×\u00a01.25.',
      expect.stringContaining('ill or on holiday loses nothing'),
      expect.stringContaining('is corrected here, too'),
      'It ends with November 27, 2026. Points begin anew with the next season; badges stay yours.',
    ])
    expect(linesOf('de-DE').slice(0, 9)).toEqual([
      'calls: je 1 Punkt.',
      expect.stringMatching(/^revenue: 10 Punkte für je 1\.000\s\$\.$/),
      'calls: 5 Punkte für jeden Arbeitstag, an dem Sie Ihr Tagesziel erreichen.',
      'calls: 25 Punkte dazu für je 5 solche Tage in Folge.',
      'Strong ab 500 Punkte.',
      'Helper – 3 verschiedene Leute danken Ihnen für Ihre Hilfe.',
      expect.stringMatching(/^Ein Team bei 80\s% seines Ziels für calls: Breakfast\.$/),
      expect.stringMatching(
        /^Ein Team bei 100\s% seines Ziels für calls: alle Punkte dieser Woche ×\u00a01,1\.$/,
      ),
      expect.stringMatching(/calls: Lunch, und alle Punkte dieser Woche ×\u00a01,25\.$/),
    ])
  })
})

describe('a try', () => {
  const result = (parts: Parts, facts: readonly object[]) => {
    const floor = floorWith(parts)
    floor.write(...facts)
    const work = trySeason(floor.numbers, floor.season, noon('20'))
    for (;;) {
      const step = work.next()
      if (step.done) return step.value
    }
  }

  test('[K63] says what it would have given over as many days until yesterday, and what is unfair about it', () => {
    const { season } = floorWith()
    expect(movedBack(season, 20_777)).toMatchObject({ from: '2026-10-25', until: '2026-11-19' })
    const answer = result(
      {
        season: {
          levels: [
            { name: 'Low', at: 2 },
            { name: 'High', at: 100 },
          ],
          badges: [
            { id: 'two', name: 'Two', for: { by: 'total', metric: 'calls', value: 2 } },
            { id: 'many', name: 'Many', for: { by: 'total', metric: 'calls', value: 200 } },
          ],
          streaks: [{ metric: 'calls', day: 1 }],
          teams: [{ metric: 'wins', tiers: [{ at: 1 }] }],
        },
      },
      times(3, '10'),
    )
    expect(answer).toMatchObject({
      ...{ from: '2026-10-25', until: '2026-11-19', of: 2, points: { least: 0, middle: 0, most: 6 } },
      levels: [
        { name: 'Low', people: 1 },
        { name: 'High', people: 0 },
      ],
      badges: [{ won: 1 }, { won: 0 }],
    })
    expect(answer.warnings).toEqual([
      'One person would have no points at all: add something that is in everybody’s hands.',
      'Nobody would have met a goal of the day for calls: people need one for the day or the week.',
      'No team had a goal for wins in such a period: it unlocks nothing.',
      'Nobody would have come to the highest level, High.',
      'Nobody would have won the badge Many.',
    ])
  })
})
