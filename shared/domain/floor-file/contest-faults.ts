// Faults of contests: metrics, teams, roles and people that are not there, and what cannot be won in the way that is asked for.
import type { Contest } from '../../wire/contests/contest.ts'
import type { FloorFile, Metric } from '../../wire/floor.ts'
import { endsBeforeNext } from '../counting/contest-occasions.ts'
import { addsUp } from './adds-up.ts'
import { danglingFaults, type FloorFault, knownIds, mostNamed } from './floor-fault.ts'

type Path = FloorFault['path']

/** A metric that is there, where a contest names it. */
interface Named {
  readonly metric: Metric
  readonly path: Path
}

const placesOf = ({ counts, win, atLeast }: Contest, path: Path): { id: string; path: Path }[] => [
  ...(typeof counts === 'string'
    ? [{ id: counts, path: [...path, 'counts'] }]
    : counts.map(({ metric }, at) => ({ id: metric, path: [...path, 'counts', at, 'metric'] }))),
  ...(win.by === 'collect'
    ? win.metrics.map((id, at) => ({ id, path: [...path, 'win', 'metrics', at] }))
    : []),
  ...(atLeast === undefined ? [] : [{ id: atLeast.metric, path: [...path, 'atLeast', 'metric'] }]),
]

const rates: ReadonlySet<string> = new Set(['most', 'over', 'improved'])

/** Why a rate or a mean cannot be won like this; null where it can. */
const rateFault = (contest: Contest, isCounted: boolean): string | null => {
  if (!isCounted) return 'does not add up; name a count or a sum'
  if (typeof contest.counts !== 'string') return 'does not add up, and gives no points; name a count or a sum'
  if (!rates.has(contest.win.by))
    return `does not add up over time: it can be won by most, over or improved, and not by ${contest.win.by}`
  if (contest.from.length > 10)
    return 'does not add up over time: such a contest goes by whole days, so begin and end it with dates'
  if (contest.between === 'sides' || contest.of === 'per-head')
    return 'does not add up over people: such a contest is between people, or between teams with of: total'
  if (contest.handicap !== undefined) return 'does not add up, and takes no handicap'
  return null
}

const metricFaults = (contest: Contest, { metrics }: FloorFile, path: Path): FloorFault[] => {
  const known = knownIds(metrics)
  const places = placesOf(contest, path)
  const named = places.flatMap(({ id, path: place }): Named[] => {
    const metric = metrics.find((each) => each.id === id)
    return metric ? [{ metric, path: place }] : []
  })
  return [
    ...places.flatMap(({ id, path: place }) => danglingFaults(id, known, 'metric', place)),
    ...named.flatMap(({ metric, path: place }): FloorFault[] => {
      const isCounted = place[path.length] === 'counts'
      if (isCounted && metric.better === 'lower')
        return [{ path: place, message: `of "${metric.id}" less is better; a contest goes for more` }]
      const fault = addsUp(metric, metrics) ? null : rateFault(contest, isCounted)
      return fault === null ? [] : [{ path: place, message: `"${metric.id}" ${fault}` }]
    }),
  ]
}

/** Of a list of ids those that stand in it before. */
const twice = (ids: readonly string[], path: Path, name: string, key?: string): FloorFault[] =>
  ids.flatMap((id, at): FloorFault[] =>
    ids.indexOf(id) === at
      ? []
      : [
          {
            path: key === undefined ? [...path, at] : [...path, at, key],
            message: `"${id}" is named twice: ${name}[${ids.indexOf(id)}]`,
          },
        ],
  )

const sideFaults = ({ sides = [] }: Contest, people: ReadonlySet<string>, path: Path): FloorFault[] => {
  const sideOf = new Map<string, string>()
  return [
    ...twice(
      sides.map(({ id }) => id),
      [...path, 'sides'],
      'sides',
      'id',
    ),
    ...sides.flatMap((side, at) =>
      side.people.flatMap((id, index): FloorFault[] => {
        const place = [...path, 'sides', at, 'people', index]
        const other = sideOf.get(id)
        sideOf.set(id, side.name)
        return other === undefined
          ? danglingFaults(id, people, 'person', place)
          : [{ path: place, message: `"${id}" is on a side already: ${other}` }]
      }),
    ),
  ]
}

const timeFaults = (contest: Contest, path: Path): FloorFault[] => {
  const { from, repeats } = contest
  if (repeats === undefined) return []
  return [
    ...(endsBeforeNext(contest)
      ? []
      : [
          {
            path: [...path, 'repeats', 'every'],
            message: `the next one begins after a ${repeats.every}: this one must be over by then`,
          },
        ]),
    ...(repeats.until !== undefined && repeats.until < from.slice(0, 10)
      ? [{ path: [...path, 'repeats', 'until'], message: 'is before the first one begins' }]
      : []),
  ]
}

const ownUsual: ReadonlySet<string> = new Set(['most', 'bracket', 'king'])

const handicapFaults = ({ handicap, win, between }: Contest, path: Path): FloorFault[] => {
  const place = [...path, 'handicap']
  if (handicap === undefined) return []
  if (handicap === 'own-usual')
    return ownUsual.has(win.by)
      ? []
      : [
          {
            path: place,
            message: `own-usual makes per cent of scores, which can be won by most, bracket or king; not by ${win.by}`,
          },
        ]
  if (between !== 'people')
    return [{ path: place, message: 'factors of roles are for contests between people' }]
  return win.by === 'improved' || win.by === 'collect'
    ? [{ path: place, message: `factors change nothing in a contest that is won by ${win.by}` }]
    : []
}

const faultsOf = (contest: Contest, file: FloorFile, path: Path): FloorFault[] => {
  const [people, roles] = [knownIds(file.people), knownIds(file.roles)]
  const { handicap, counts, win, people: only = [] } = contest
  const factors = typeof handicap === 'object' ? Object.keys(handicap) : []
  return [
    ...danglingFaults(contest.team, knownIds(file.teams), 'team', [...path, 'team']),
    ...danglingFaults(contest.role, roles, 'role', [...path, 'role']),
    ...only
      .flatMap((id, at) => danglingFaults(id, people, 'person', [...path, 'people', at]))
      .slice(0, mostNamed),
    ...twice(only, [...path, 'people'], 'people'),
    ...(contest.between === 'people' || (contest.role === undefined && only.length === 0)
      ? []
      : [
          {
            path: [...path, contest.role === undefined ? 'people' : 'role'],
            message: 'picks people: it goes with a contest between people',
          },
        ]),
    ...sideFaults(contest, people, path),
    ...metricFaults(contest, file, path),
    ...(typeof counts === 'string'
      ? []
      : twice(
          counts.map(({ metric }) => metric),
          [...path, 'counts'],
          'counts',
          'metric',
        )),
    ...(win.by === 'collect' ? twice(win.metrics, [...path, 'win', 'metrics'], 'metrics') : []),
    ...timeFaults(contest, path),
    ...handicapFaults(contest, path),
    ...(contest.atLeast !== undefined && (win.by === 'bracket' || win.by === 'relay')
      ? [{ path: [...path, 'atLeast'], message: `goes with no ${win.by}: everybody in it plays` }]
      : []),
    ...factors.flatMap((role) => danglingFaults(role, roles, 'role', [...path, 'handicap', role])),
    ...danglingFaults(contest.sponsor?.person, people, 'person', [...path, 'sponsor', 'person']),
  ]
}

export const contestFaults = (file: FloorFile): FloorFault[] =>
  file.contests.flatMap((contest, index) => faultsOf(contest, file, ['contests', index]))
