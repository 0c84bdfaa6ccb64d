// What is due of a spiff. What was approved stands and is taken off caps and budget first; what is left is paid in the order in
// which it was earned.
import type { Spiff, SpiffCut } from '../../wire/spiffs.ts'
import { type Day, weekdayOf } from '../time/calendar-date.ts'
import type { Earned } from './earned.ts'

/** What a manager decided of one line; it never changes. */
export interface SpiffDecision extends Earned {
  readonly approved: boolean
  /** Of one that is refused: 0. */
  readonly amountMinor: number
}

/** In minor units of the floor’s currency. */
export interface SpiffRules {
  readonly amountMinor: number
  readonly budgetMinor: number
  /** Infinite where there is none. */
  readonly perDayMinor: number
  readonly perWeekMinor: number
  readonly perPersonMinor: number
  /** Times. */
  readonly pairPerWeek: number
  /** 0 is Monday. */
  readonly weekStart: number
}

export interface SpiffDue<Decision extends SpiffDecision = SpiffDecision> {
  /** As it is earned now; of what is gone, as it was decided. */
  readonly earned: Earned
  readonly fullMinor: number
  /** What is due, or was approved. */
  readonly amountMinor: number
  readonly cut: SpiffCut | null
  readonly decision: Decision | null
  readonly changed: 'gone' | 'moved' | null
}

/** `minorPerUnit`: 100 of a currency with cents. */
export const rulesOfSpiff = (
  { amount, budget, caps }: Pick<Spiff, 'amount' | 'budget' | 'caps'>,
  minorPerUnit: number,
  weekStart: number,
): SpiffRules => {
  const minor = (units: number): number => Math.round(units * minorPerUnit)
  const cap = (units: number | undefined): number =>
    units === undefined ? Number.POSITIVE_INFINITY : minor(units)
  return {
    amountMinor: minor(amount),
    budgetMinor: minor(budget),
    perDayMinor: cap(caps.perDay),
    perWeekMinor: cap(caps.perWeek),
    perPersonMinor: cap(caps.perPerson),
    pairPerWeek: caps.pairPerWeek,
    weekStart,
  }
}

/** The first day of the week that a day is in. */
export const weekOf = (day: Day, weekStart: number): Day => day - ((weekdayOf(day) - weekStart + 7) % 7)

const inOrder = (one: Earned, other: Earned): number => one.at - other.at || (one.key < other.key ? -1 : 1)

/** What was paid so far, of everything that has a limit. */
const createSpent = ({ weekStart }: Pick<SpiffRules, 'weekStart'>) => {
  const sums = new Map<string, number>()
  const placesOf = ({ person, other, day }: Earned) => {
    const week = weekOf(day, weekStart)
    return {
      day: `day ${day} ${person}`,
      week: `week ${week} ${person}`,
      person: `person ${person}`,
      // The same two, whoever of them helped.
      pair: other === null ? null : `pair ${week} ${[person, other].sort().join(' ')}`,
      all: 'all',
    }
  }
  const of = (place: string): number => sums.get(place) ?? 0
  const add = (place: string, amount: number): void => void sums.set(place, of(place) + amount)
  return {
    placesOf,
    of,
    take: (earned: Earned, amountMinor: number): void => {
      if (amountMinor === 0) return
      const { day, week, person, pair, all } = placesOf(earned)
      for (const place of [day, week, person, all]) add(place, amountMinor)
      if (pair !== null) add(pair, 1)
    },
  }
}

/**
 * Each that is earned now, in the order in which it was, and each that was decided and is gone. A payment that does not fit
 * under a cap or the budget is cut to what is left.
 */
export const duesOf = <Decision extends SpiffDecision>(
  rules: SpiffRules,
  earned: readonly Earned[],
  decisions: readonly Decision[],
): readonly SpiffDue<Decision>[] => {
  const spent = createSpent(rules)
  for (const decision of decisions) if (decision.approved) spent.take(decision, decision.amountMinor)
  const decided = new Map(decisions.map((decision) => [decision.key, decision]))
  const { amountMinor: fullMinor } = rules

  const due = (each: Earned): SpiffDue<Decision> => {
    const { day, week, person, pair, all } = spent.placesOf(each)
    const left: readonly (readonly [SpiffCut, number])[] = [
      ['per-day', rules.perDayMinor - spent.of(day)],
      ['per-week', rules.perWeekMinor - spent.of(week)],
      ['per-person', rules.perPersonMinor - spent.of(person)],
      ['budget', rules.budgetMinor - spent.of(all)],
      ['pair', pair !== null && spent.of(pair) >= rules.pairPerWeek ? 0 : fullMinor],
    ]
    const [cut, least] = left.reduce((one, other) => (other[1] < one[1] ? other : one))
    const amountMinor = Math.max(0, Math.min(fullMinor, least))
    spent.take(each, amountMinor)
    const isCut = amountMinor < fullMinor
    return { earned: each, fullMinor, amountMinor, cut: isCut ? cut : null, decision: null, changed: null }
  }

  const here = new Set<string>()
  const standing = [...earned].sort(inOrder).map((each): SpiffDue<Decision> => {
    here.add(each.key)
    const decision = decided.get(each.key)
    if (decision === undefined) return due(each)
    const { approved, amountMinor } = decision
    const changed = approved && decision.day !== each.day ? 'moved' : null
    return { earned: each, fullMinor, amountMinor, cut: null, decision, changed }
  })
  const gone = decisions
    .filter(({ key }) => !here.has(key))
    .map((decision): SpiffDue<Decision> => {
      const { approved, amountMinor } = decision
      const head = { earned: decision, fullMinor, amountMinor, cut: null, decision }
      return { ...head, changed: approved ? 'gone' : null }
    })
  return [...standing, ...gone]
}

/** In minor units. `waiting`: payments of something that nobody has decided on. */
export const sumsOf = (
  dues: readonly SpiffDue[],
): { readonly approvedMinor: number; readonly dueMinor: number; readonly waiting: number } => {
  let approvedMinor = 0
  let dueMinor = 0
  let waiting = 0
  for (const { decision, amountMinor } of dues) {
    if (decision !== null) approvedMinor += amountMinor
    else if (amountMinor > 0) {
      dueMinor += amountMinor
      waiting += 1
    }
  }
  return { approvedMinor, dueMinor, waiting }
}
