// Faults of seasons: metrics that are not there or give no points, thresholds that nobody can come to in their order, and two
// seasons at once.
import type { FloorFile, Metric } from '../../wire/floor.ts'
import type { Season } from '../../wire/season.ts'
import { addsUp } from './adds-up.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

type Path = FloorFault['path']

/** `sums`: it has to add up day by day. */
interface Place {
  readonly metric: string
  readonly path: Path
  readonly sums: boolean
}

const placesOf = ({ points, streaks, badges, teams }: Season, path: Path): readonly Place[] => [
  ...points.map(({ metric }, at) => ({ metric, path: [...path, 'points', at, 'metric'], sums: true })),
  ...streaks.map(({ metric }, at) => ({ metric, path: [...path, 'streaks', at, 'metric'], sums: false })),
  ...badges.flatMap((badge, at): Place[] =>
    badge.for.by === 'helped'
      ? []
      : [
          {
            metric: badge.for.metric,
            path: [...path, 'badges', at, 'for', 'metric'],
            sums: badge.for.by !== 'streak',
          },
        ],
  ),
  ...teams.map(({ metric }, at) => ({ metric, path: [...path, 'teams', at, 'metric'], sums: false })),
]

const metricFaults = (season: Season, { metrics }: FloorFile, path: Path): FloorFault[] => {
  const known = knownIds(metrics)
  return placesOf(season, path).flatMap(({ metric: id, path: place, sums }): FloorFault[] => {
    const metric: Metric | undefined = metrics.find((each) => each.id === id)
    if (metric === undefined) return danglingFaults(id, known, 'metric', place)
    if (metric.better === 'lower')
      return [{ path: place, message: `of "${id}" less is better; a season goes for more` }]
    return sums && !addsUp(metric, metrics)
      ? [{ path: place, message: `"${id}" does not add up day by day; name a count or a sum` }]
      : []
  })
}

const repeated = <T>(entries: readonly T[], keyOf: (entry: T) => string | number, path: Path, key: string) =>
  entries.flatMap((entry, at): FloorFault[] => {
    const first = entries.findIndex((other) => keyOf(other) === keyOf(entry))
    return first === at
      ? []
      : [{ path: [...path, at, key], message: `"${keyOf(entry)}" is named twice: [${first}]` }]
  })

const faultsOf = (season: Season, file: FloorFile, path: Path): FloorFault[] => {
  const { points, streaks, levels, badges, teams } = season
  return [
    ...metricFaults(season, file, path),
    ...repeated(points, ({ metric }) => metric, [...path, 'points'], 'metric'),
    ...repeated(streaks, ({ metric }) => metric, [...path, 'streaks'], 'metric'),
    ...repeated(levels, ({ at }) => at, [...path, 'levels'], 'at'),
    ...repeated(badges, ({ id }) => id, [...path, 'badges'], 'id'),
    ...teams.flatMap(({ tiers }, at) =>
      repeated(tiers, (tier) => tier.at, [...path, 'teams', at, 'tiers'], 'at'),
    ),
    ...(badges.some((badge) => badge.for.by === 'helped') && file.floor.thanks === undefined
      ? [
          {
            path: [...path, 'badges'],
            message: 'one is for helping, and nobody can say thanks here: floor.thanks is missing',
          },
        ]
      : []),
  ]
}

/** Of two that are announced and share a day, the later one in the file has the fault. */
const overlapFaults = (seasons: readonly Season[]): FloorFault[] =>
  seasons.flatMap((season, at): FloorFault[] => {
    const before = seasons
      .slice(0, at)
      .find(
        (other) =>
          other.state === 'announced' &&
          season.state === 'announced' &&
          other.from <= season.until &&
          season.from <= other.until,
      )
    return before === undefined
      ? []
      : [
          {
            path: ['seasons', at, 'from'],
            message: `"${before.id}" runs until ${before.until}; one season begins when another is over`,
          },
        ]
  })

export const seasonFaults = (file: FloorFile): FloorFault[] => [
  ...file.seasons.flatMap((season, index) => faultsOf(season, file, ['seasons', index])),
  ...overlapFaults(file.seasons),
]
