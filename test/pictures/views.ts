// Views as the feed would send them, made by hand: the pictures' own numbers, and the awkward states.

import type { BoardView } from '../../shared/wire/view.ts'
import type { ViewWindow } from '../../shared/wire/view-parts.ts'
import type { LeaderboardView } from '../../shared/wire/views/leaderboard.ts'
import type { OverTheLineView } from '../../shared/wire/views/over-the-line.ts'
import type { TeamProgressView } from '../../shared/wire/views/team-progress.ts'
import { accountabilityViews } from './accountability-views.ts'
import { headToHeadViews } from './head-to-head-views.ts'
import { metric } from './metric.ts'
import { awkwardNames, face, leaderRows, standing } from './people.ts'
import { winsViews } from './wins-views.ts'

/** Friday, 2:41 PM in New York. */
export const pictureTime = Date.UTC(2026, 10, 20, 19, 41, 12)

const k = 100_000
const quarter: ViewWindow = {
  start: '2026-10-01',
  end: '2027-01-01',
  label: 'Q4',
  progress: 'day 52 of 92',
}
const week: ViewWindow = {
  start: '2026-11-16',
  end: '2026-11-23',
  label: 'This week',
  progress: 'day 5 of 7',
}

const revenue = metric({ id: 'won-revenue', name: 'Closed-won revenue', unit: 'money' })
const meetings = metric({ id: 'meetings', name: 'Meetings held', noun: 'meetings', indicator: 'input' })
const created = metric({ id: 'created', name: 'Pipeline created', noun: 'created', unit: 'money' })
const cycle = metric({ id: 'cycle', name: 'Sales cycle', noun: 'cycle', unit: 'days', better: 'lower' })

const head = (id: string, title: string) => ({
  id,
  title,
  scope: 'Enterprise AE',
  window: quarter,
  metric: revenue,
  changedAt: pictureTime - 12 * 60_000,
})

const closers: [
  name: string,
  dollarsK: number,
  attainment: number,
  climbed: number,
  meetings: [number, number],
][] = [
  ['Priya Raman', 412, 1.37, 1, [14, 14]],
  ['Marcus Oyelaran', 368, 1.23, -1, [11, 14]],
  ['Elena Voss', 331, 1.03, 2, [15, 14]],
  ['Tomás Herrera', 287, 0.96, 0, [8, 14]],
  ['Grace Lindqvist', 241, 0.8, 1, [10, 14]],
  ['Devon Achebe', 198, 0.76, -2, [5, 14]],
  ['Hana Sato', 164, 0.75, 0, [9, 12]],
  ['Ruben Castellanos', 97, 0.65, 0, [12, 12]],
]

const pairOf = (
  people: readonly { name: string; hue: number; value: number | null; goal: number | null }[],
) => {
  const rows = people
    .map((each) => ({ ...face(each.name, each.hue), ...standing(each.value, each.goal) }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
    .map((row, place) => [`${row.name}`, { ...row, place }] as const)
  return {
    metric: meetings,
    window: week,
    rows: Object.fromEntries(rows),
    atGoal: rows.filter(([, row]) => row.state === 'reached').length,
    withGoal: rows.filter(([, row]) => row.goal !== null).length,
  }
}

const teamOf = (rows: LeaderboardView['rows'], goalK: number | null): LeaderboardView['team'] => {
  const segments = Object.entries(rows)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([id, row]) => ({ id, hue: row.hue, value: row.value ?? 0 }))
  const value = segments.reduce((sum, segment) => sum + segment.value, 0)
  const numbers =
    goalK === null ? standing(value, null) : { ...standing(value, goalK * k), pace: goalK * k * 0.7094 }
  return {
    name: 'Team',
    ...numbers,
    state:
      goalK === null
        ? null
        : value >= goalK * k
          ? 'reached'
          : value >= (numbers.pace ?? 0)
            ? 'on pace'
            : 'behind',
    ahead: numbers.pace === null ? null : value - numbers.pace,
    segments,
  }
}

const leaderboard = (
  id: string,
  title: string,
  rows: LeaderboardView['rows'],
  part: Partial<LeaderboardView> = {},
): LeaderboardView => ({
  ...head(id, title),
  kind: 'leaderboard',
  rankBy: 'value',
  bars: 'attainment',
  rows,
  pair: null,
  team: null,
  latest: null,
  ...part,
})

const pictureRows = leaderRows(
  closers.map(([name, value, attainment, climbed]) => ({
    name,
    value: value * k,
    goal: Math.round((value * k) / attainment),
    climbed,
  })),
)
const latest = {
  rep: 'Marcus Oyelaran',
  account: 'Brightwater Foods',
  amount: 48 * k,
  at: pictureTime - 12 * 60_000,
}

/** The picture's own board. */
export const picture = leaderboard('leaderboard', 'Closed-won revenue', pictureRows, {
  pair: pairOf(closers.map(([name, , , , [value, goal]], hue) => ({ name, hue, value, goal }))),
  team: teamOf(pictureRows, 2750),
  latest,
})

const many = (count: number) =>
  leaderRows(
    Array.from({ length: count }, (_, index) => ({
      name: `Person Number ${index + 1}`,
      value: (count - index) * 9 * k,
      goal: 200 * k,
      climbed: (index % 3) - 1,
    })),
  )

const awkwardRows = leaderRows(
  awkwardNames.map((name, index) => ({
    name,
    value: index === 7 ? null : index === 6 ? -157 * k : (8 - index) * 60 * k,
    goal: index === 5 ? null : 300 * k,
    climbed: index === 0 ? 12 : 0,
  })),
)

const teams: [
  name: string,
  valueK: number,
  goalK: number | null,
  paceK: number,
  inputs: [number, number, number],
][] = [
  ['Enterprise', 2100, 2750, 1952, [212, 4100, 61]],
  ['Mid-market', 1420, 2000, 1420, [388, 2600, 38]],
  ['SMB', 980, 1600, 1137, [540, 1900, 22]],
  ['SDR sourced', 3900, 5200, 3692, [1210, 5000, 14]],
  ['Northern Europe and the Baltics', 812, null, 0, [88, 700, 44]],
  ['Partners', 1310, 1200, 900, [61, 1500, 71]],
  ['الشرق الأوسط', 410, 900, 600, [40, 420, 52]],
  ['Public sector', 90, 1100, 700, [33, 250, 180]],
  ['大阪チーム', 640, 800, 610, [120, 910, 35]],
  ['Renewals', 5120, 6000, 5000, [75, 880, 12]],
  ['Inside sales', 730, 900, 700, [640, 1100, 19]],
  ['Strategic', 0, 2400, 1600, [12, 3000, 210]],
]

const progress = (id: string, count: number): TeamProgressView => ({
  ...head(id, 'Is the org seeing results?'),
  scope: 'Whole floor',
  kind: 'team-progress',
  inputs: [meetings, created, cycle],
  rows: Object.fromEntries(
    teams.slice(0, count).map(([name, value, goal, pace, inputs], place) => {
      const ahead = goal === null ? null : (value - pace) * k
      const state =
        ahead === null || goal === null
          ? null
          : value >= goal
            ? 'reached'
            : ahead >= 0
              ? 'on pace'
              : value < pace * 0.6
                ? 'well behind'
                : 'behind'
      return [
        `team-${place}`,
        {
          name,
          hue: place % 8,
          place,
          value: value * k,
          goal: goal === null ? null : goal * k,
          attainment: goal === null ? null : value / goal,
          pace: goal === null ? null : pace * k,
          state,
          ahead,
          projected: null,
          trend: Array.from(
            { length: 30 },
            (_, day) => value * ((day + 1) / 30) ** 0.8 * (1 + 0.04 * Math.sin(day * 1.3 + place)),
          ),
          inputs: [{ value: inputs[0] }, { value: inputs[1] * k }, { value: inputs[2] }],
        },
      ]
    }),
  ),
})

const withoutGoals = (view: TeamProgressView): TeamProgressView => ({
  ...view,
  rows: Object.fromEntries(
    Object.entries(view.rows).map(([id, row]) => [
      id,
      { ...row, goal: null, attainment: null, pace: null, state: null, ahead: null },
    ]),
  ),
})

const over = (
  id: string,
  names: readonly string[],
  withGoal: number,
  nearest: number | null,
): OverTheLineView => ({
  ...head(id, 'Everyone over the line'),
  kind: 'over-the-line',
  rows: Object.fromEntries(
    names.map((name, place) => [
      `p${place}`,
      { ...face(name, place), ...standing((120 + place * 37) * 2 * k, (110 + place * 30) * 2 * k), place },
    ]),
  ),
  withGoal,
  nearest,
})

const names = [
  ...closers.map(([name]) => name),
  'Amara Diallo',
  'Björn Åkesson',
  'Chloé Nguyen',
  'Dmitri Volkov',
]

/** Every board and state that somebody has looked at. */
export const views: readonly BoardView[] = [
  picture,
  leaderboard('portrait-long', 'Closed-won revenue', many(24), { team: teamOf(many(24), 4000) }),
  leaderboard('no-pair', 'Closed-won revenue', pictureRows, { team: teamOf(pictureRows, 2750), latest }),
  leaderboard('no-team', 'Closed-won revenue', pictureRows, { latest }),
  leaderboard(
    'no-goals',
    'Closed-won revenue',
    leaderRows(closers.map(([name, value]) => ({ name, value: value * k, goal: null }))),
    { team: teamOf(pictureRows, null) },
  ),
  leaderboard('absolute', 'Closed-won revenue', pictureRows, { bars: 'absolute' }),
  leaderboard(
    'improvement',
    'Most improved on own last four weeks',
    leaderRows(
      closers.map(([name, value], index) => ({
        name,
        value: value * k,
        goal: null,
        improvement: index === 7 ? null : 0.42 - index * 0.11,
      })),
    ),
    { rankBy: 'improvement' },
  ),
  leaderboard('by-attainment', 'Closed-won revenue against goal', pictureRows, { rankBy: 'attainment' }),
  leaderboard(
    'one-row',
    'Closed-won revenue',
    leaderRows([{ name: 'Priya Raman', value: 412 * k, goal: 300 * k }]),
    {
      team: teamOf(leaderRows([{ name: 'Priya Raman', value: 412 * k, goal: 300 * k }]), 300),
    },
  ),
  leaderboard('no-rows', 'Closed-won revenue', {}, { changedAt: null }),
  leaderboard(
    'all-tied',
    'Meetings held',
    leaderRows(closers.map(([name]) => ({ name, value: 12, goal: 14 }))),
    { metric: meetings, window: week },
  ),
  leaderboard('awkward', 'Ein außergewöhnlich langer Titel, der über jeden Rand hinausgeht', awkwardRows, {
    scope: 'Maximiliane-Theodora von Hohenstein-Wittelsbach und zu Lauenburg',
    team: {
      ...(teamOf(awkwardRows, 2750) ?? teamOf({}, null)),
      name: 'The longest team name anybody has ever typed',
    } as LeaderboardView['team'],
    pair: pairOf(
      awkwardNames.map((name, hue) => ({ name, hue, value: hue === 4 ? null : 1210 * hue, goal: 5000 })),
    ),
    latest: {
      ...latest,
      rep: awkwardNames[7] ?? '',
      account: 'A very long account name, Incorporated, of Delaware',
    },
  }),
  leaderboard(
    'huge',
    'A metric worth a billion',
    leaderRows(closers.map(([name, value]) => ({ name, value: value * 1e10, goal: 300 * 1e10 }))),
    {
      team: teamOf(
        leaderRows(closers.map(([name, value]) => ({ name, value: value * 1e10, goal: 3e12 }))),
        2.75e8,
      ),
    },
  ),
  progress('team-progress', 4),
  progress('teams-1', 1),
  progress('teams-2', 2),
  progress('teams-3', 3),
  progress('teams-6', 6),
  progress('teams-9', 9),
  progress('teams-12', 12),
  progress('teams-0', 0),
  withoutGoals(progress('teams-no-goals', 3)),
  over('over-the-line', names.slice(0, 7), 24, 4.2 * k),
  over('over-2', names.slice(0, 2), 24, 12 * k),
  over('over-3', names.slice(0, 3), 24, 12 * k),
  { ...over('over-one-away', names.slice(0, 8), 24, 1), metric: meetings, window: week },
  over('over-5', awkwardNames.slice(0, 5), 24, 12 * k),
  over('over-12', names, 12, null),
  over('over-none', [], 24, 12 * k),
  over('over-no-goals', [], 0, null),
  ...accountabilityViews,
  ...winsViews,
  ...headToHeadViews,
]
