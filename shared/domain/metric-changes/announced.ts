// Which changes of metrics and goals are to be told at an instant, and to whom. What was taken back is not told.
import type { Audience } from '../../wire/audience.ts'
import type { FloorFile, Metric } from '../../wire/floor.ts'
import type { GoalSubject, MetricChange } from '../../wire/metric-changes.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, type DayRange, formatDay, parseDay } from '../time/calendar-date.ts'
import { definitionOf, goalKey, goalOn, sourcesChangedSince } from './metric-changes.ts'
import { audiencesByMetric } from './metrics-of-board.ts'

export interface Announced {
  readonly what: 'new' | 'changed' | 'retired'
  /** The version of the floor file that last changed it. */
  readonly version: number
  readonly metric: string
  readonly name: string
  readonly unit: Metric['unit']
  readonly objective: string | null
  readonly goal: MetricChange['goal']
  readonly from: Day
  readonly why: string | null
  /** Of a goal: its value as the floor file has it. */
  readonly was: MetricChange['was']
  readonly is: MetricChange['is']
  /** Whether days before it are counted by the definition before. */
  readonly keepsPast: boolean
  /** Where it counts the same from other sources: the first day that is counted so, if it is before `from`. */
  readonly sourcesSince: Day | null
}

/** Who is told: of goals those of `hears`, of metrics those that a board for one of `audiences` shows. */
export interface Listener {
  readonly audiences: readonly Audience[]
  readonly hears: (subject: GoalSubject) => boolean
}

/** A wall tells everybody what is everybody's: no person's goal. */
export const wallListener: Listener = { audiences: ['floor'], hears: ({ kind }) => kind !== 'rep' }

/** A change is told from its edit on, at most so many days before it holds, and as long after it began to hold. */
const daysBefore = 14
const daysAfter = 7

const keyOf = ({ metric, goal }: MetricChange): string =>
  goal === null ? JSON.stringify([metric]) : goalKey({ metric, goal })

/** One thing that changed, from before the first of its edits to after the last. */
interface Merged {
  readonly last: MetricChange
  readonly was: MetricChange['was']
  readonly from: Day
  readonly why: string | null
  readonly toldFrom: Day
}

const merge = (changes: readonly MetricChange[], dayAt: (ms: number) => Day): Merged | null => {
  const [first] = changes
  const last = changes.at(-1)
  if (!first || !last || first.was === last.is) return null
  const from = changes.findLast((change) => change.from !== null)?.from
  const edited = dayAt(last.at)
  return {
    last,
    was: first.was,
    from: from == null ? edited : parseDay(from),
    why: changes.findLast(({ why }) => why !== null)?.why ?? null,
    toldFrom: edited,
  }
}

/** Whether the floor still says so. */
const isSo = (file: FloorFile, { last, from }: Merged, metric: Metric | undefined): boolean => {
  const { goal, is } = last
  if (goal === null) return (metric === undefined ? null : definitionOf(metric, file.floor)) === is
  if (metric === undefined || metric.retired !== undefined) return false
  return (goalOn(file, { metric: last.metric, goal }, formatDay(from))?.value ?? null) === is
}

/** One edit of one thing, as it was made, whatever came of it since. */
export const announcedOf = (
  { file, roster }: Pick<Numbers['model'], 'file' | 'roster'>,
  change: MetricChange,
): Announced => {
  const metric = file.metrics.find(({ id }) => id === change.metric)
  const from = change.from === null ? roster.floorZone.dayAt(change.at) : parseDay(change.from)
  const changedSince = sourcesChangedSince(change)
  const since = changedSince == null ? null : parseDay(changedSince)
  return {
    what: change.was === null ? 'new' : change.is === null ? 'retired' : 'changed',
    version: change.version,
    metric: change.metric,
    name: change.name,
    unit: metric?.unit ?? 'count',
    objective: metric?.objective ?? null,
    goal: change.goal,
    from,
    why: change.why,
    was: change.was,
    is: change.is,
    keepsPast: (metric?.earlier ?? []).length > 0 || (since !== null && since >= from),
    sourcesSince: since !== null && since < from ? since : null,
  }
}

/**
 * Those of which a day lies in `days`: the days from the edit, two weeks before it holds at most, until a week after it
 * holds, or after the edit where that came later. By the day from which they hold, then in the order of the file.
 */
export const announcedIn = (
  { model, changes }: Pick<Numbers, 'model' | 'changes'>,
  days: DayRange,
  { audiences, hears }: Listener,
): readonly Announced[] => {
  const { file, roster } = model
  const dayAt = (ms: number): Day => roster.floorZone.dayAt(ms)
  const recent = changes.all().filter(({ at, from }) => {
    const until = Math.max(dayAt(at), from === null ? 0 : parseDay(from)) + daysAfter
    return until > days.from
  })
  const byKey = new Map<string, MetricChange[]>()
  for (const change of recent) byKey.set(keyOf(change), [...(byKey.get(keyOf(change)) ?? []), change])
  const seen = audiencesByMetric(file)
  const metrics = new Map(file.metrics.map((metric) => [metric.id, metric]))
  const isSeen = (metric: Metric | undefined, audience: Audience | null): boolean => {
    // Of what is on the floor no more, who could see it says the edit.
    const widest =
      metric === undefined ? audience : (seen.get(metric.id) ?? (metric.retired ? audience : null))
    return widest !== null && audiences.includes(widest)
  }
  return [...byKey.values()]
    .flatMap((each): readonly Announced[] => {
      const merged = merge(each, dayAt)
      if (merged === null) return []
      const { last, was, from, why, toldFrom } = merged
      const metric = metrics.get(last.metric)
      const told = {
        from: Math.max(toldFrom, from - daysBefore),
        to: Math.max(toldFrom, from) + daysAfter,
      }
      const isHeard = last.goal === null || hears(last.goal.subject)
      if (told.from >= days.to || told.to <= days.from || !isHeard || !isSo(file, merged, metric)) return []
      if (!isSeen(metric, last.audience)) return []
      return [
        {
          ...announcedOf(model, last),
          ...{ what: was === null ? 'new' : last.is === null ? 'retired' : 'changed', was, from, why },
          name: metric?.name ?? last.name,
        },
      ]
    })
    .sort((a, b) => a.from - b.from || a.version - b.version)
}

/** On walls now: the most that one card holds, the nearest days first; none while a source sends its past. */
export const onWalls = (numbers: Numbers, ms: number): readonly Announced[] => {
  const today = numbers.model.roster.floorZone.dayAt(ms)
  return announcedIn(numbers, { from: today, to: today + 1 }, wallListener)
}

/** Whether a person hears of a goal: their own, their role's, those of their team and the ones above it, and the floor's. */
export const hearsOwn =
  (own: {
    readonly person: string
    readonly role: string | null
    readonly teams: readonly string[]
  }): Listener['hears'] =>
  ({ kind, id }) =>
    kind === 'org' ||
    (kind === 'rep' && id === own.person) ||
    (kind === 'role' && id !== null && id === own.role) ||
    (kind === 'team' && id !== null && own.teams.includes(id))
