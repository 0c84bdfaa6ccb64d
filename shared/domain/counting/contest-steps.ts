// What counted in the time of a contest, thing by thing: beside the counters of days, for whatever asks who was first, who led
// for how long, and what lies between two instants. Only of the metrics and days that the floor's contests and spiffs ask for.
import type { Contest } from '../../wire/contests/contest.ts'
import type { FloorFile } from '../../wire/floor.ts'
import type { SubjectIndex } from '../people/roster.ts'
import { type Day, type DayRange, includes, parseDay } from '../time/calendar-date.ts'
import { daysOfContest } from './contest-occasions.ts'
import type { MetricPlan } from './metric-plan.ts'

/** Of one fact for one subject. */
export interface CountedStep {
  /** Epoch ms; of a plain date the first instant of that day there. */
  readonly at: number
  /** The local date of whoever did it. */
  readonly day: Day
  /** In millionths of a fact. */
  readonly weight: number
  /** In the unit of the metric's measure. */
  readonly amount: number
}

export interface ContestSteps {
  /** Kept where a contest asks for it; `weight` below 0 takes it back, as in the counters. */
  note(metric: number, subject: SubjectIndex, step: CountedStep): void
  /** In the order of their instants; level ones in no order. */
  of(metric: number, subject: SubjectIndex): readonly CountedStep[]
  /** Another number after each change of these steps. */
  versionOf(metric: number, subject: SubjectIndex): number
  /** Another number after any change. */
  version(): number
  /** Lets go of what contests that come again and again asked for so long ago that nobody corrects it any more. */
  forget(today: Day): void
  pack(): PackedSteps
}

/** A key is metric × number of subjects + subject; of each step its instant, day, weight and amount, flat. */
export type PackedSteps = readonly { readonly key: number; readonly packed: Float64Array }[]

/** The metrics that a contest names. */
export const metricsOfContest = ({ counts, win, atLeast }: Contest): readonly string[] => [
  ...(typeof counts === 'string' ? [counts] : counts.map(({ metric }) => metric)),
  ...(win.by === 'collect' ? win.metrics : []),
  ...(atLeast === undefined ? [] : [atLeast.metric]),
]

interface Asked {
  readonly metrics: readonly string[]
  readonly days: DayRange
  /** Of how many days only the newest are asked for; null: of all. */
  readonly newest: number | null
}

/** What is kept for a floor: it counts otherwise where this is another. Drafts ask for nothing. */
export const stepsAskedFor = ({
  contests,
  spiffs,
}: Pick<FloorFile, 'contests' | 'spiffs'>): readonly Asked[] => [
  ...contests.flatMap((contest): Asked[] => {
    if (contest.state !== 'announced') return []
    const { from, until, repeats } = contest
    const length = parseDay(until.slice(0, 10)) - parseDay(from.slice(0, 10)) + 1
    return [
      {
        metrics: metricsOfContest(contest),
        days: daysOfContest(contest),
        newest: repeats === undefined ? null : rememberedDays + length,
      },
    ]
  }),
  ...spiffs.flatMap(({ state, metric, from, until }): Asked[] =>
    state === 'draft' || metric === undefined
      ? []
      : [{ metrics: [metric], days: { from: parseDay(from), to: parseDay(until) + 1 }, newest: null }],
  ),
]

/** For so long after its end what counted in one of many that come again is kept. */
export const rememberedDays = 92

/** Local dates of offices may lie beside those of the floor. */
const padding = 1

const firstAfter = (sorted: readonly CountedStep[], at: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Takes back what was noted; false where it never was. */
const takeBack = (sorted: CountedStep[], { at, day, weight, amount }: CountedStep): boolean => {
  for (let index = firstAfter(sorted, at) - 1; index >= 0; index -= 1) {
    const step = sorted[index]
    if (step === undefined || step.at !== at) return false
    if (step.day !== day || step.weight !== -weight || step.amount !== -amount) continue
    sorted.splice(index, 1)
    return true
  }
  return false
}

const none: readonly CountedStep[] = []

export const createContestSteps = (
  file: Pick<FloorFile, 'contests' | 'spiffs'>,
  metrics: readonly MetricPlan[],
  subjectCount: number,
  from: PackedSteps = [],
): ContestSteps => {
  const asked = new Map<number, { readonly days: DayRange; readonly newest: number | null }[]>()
  for (const { metrics: ids, days, newest } of stepsAskedFor(file))
    for (const id of ids)
      for (const base of metrics.find(({ metric }) => metric.id === id)?.bases ?? []) {
        const padded = { from: days.from - padding, to: days.to + padding }
        asked.set(base, [...(asked.get(base) ?? []), { days: padded, newest }])
      }
  /** What lies before these days is let go of, by metric. */
  const forgottenBefore = new Map<number, Day>()
  const isForgotten = (metric: number, day: Day): boolean =>
    day < (forgottenBefore.get(metric) ?? Number.NEGATIVE_INFINITY)
  const kept = new Map<number, CountedStep[]>()
  const versions = new Map<number, number>()
  let version = 0
  for (const { key, packed } of from) {
    const steps: CountedStep[] = []
    for (let at = 0; at < packed.length; at += 4) {
      const [ms = 0, day = 0, weight = 0, amount = 0] = packed.subarray(at, at + 4)
      steps.push({ at: ms, day, weight, amount })
    }
    kept.set(key, steps)
  }

  return {
    note: (metric, subject, step) => {
      if (asked.get(metric)?.some(({ days }) => includes(days, step.day)) !== true) return
      if (isForgotten(metric, step.day)) return
      const key = metric * subjectCount + subject
      const steps = kept.get(key) ?? []
      if (steps.length === 0) kept.set(key, steps)
      version += 1
      versions.set(key, version)
      if (step.weight < 0 && takeBack(steps, step)) return
      // Most facts come in order.
      if (step.at >= (steps.at(-1)?.at ?? Number.NEGATIVE_INFINITY)) steps.push(step)
      else steps.splice(firstAfter(steps, step.at), 0, step)
    },
    of: (metric, subject) => kept.get(metric * subjectCount + subject) ?? none,
    versionOf: (metric, subject) => versions.get(metric * subjectCount + subject) ?? 0,
    version: () => version,
    forget: (today) => {
      for (const [metric, all] of asked) {
        const firsts = all.map(({ days, newest }) =>
          newest === null ? days.from : Math.max(days.from, today - newest - padding),
        )
        forgottenBefore.set(metric, Math.min(...firsts))
      }
      for (const [key, steps] of kept) {
        const metric = Math.floor(key / subjectCount)
        if (!steps.some(({ day }) => isForgotten(metric, day))) continue
        kept.set(
          key,
          steps.filter(({ day }) => !isForgotten(metric, day)),
        )
      }
    },
    pack: () =>
      [...kept].map(([key, steps]) => ({
        key,
        packed: Float64Array.from(steps.flatMap(({ at, day, weight, amount }) => [at, day, weight, amount])),
      })),
  }
}
