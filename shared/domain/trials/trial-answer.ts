// Which of two metrics foretold an outcome better: per person what they had of each, and of the outcome, ranked against
// each other. No person is named in it.
import type { Trial, TrialAnswer, TrialSide, TrialVerdict } from '../../wire/trial.ts'
import { viewMetric } from '../boards/board-head.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member } from '../people/roster.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import { type DayRange, formatDay, includes, parseDay } from '../time/calendar-date.ts'
import { differenceInterval, spearman, spearmanInterval, type Triple } from './rank-correlation.ts'

/** Of fewer a correlation says next to nothing: with nine, one of 0.6 may be none. */
export const leastPeople = 10

interface TrialParts {
  /** Whether a source is still sending its past. */
  readonly isHistoryComing: boolean
  /** Epoch ms. */
  readonly ms: number
  /** Of the draws by which the two are compared. */
  readonly seed: number
}

/** So that more is always better. */
const sign = ({ metric: { better } }: MetricPlan): 1 | -1 => (better === 'higher' ? 1 : -1)

const isHereAll = ({ employed }: Member, { from, to }: DayRange): boolean =>
  includes(employed, from) && includes(employed, to - 1)

/** In place on all of the days: moved into or out of the team or role they would be held against others by a part. */
const isWithinAll = (numbers: Numbers, { subject }: Member, days: DayRange, within: Selection): boolean =>
  numbers.cellsOf(subject, days, within).reduce((sum, cell) => sum + cell.days.to - cell.days.from, 0) ===
  days.to - days.from

/** Null where the floor does not know what it names; such a floor file has faults. */
export const answerTrial = (
  numbers: Numbers,
  trial: Trial,
  { isHistoryComing, ms, seed }: TrialParts,
): TrialAnswer | null => {
  const { model, engine } = numbers
  const [first, second] = trial.metrics.map((id) => model.metric(id))
  const outcome = model.metric(trial.outcome)
  if (!first || !second || !outcome) return null
  const within: Selection = {
    team: trial.team === undefined ? null : model.roster.subjectOf(trial.team),
    role: trial.role ?? null,
  }
  const days: DayRange = { from: parseDay(trial.from), to: parseDay(trial.until) + 1 }
  const later = trial.later ?? 0
  const outcomeDays: DayRange = { from: days.from + later, to: days.to + later }
  const today = numbers.todayAt(ms)
  const all: DayRange = { from: days.from, to: Math.max(outcomeDays.to, days.to) }
  const running = all.to > today

  const people = model.roster.people.flatMap((member): readonly Triple[] => {
    // Who is here by now will be to the end, as far as anybody knows.
    const seen: DayRange = { from: all.from, to: Math.min(all.to, today + 1) }
    if (seen.from >= seen.to || !isHereAll(member, seen) || !isWithinAll(numbers, member, seen, within))
      return []
    const valueIn = (plan: MetricPlan, of: DayRange): number | null => {
      const value = engine.value(plan.index, numbers.cellsOf(member.subject, of, within))
      return value === null ? null : value * sign(plan)
    }
    const [one, other, came] = [valueIn(first, days), valueIn(second, days), valueIn(outcome, outcomeDays)]
    return one === null || other === null || came === null ? [] : [[one, other, came]]
  })

  const isTold = !isHistoryComing && outcomeDays.from < today && people.length >= leastPeople
  const sideOf = (plan: MetricPlan, at: 0 | 1): TrialSide => {
    const correlation = isTold
      ? spearman(
          people.map((person) => person[at]),
          people.map((person) => person[2]),
        )
      : null
    const interval = correlation === null ? null : spearmanInterval(correlation, people.length)
    return { metric: viewMetric(plan), correlation, low: interval?.low ?? null, high: interval?.high ?? null }
  }
  const sides: [TrialSide, TrialSide] = [sideOf(first, 0), sideOf(second, 1)]
  const verdict = (): TrialVerdict => {
    if (isHistoryComing) return 'history coming'
    if (outcomeDays.from >= today) return 'not begun'
    if (people.length < leastPeople) return 'too few'
    if (sides.some(({ correlation }) => correlation === null)) return 'no difference'
    const difference = differenceInterval(people, seed)
    if (difference === null) return 'no difference'
    return difference.low > 0 ? 'first' : difference.high < 0 ? 'second' : 'alike'
  }
  return {
    id: trial.id,
    name: trial.name,
    outcome: viewMetric(outcome),
    sides,
    verdict: verdict(),
    people: people.length,
    least: leastPeople,
    from: formatDay(days.from),
    until: formatDay(days.to - 1),
    outcomeFrom: formatDay(outcomeDays.from),
    outcomeUntil: formatDay(outcomeDays.to - 1),
    running,
  }
}
