// The picture's own leaderboard, and the awkward states of it.
import type { LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import { closers, created, head, k, meetings, pictureTime, quarter, week } from '../samples/floor.ts'
import { awkwardNames, face, leaderRows, standing } from '../samples/people.ts'

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
  fallback: null,
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

/** Keys of rows of values, as a feed makes them. */
const valueRows = (
  values: readonly (readonly [name: string, value: number | null, climbed?: number])[],
  gathered: readonly string[],
) => {
  const people = leaderRows(
    values.map(([name, value, climbed = 0]) => ({ name, value, goal: null, climbed })),
  )
  const rows = Object.fromEntries(
    Object.values(people).map((row) => {
      const isGathered = gathered.includes(row.name)
      const rank = isGathered ? null : row.rank
      return [isGathered ? '=' : `=${row.name}`, { ...row, short: row.name, initials: '', rank }]
    }),
  )
  return { rows, by: { field: 'product', gathered: gathered.length > 0 ? ['='] : [] } }
}

const teamOfValues = (rows: LeaderboardView['rows'], goalK: number | null): LeaderboardView['team'] => {
  const team = teamOf(rows, goalK)
  return (
    team && {
      ...team,
      segments: team.segments.map((segment) => (segment.id === '=' ? { ...segment, hue: -1 } : segment)),
    }
  )
}

const products = valueRows(
  [
    ['Platform', 984 * k, 1],
    ['Analytics', 612 * k, -1],
    ['Support Premium', 341 * k],
    ['Integrations', 128 * k],
    ['Onboarding package', 96 * k, 2],
    ['Training', 12.5 * k],
    ['No product', 74 * k],
  ],
  ['No product'],
)

const awkwardValues = valueRows(
  [
    ['Enterprise-Komplettpaket mit erweiterter Wartungsvereinbarung und Schulung vor Ort', 984 * k, 12],
    ['المنتج الأساسي للمؤسسات', 612 * k],
    ['云平台企业版', 341 * k],
    ['A', 128 * k],
    ['Plan B / 2.0 (EU)', 0],
    ['Returned', -96 * k],
    ['No product', 1740 * k],
  ],
  ['No product'],
)

const three = leaderRows(
  closers.slice(0, 3).map(([name, value, attainment, climbed]) => ({
    name,
    value: value * k * 0.8,
    goal: Math.round((value * k) / attainment),
    climbed,
  })),
)

export const views: readonly LeaderboardView[] = [
  picture,
  leaderboard('three', 'Closed-won revenue', three, { team: teamOf(three, 1100), latest }),
  leaderboard('three-pair', 'Closed-won revenue', three, {
    pair: pairOf(closers.slice(0, 3).map(([name, , , , [value, goal]], hue) => ({ name, hue, value, goal }))),
    team: teamOf(three, 1100),
    latest,
  }),
  leaderboard('portrait-long', 'Closed-won revenue', many(24), { team: teamOf(many(24), 4000) }),
  leaderboard('no-pair', 'Closed-won revenue', pictureRows, { team: teamOf(pictureRows, 2750), latest }),
  leaderboard('no-team', 'Closed-won revenue', pictureRows, { latest }),
  leaderboard(
    'no-goals',
    'Closed-won revenue',
    leaderRows(closers.map(([name, value]) => ({ name, value: value * k, goal: null }))),
    { team: teamOf(pictureRows, null) },
  ),
  leaderboard('money-pair', 'Closed-won revenue', pictureRows, {
    pair: {
      ...pairOf(closers.map(([name, value], hue) => ({ name, hue, value: value * 2 * k, goal: 700 * k }))),
      metric: created,
      window: quarter,
    },
    team: teamOf(pictureRows, 2750),
  }),
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
  leaderboard('by-field', 'Revenue by product', products.rows, {
    by: products.by,
    team: teamOfValues(products.rows, 2750),
    latest,
  }),
  leaderboard('by-field-pair', 'Revenue by product', products.rows, {
    by: products.by,
    fallback: 'no goals',
    pair: {
      metric: created,
      window: quarter,
      rows: Object.fromEntries(
        Object.entries(products.rows).map(([key, row]) => [
          key,
          { ...row, value: row.value === null ? null : Math.round(row.value * 2.4) },
        ]),
      ),
      atGoal: 0,
      withGoal: 0,
    },
    team: teamOfValues(products.rows, 2750),
  }),
  leaderboard('by-field-awkward', 'Revenue by product', awkwardValues.rows, {
    by: awkwardValues.by,
    team: teamOfValues(awkwardValues.rows, null),
  }),
  leaderboard(
    'by-field-empty',
    'Revenue by product',
    {},
    { by: { field: 'product', gathered: [] }, changedAt: null },
  ),
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
]
