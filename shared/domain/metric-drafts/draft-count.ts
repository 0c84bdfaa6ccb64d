// A metric that is not saved yet, counted beside the one whose place it takes, by an engine of its own that is given every
// fact that stands.
import type { FloorFile, Metric } from '../../wire/floor.ts'
import type { DraftResult, DraftRow } from '../../wire/metric-drafts.ts'
import type { WindowSpec } from '../../wire/window.ts'
import { viewWindow } from '../boards/board-head.ts'
import { explainNumber } from '../boards/explained-answer.ts'
import { ownWindow } from '../boards/metric-answer.ts'
import { createEngine } from '../counting/engine.ts'
import { createFloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { orgSubject, type SubjectIndex } from '../people/roster.ts'
import { createNumbers, everybody } from '../standing/numbers.ts'
import { type DayRange, intersect } from '../time/calendar-date.ts'
import { createCouldCount } from './could-count.ts'
import { createNearMisses } from './near-misses.ts'

/** This period and those before it. */
const periodsBack = 6
/** Nobody reads a longer list. */
const mostPeople = 500
const mostExamples = 5

export interface DraftCount {
  /** Every fact that stands, once each, in any order. */
  take(stored: StoredFact): void
  /** Once all are taken. Yields where it may be interrupted. */
  answer(): Generator<void, DraftResult>
}

export interface DraftQuestion {
  /** Of a metric of the file: the draft. */
  readonly id: string
  /** The metric whose place it takes; null of a new one. */
  readonly before: Metric | null
  /** Null: the metric's own, else this quarter. */
  readonly window: WindowSpec | null
  /** Epoch ms. */
  readonly at: number
}

const partIds = ({ of }: Metric): readonly string[] =>
  'ratio' in of ? of.ratio : 'points' in of ? of.points.map(([id]) => id) : []

/** A metric with all that it is computed from. */
export const withParts = (
  metrics: readonly Metric[],
  id: string,
  found: ReadonlySet<string>,
): ReadonlySet<string> => {
  const metric = metrics.find((each) => each.id === id)
  if (metric === undefined || found.has(id)) return found
  return partIds(metric).reduce<ReadonlySet<string>>(
    (all, part) => withParts(metrics, part, all),
    new Set([...found, id]),
  )
}

const freeId = (taken: ReadonlySet<string>): string => {
  let id = 'before'
  for (let nth = 2; taken.has(id); nth++) id = `before-${nth}`
  return id
}

/** The periods whose numbers are shown: of the window's own length, else months. */
const periodsOf = (window: WindowSpec): readonly WindowSpec[] => {
  const [grain, offset] = window.kind === 'period' ? [window.grain, window.offset] : (['month', 0] as const)
  return Array.from({ length: periodsBack }, (_, back) => ({ kind: 'period', grain, offset: offset - back }))
}

/** `file` has the draft in it, and no faults. Null where it has no such metric. */
export const createDraftCount = (file: FloorFile, question: DraftQuestion): DraftCount | null => {
  const { id, before, at } = question
  const metric = file.metrics.find((each) => each.id === id)
  if (metric === undefined) return null
  const beforeId = freeId(new Set(file.metrics.map((each) => each.id)))
  const all = before === null ? file.metrics : [...file.metrics, { ...before, id: beforeId }]
  const wanted = withParts(all, beforeId, withParts(all, id, new Set()))
  // The same people and teams; boards and goals are for what is saved.
  const model = createFloorModel({
    ...file,
    ...{ boards: [], goals: [], formulas: [], celebrations: [], exceptions: [] },
    metrics: all.filter((each) => wanted.has(each.id)),
  })
  const engine = createEngine(model)
  const numbers = createNumbers(engine)
  const plan = model.metric(id)
  if (plan === null) return null
  const planBefore = before === null ? null : model.metric(beforeId)
  const window = question.window ?? ownWindow(plan)
  const days = numbers.daysOf(window, at)
  const periods = periodsOf(window)
  const ranges = periods.map((period) => numbers.daysOf(period, at))
  const inWindow = createCouldCount(model.metrics, days)
  const inAny = createCouldCount(model.metrics, {
    from: Math.min(days.from, ...ranges.map(({ from }) => from)),
    to: Math.max(days.to, ...ranges.map(({ to }) => to)),
  })
  const { of } = metric
  const explainer = explainNumber(numbers, {
    ...{ plan, window, at, rep: null, team: null, role: null, text: '' },
    maySee: () => true,
  })
  const misses =
    'from' in of ? createNearMisses(model.file, { ...metric, of }, [{ subject: orgSubject, days }]) : null

  const worthOf = (of: MetricPlan, subject: SubjectIndex, within: DayRange): number | null =>
    engine.value(of.index, numbers.cellsOf(subject, within, everybody))

  const rowOf = (subject: SubjectIndex, ranges: readonly DayRange[]): DraftRow => ({
    id: subject === orgSubject ? 'org' : model.roster.idOf(subject),
    name: subject === orgSubject ? file.floor.name : model.roster.nameOf(subject),
    is: ranges.map((range) => worthOf(plan, subject, range)),
    was: planBefore === null ? null : ranges.map((range) => worthOf(planBefore, subject, range)),
  })

  const isSomething = ({ is, was }: DraftRow): boolean =>
    [...is, ...(was ?? [])].some((value) => value !== null && value !== 0)

  const better = metric.better === 'lower' ? 1 : -1
  /** The best first; who has no number last, in the order of the file. */
  const bestFirst = ({ is: [a = null] }: DraftRow, { is: [b = null] }: DraftRow): number =>
    a === null ? (b === null ? 0 : 1) : b === null ? -1 : (a - b) * better

  const rows = function* (ranges: readonly DayRange[]): Generator<void, DraftResult['now']> {
    const teams: DraftRow[] = []
    for (const { subject } of model.roster.teams) {
      yield
      teams.push(rowOf(subject, ranges))
    }
    const people: DraftRow[] = []
    for (const { subject, employed } of model.roster.people) {
      yield
      const row = rowOf(subject, ranges)
      const isHere = ranges.some((range) => {
        const worked = intersect(range, employed)
        return worked.from < worked.to
      })
      if (isSomething(row) || (isHere && ranges.length === 1)) people.push(row)
    }
    return { teams, people: people.sort(bestFirst).slice(0, mostPeople) }
  }

  return {
    take: (stored) => {
      if (inAny(stored)) engine.apply(null, stored, stored.receivedAt)
      if (!inWindow(stored)) return
      explainer?.take(stored)
      misses?.take(stored)
    },
    *answer() {
      const today = numbers.todayAt(at)
      const now = yield* rows([days])
      const past = yield* rows(ranges)
      const explained = explainer?.answer()
      const { start, end, label } = viewWindow(numbers, window, at)
      const { derived } = plan
      const below = derived?.kind === 'ratio' ? (model.metrics[derived.below] ?? null) : null
      const valueNow = (of: MetricPlan | null): number | null =>
        of === null ? null : worthOf(of, orgSubject, days)
      const parts = explained?.parts ?? []
      return {
        unit: metric.unit,
        unitBefore: before?.unit ?? null,
        window: { start, end, label },
        value: valueNow(plan),
        valueBefore: valueNow(planBefore),
        now,
        periods: periods.map((period) => model.calendar.label(period, today)),
        past: { org: rowOf(orgSubject, ranges), ...past },
        facts: parts.reduce((sum, part) => sum + part.facts, 0),
        examples: parts.flatMap(({ lines }) => lines.slice(0, mostExamples)).slice(0, mostExamples),
        misses: [...(misses?.answer() ?? [])],
        leftOut: explained?.leftOut ?? [],
        nothingBelow:
          below !== null &&
          [days, ...ranges].every((range) => (worthOf(below, orgSubject, range) ?? 0) === 0),
      }
    },
  }
}
