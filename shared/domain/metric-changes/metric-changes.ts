// What an edit made of the metrics and goals of a floor. Names, objectives and titles are no changes of what counts.
import { z } from 'zod'
import type { FloorFile, Goal, Metric } from '../../wire/floor.ts'
import type { GoalSubject, MetricChange } from '../../wire/metric-changes.ts'
import { TakenFrom } from '../../wire/taken-from.ts'
import { parseWindow } from '../../wire/window.ts'
import { asksForConversations } from '../counting/conversation.ts'
import { rulesFor } from '../counting/taken-from.ts'
import { audiencesByMetric } from './metrics-of-board.ts'

/** The same text for the same definition, whatever the order of its keys. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** What a metric counts, and from which sources; null of one that is retired. */
export const definitionOf = (metric: Metric, floor: FloorFile['floor']): string | null => {
  const { of, unit, better, retired } = metric
  if (retired !== undefined) return null
  const rules = rulesFor(floor.takenFrom, metric)
  return textOf({
    ...{ of, unit, better },
    ...(rules.length > 0 && { takenFrom: rules }),
    ...(asksForConversations(metric) && { conversations: floor.conversations }),
  })
}

const Definition = z.looseObject({ takenFrom: z.array(TakenFrom).default([]) })

/**
 * Where a metric counts the same, and only from other sources: the first day that this changes, null where it changes all days.
 * Undefined where something else changed as well.
 */
export const sourcesChangedSince = ({
  goal,
  was,
  is,
}: Pick<MetricChange, 'goal' | 'was' | 'is'>): string | null | undefined => {
  if (goal !== null || typeof was !== 'string' || typeof is !== 'string' || was === is) return undefined
  const [before, after] = [was, is].map((text) => Definition.safeParse(JSON.parse(text)).data)
  if (before === undefined || after === undefined) return undefined
  const [{ takenFrom: rulesBefore, ...restBefore }, { takenFrom: rulesAfter, ...restAfter }] = [before, after]
  if (textOf(restBefore) !== textOf(restAfter)) return undefined
  const missing = (rules: readonly TakenFrom[], others: readonly TakenFrom[]): readonly TakenFrom[] => {
    const known = new Set(others.map(textOf))
    return rules.filter((rule) => !known.has(textOf(rule)))
  }
  const days = [...missing(rulesBefore, rulesAfter), ...missing(rulesAfter, rulesBefore)].map(
    ({ since }) => since ?? null,
  )
  return days.includes(null) ? null : (days.sort()[0] ?? null)
}

export const subjectOfGoal = ({ rep, role, team }: Goal): GoalSubject => {
  if (rep !== undefined) return { kind: 'rep', id: rep }
  if (role !== undefined) return { kind: 'role', id: role }
  return team === undefined ? { kind: 'org', id: null } : { kind: 'team', id: team }
}

/** A goal for `last quarter` is one for every quarter. */
const windowName = (text: string): string => {
  const window = parseWindow(text)
  return window?.kind === 'period' ? window.grain : text
}

export type GoalOf = Pick<MetricChange, 'metric'> & { readonly goal: NonNullable<MetricChange['goal']> }

export const goalKey = ({ metric, goal: { window, subject } }: GoalOf): string =>
  JSON.stringify([metric, windowName(window), subject.kind, subject.id])

const goalOf = (goal: Goal): GoalOf => ({
  metric: goal.metric,
  goal: { window: windowName(goal.window), subject: subjectOfGoal(goal) },
})

/** Goals of one metric, window and subject, by the day from which each holds. */
type Series = readonly Goal[]

const seriesIn = ({ goals }: FloorFile): ReadonlyMap<string, Series> => {
  const series = new Map<string, Goal[]>()
  for (const goal of goals) {
    const key = goalKey(goalOf(goal))
    series.set(key, [...(series.get(key) ?? []), goal])
  }
  for (const [key, list] of series)
    series.set(
      key,
      list.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
    )
  return series
}

/** The goal of a series that holds on a date, else the first to come. */
const inForce = (series: Series, date: string): Goal | undefined =>
  series.findLast(({ from = '' }) => from <= date) ?? series[0]

/** The value of a goal of the floor on a date; null without one. */
export const goalOn = (file: FloorFile, of: GoalOf, date: string): Goal | null =>
  inForce(seriesIn(file).get(goalKey(of)) ?? [], date) ?? null

interface Edit {
  readonly version: number
  /** Epoch ms. */
  readonly at: number
  /** The date of the edit where the floor is: from when holds what says no date of its own. */
  readonly today: string
}

type Change = Omit<MetricChange, 'version' | 'at' | 'name' | 'audience'>

/** The last day on which one of these begins that is not among the others; where it is to come, the change is of then. */
const newlySince = (was: readonly TakenFrom[], is: readonly TakenFrom[]): string | undefined => {
  const known = new Set(was.map(textOf))
  const days = is.filter((rule) => !known.has(textOf(rule))).flatMap(({ since }) => since ?? [])
  return days.sort().at(-1)
}

interface Side {
  readonly metric: Metric | undefined
  readonly floor: FloorFile['floor']
}

const ofMetric = (one: Side, other: Side, today: string): readonly Change[] => {
  const [before, after] = [one.metric, other.metric]
  const metric = (after ?? before)?.id
  if (metric === undefined) return []
  const was = before === undefined ? null : definitionOf(before, one.floor)
  const is = after === undefined ? null : definitionOf(after, other.floor)
  const [dateWas, dateIs] = [before, after].map((each) => each?.retired?.on ?? each?.since)
  const [whyWas, whyIs] = [before, after].map((each) => each?.retired?.why ?? each?.why)
  const isMoved = dateIs !== dateWas && dateIs !== undefined
  const isTold = whyIs !== whyWas && whyIs !== undefined
  if (was === is && !((isMoved || isTold) && is !== null)) return []
  const since =
    before && after
      ? newlySince(rulesFor(one.floor.takenFrom, before), rulesFor(other.floor.takenFrom, after))
      : undefined
  const begins = since !== undefined && since > today ? since : today
  const from = isMoved ? dateIs : was === is ? null : begins
  return [{ metric, goal: null, from, why: isTold ? whyIs : null, was, is }]
}

const ofSeries = (before: Series, after: Series, today: string): readonly Change[] => {
  const [some] = [...after, ...before]
  if (some === undefined) return []
  const { metric, goal } = goalOf(some)
  const standing = inForce(before, today)
  if (after.length === 0)
    return [{ metric, goal, from: today, why: null, was: standing?.value ?? null, is: null }]
  const changes = after.flatMap((each, index): readonly Change[] => {
    const { from: date, value: is, why = null } = each
    const same = before.find(({ from }) => from === date)
    if (same?.value === is) {
      const isTold = why !== null && why !== same.why
      return isTold ? [{ metric, goal, from: null, why, was: is, is }] : []
    }
    const earlier = inForce(before, date ?? today)
    const was =
      (
        same ??
        after[index - 1] ??
        (earlier?.from === undefined || earlier.from <= (date ?? today) ? earlier : undefined)
      )?.value ?? null
    return was === is ? [] : [{ metric, goal, from: date ?? today, why, was, is }]
  })
  if (changes.length > 0) return changes
  const now = inForce(after, today)
  return now !== undefined && standing !== undefined && now.value !== standing.value
    ? [{ metric, goal, from: today, why: null, was: standing.value, is: now.value }]
    : []
}

/**
 * In the order of the file after the edit, metrics first. Empty where no metric stands in both: another floor took the place
 * of this one, and everything in it is new.
 */
export const metricChanges = (before: FloorFile, after: FloorFile, edit: Edit): readonly MetricChange[] => {
  const [metricsWere, metricsAre] = [before, after].map(
    ({ metrics }) => new Map(metrics.map((metric) => [metric.id, metric])),
  )
  if (!metricsWere || !metricsAre || ![...metricsAre.keys()].some((id) => metricsWere.has(id))) return []
  const [goalsWere, goalsAre] = [seriesIn(before), seriesIn(after)]
  const keysOf = (
    one: ReadonlyMap<string, unknown>,
    other: ReadonlyMap<string, unknown>,
  ): readonly string[] => [...new Set([...one.keys(), ...other.keys()])]
  const { today, version, at } = edit
  const changes = [
    ...keysOf(metricsAre, metricsWere).flatMap((id) =>
      ofMetric(
        { metric: metricsWere.get(id), floor: before.floor },
        { metric: metricsAre.get(id), floor: after.floor },
        today,
      ),
    ),
    // With its metric a goal comes and goes.
    ...keysOf(goalsAre, goalsWere)
      .flatMap((key) => ofSeries(goalsWere.get(key) ?? [], goalsAre.get(key) ?? [], today))
      .filter(({ metric }) => metricsWere.has(metric) && metricsAre.has(metric)),
  ]
  const [seenBefore, seenAfter] = [audiencesByMetric(before), audiencesByMetric(after)]
  return changes.map((change) => ({
    version,
    at,
    name: (metricsAre.get(change.metric) ?? metricsWere.get(change.metric))?.name ?? change.metric,
    audience: seenAfter.get(change.metric) ?? seenBefore.get(change.metric) ?? null,
    ...change,
  }))
}
