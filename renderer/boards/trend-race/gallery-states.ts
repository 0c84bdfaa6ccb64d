// Races in the states that somebody has looked at.
import { attainmentOf } from '../../../shared/domain/standing/attainment.ts'
import type { RaceGoal, TrendRaceRow, TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import { closers, head, k, meetings, week } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, face, standing } from '../samples/people.ts'

const dayMs = 86_400_000
const datesFrom = (start: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, day) =>
    new Date(Date.parse(start) + day * dayMs).toISOString().slice(0, 10),
  )
/** Every day of Q4 up to the afternoon of the pictures. */
const quarterDays = datesFrom('2026-10-01', 51)

interface Spec {
  readonly name: string
  readonly value: number | null
  readonly goal: number | null
}

/** A story of its own for each: early, late, in leaps; it ends with `value`. */
const storyOf = (value: number, seed: number, days: number): readonly number[] => {
  const leaps = Array.from({ length: 9 }, (_, leap) => ((seed * 7 + leap * 5 + leap * leap * seed) % 17) / 17)
  const at = (share: number): number => {
    const gone = leaps.filter((leap) => leap <= share * 0.97).length / leaps.length
    return 0.8 * gone + 0.2 * share ** (0.7 + (seed % 4) * 0.4)
  }
  return Array.from({ length: days }, (_, day) => (day === days - 1 ? value : value * at((day + 1) / days)))
}

const paceShares = (days: readonly string[]): readonly number[] => {
  let worked = 0
  const gone = days.map((date) => {
    const weekday = new Date(Date.parse(date)).getUTCDay()
    worked += Number(weekday > 0 && weekday < 6)
    return worked
  })
  return gone.map((each) => (each / worked) * 0.56)
}

const race = (
  id: string,
  title: string,
  specs: readonly Spec[],
  part: Partial<TrendRaceView> = {},
): TrendRaceView => {
  const days = part.days ?? quarterDays
  const show = part.show ?? 'total'
  const goalAmount = specs[0]?.goal ?? null
  const totals = specs.map(({ value }, seed) =>
    value === null ? days.map(() => null) : storyOf(value, seed, days.length),
  )
  const rankOf = (own: number | null, all: readonly (number | null)[]) =>
    own === null ? null : 1 + all.filter((other) => other !== null && other > own).length
  const points = (at: number): TrendRaceRow['points'] => {
    const own = totals[at] ?? []
    if (show === 'total') return [...own]
    if (show === 'attainment')
      return own.map((value) => attainmentOf(value, specs[at]?.goal ?? null, 'higher'))
    return own.map((value, day) =>
      rankOf(
        value,
        totals.map((each) => each[day] ?? null),
      ),
    )
  }
  const whole = show === 'attainment' ? 1 : goalAmount
  const paces = whole === null ? [] : paceShares(days).map((share) => share * whole)
  const goal: RaceGoal | null =
    whole === null
      ? null
      : {
          amount: show === 'attainment' ? null : whole,
          pace: paces.at(-1) ?? 0,
          start: show === 'rank' ? null : 0,
          points:
            show === 'rank'
              ? paces.map((pace, day) => 0.5 + totals.filter((each) => (each[day] ?? 0) >= pace).length)
              : [...paces],
        }
  const rows = specs.map((spec, at): [string, TrendRaceRow] => [
    `racer-${at}`,
    {
      ...face(spec.name, at),
      ...standing(spec.value, spec.goal),
      place: at,
      rank: rankOf(
        spec.value,
        specs.map(({ value }) => value),
      ),
      points: points(at),
    },
  ])
  return {
    ...head(id, title),
    kind: 'trend-race',
    of: 'people',
    show,
    fallback: null,
    days: [...days],
    over: false,
    start: show === 'rank' ? null : 0,
    goal,
    rows: Object.fromEntries(rows),
    ...part,
  }
}

const people: Spec[] = closers.map(([name, dollarsK]) => ({ name, value: dollarsK * k, goal: 500 * k }))
const withOwnGoals: Spec[] = closers.map(([name, dollarsK, attainment]) => ({
  name,
  value: dollarsK * k,
  goal: Math.round(dollarsK / attainment) * k,
}))
const many: Spec[] = Array.from({ length: 21 }, (_, at) => ({
  name: closers[at % 8]?.[0].replace(' ', ` ${'ABC'[Math.floor(at / 8)]}. `) ?? '',
  value: (640 - at * 27) * k,
  goal: 500 * k,
}))
const teams: Spec[] = [
  { name: 'Enterprise', value: 2100 * k, goal: 2750 * k },
  { name: 'Mid-market', value: 1420 * k, goal: 2000 * k },
  { name: 'SMB', value: 980 * k, goal: 1600 * k },
]
const weekDays = datesFrom('2026-11-16', 5)

export const views: readonly TrendRaceView[] = [
  race('trend-race', 'The race to the quarter', people),
  race('race-ranks', 'Who led, and when?', people, { show: 'rank' }),
  race(
    'race-attainment',
    'Everybody to their own goal',
    [...withOwnGoals.slice(0, 7), { name: 'Ruben Castellanos', value: 97 * k, goal: null }],
    { show: 'attainment' },
  ),
  race('race-teams', 'Teams to their goals', teams, {
    show: 'attainment',
    of: 'teams',
    scope: 'Whole floor',
  }),
  race('race-paged', 'The race to the quarter', many),
  race(
    'race-week',
    'Meetings this week',
    closers
      .map(([name, , , , [held]]) => ({ name, value: held, goal: 14 }))
      .sort((a, b) => b.value - a.value),
    {
      metric: meetings,
      window: week,
      days: [...weekDays],
    },
  ),
  race('race-one', 'The race to the quarter', people.slice(0, 1)),
  race('race-none', 'The race to the quarter', []),
  race('race-not-begun', 'The race to next quarter', people, {
    days: [],
    goal: null,
    window: { start: '2027-01-01', end: '2027-04-01', label: 'Q1 2027', progress: 'starts in 42 days' },
  }),
  race(
    'race-tied',
    'Dead level',
    people.map((each) => ({ ...each, value: 200 * k })),
  ),
  race(
    'race-nothing-yet',
    'Nothing yet',
    people.map((each) => ({ ...each, value: 0 })),
    {
      days: [...quarterDays.slice(0, 1)],
    },
  ),
  race(
    'race-no-goals',
    'The race to the quarter',
    people.map((each) => ({ ...each, goal: null })),
  ),
  race(
    'race-unknown',
    'Win rate',
    people.slice(0, 5).map((each, at) => ({ ...each, value: at > 2 ? null : 0.52 - at * 0.11, goal: null })),
    {
      metric: metric({ id: 'win-rate', name: 'Win rate', unit: 'percent' }),
      start: null,
    },
  ),
  race(
    'race-negative',
    'After refunds',
    people.slice(0, 4).map((each, at) => ({ ...each, value: (120 - at * 90) * k })),
  ),
  race(
    'race-billion',
    'A billion each',
    people.map((each, at) => ({ ...each, value: 9.4e11 - at * 1e11, goal: 1e12 })),
  ),
  race(
    'race-awkward',
    'Names',
    awkwardNames.map((name, at) => ({ name, value: (420 - at * 9) * k, goal: 600 * k })),
  ),
]
