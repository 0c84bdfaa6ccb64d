// Rules about a deal or a step: which change of a fact they celebrate, and whose it is.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { Deal, Fact } from '../../wire/fact.ts'
import type { Occurrence } from '../counting/condition.ts'
import { createReader } from '../counting/condition.ts'
import { amountInFloorCurrency, type FloorModel } from '../counting/floor-model.ts'
import { compileOccurrenceTest } from '../counting/metric-plan.ts'
import { bringsMoney } from '../counting/recent-wins.ts'
import type { WonDeals } from '../counting/won-deals.ts'
import type { HistoryEvent, StoredFact } from '../facts/stored-fact.ts'
import { foldedName } from '../people/name-key.ts'
import { createPlacing } from '../people/placing.ts'
import type { Member } from '../people/roster.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { createAmountBar } from './amount-bar.ts'
import { type Cause, type FactCause, factCauseId } from './cause.ts'
import { createRuleScope, creditedIn } from './credited.ts'
import { isPresent } from './present.ts'

export type OnFact = Extract<CelebrationRule['on'], { from: unknown }>
export type FactRuleSource = CelebrationRule & { readonly on: OnFact }

export interface FactRule {
  readonly rule: FactRuleSource
  /**
   * What a change of a fact brings about; empty where nothing. `wins`: the won deals before the change is counted. `now`:
   * epoch ms, when the change was received.
   */
  causes(before: StoredFact | null, after: StoredFact, wins: WonDeals, now: number): readonly Cause[]
  /** Whether what was found still holds of the fact as it stands; null where it was withdrawn. */
  isTrue(about: FactCause, standing: StoredFact | null, wins: WonDeals): boolean
}

/** The part of a name that tells two events of one deal apart. A deal that is won again has been celebrated. */
const eventName = ({ kind }: HistoryEvent, fact: Fact): string =>
  kind === 'deal.advanced' && fact.type === 'deal' ? `${kind}:${fact.stage ?? ''}` : kind

/** When a deal came to be as it is, as its source says; null where it says nothing. */
const whenOfDeal = (deal: Deal): string | null =>
  deal.status === 'open' ? (deal.stageEnteredAt ?? deal.createdAt ?? null) : (deal.closedAt ?? null)

const wasWon = (before: StoredFact | null): boolean =>
  before?.fact.type === 'deal' && before.fact.status === 'won'

interface Found {
  readonly event: HistoryEvent | null
  /** Null: the source does not say. */
  readonly when: string | null
}

export const createFactRule = (model: FloorModel, rule: FactRuleSource): FactRule => {
  const { roster, file } = model
  const { on } = rule
  const minorPerUnit = 10 ** exponentOf(file.floor.currency)
  const { test, credit, kinds } = compileOccurrenceTest(on, minorPerUnit)
  const scope = createRuleScope(model, rule)
  const placing = createPlacing(roster)
  const barOf = createAmountBar(model, on.over)
  const readers = file.floor.breakdowns.flatMap((field) => createReader(field, minorPerUnit) ?? [])
  const isAboutWins = on.first !== undefined || on.afterDays !== undefined || on.newAccount === true

  const occurrenceOf = (fact: Fact, event: HistoryEvent | null): Occurrence => ({
    fact,
    event,
    amountMinor: amountInFloorCurrency(model, fact),
  })
  const passes = (fact: Fact, event: HistoryEvent | null): boolean => test(occurrenceOf(fact, event))

  /** What of a fact the rule is about: itself, or events of its history that it names. */
  const foundIn = ({ fact, history }: StoredFact): readonly Found[] => {
    if (on.from === 'deal')
      return fact.type === 'deal' && passes(fact, null) ? [{ event: null, when: whenOfDeal(fact) }] : []
    if (fact.type === 'activity')
      return (kinds === null || kinds.includes(foldedName(fact.kind))) && passes(fact, null)
        ? [{ event: null, when: fact.at }]
        : []
    return history
      .filter((event) => kinds?.includes(event.kind) === true && passes(fact, event))
      .map((event) => ({ event, when: event.at }))
  }

  /**
   * Whether a won deal that brings money is the first, or the first after a while, as the rule asks. `isCounted`: it is
   * among the won deals itself; else whatever closed at the same instant was there before it.
   */
  const isFirst = (fact: Fact, closer: Member, wins: WonDeals, isCounted: boolean): boolean => {
    if (!isAboutWins) return true
    if (fact.type !== 'deal' || fact.status !== 'won' || fact.closedAt == null) return false
    if (!bringsMoney(occurrenceOf(fact, null))) return false
    const { ms, day } = placing.place(fact.closedAt, closer)
    const isEarlier = (other: number | null): boolean =>
      other !== null && (isCounted ? other < ms : other <= ms)
    if (on.first === 'ever' && isEarlier(wins.firstAt(closer.subject))) return false
    if (on.newAccount === true && (fact.account == null || isEarlier(wins.firstOfAccount(fact.account))))
      return false
    if (on.first === 'of-the-day') {
      const others = wins.recent
        .all()
        .filter((win) => win.closedOn === day && bringsMoney(win))
        .filter(({ id, source }) => id !== fact.id || source !== fact.source)
      if (others.some(({ at }) => !isCounted || at < ms)) return false
    }
    if (on.afterDays === undefined) return true
    const last = wins.lastBefore(closer.subject, ms)
    return last !== null && day - placing.place(new Date(last).toISOString(), closer).day >= on.afterDays
  }

  const amountOf = (fact: Fact): number | null => amountInFloorCurrency(model, fact)
  const isOver = (fact: Fact, atLeastMinor: number | null): boolean =>
    atLeastMinor === null || (amountOf(fact) ?? Number.NEGATIVE_INFINITY) >= atLeastMinor

  const causes: FactRule['causes'] = (before, after, wins, now) => {
    const { fact } = after
    const found = foundIn(after)
    if (found.length === 0) return []
    const person = creditedIn(fact, roster, credit)
    if (person === null) return []
    const known = new Set(before === null ? [] : foundIn(before).map(({ event }) => event?.at ?? ''))
    return found.flatMap(({ event, when }): Cause[] => {
      // Where its source does not date it, it is of now if it was seen to happen.
      if (when === null && before === null) return []
      const at = when ?? new Date(now).toISOString()
      const placed = placing.place(at, person)
      if (!isPresent(at, placed.stay?.zone ?? roster.floorZone, now)) return []
      if (!scope.holdsPerson(person, placed.day)) return []
      const values = readers.map((read) => {
        const value = read(occurrenceOf(fact, null))
        return value == null ? '' : foldedName(String(value))
      })
      const deal = { source: fact.source, id: fact.id, closer: person, closedOn: placed.day, values }
      const bar = barOf(deal, wins.recent.all())
      if (bar === null) return []
      const atLeastMinor = bar === 'any' ? null : bar
      if (!isOver(fact, atLeastMinor) || !isFirst(fact, person, wins, wasWon(before))) return []
      // It was so already: a name was corrected, or an amount that was high enough before.
      const wasSo = before !== null && known.has(event?.at ?? '') && isOver(before.fact, atLeastMinor)
      if (wasSo) return []
      const name = event === null ? null : eventName(event, fact)
      return [
        {
          id: factCauseId(rule.id, fact.source, fact.id, name),
          rule,
          about: {
            kind: 'fact',
            source: fact.source,
            id: fact.id,
            event: name,
            person: person.id,
            atLeastMinor,
          },
          at: now,
        },
      ]
    })
  }

  return {
    rule,
    causes,
    isTrue: (about, standing, wins) => {
      if (standing === null) return false
      const { fact } = standing
      const person = creditedIn(fact, roster, credit)
      if (person === null || person.id !== about.person) return false
      const stands = foundIn(standing).some(
        ({ event }) => (event === null ? null : eventName(event, fact)) === about.event,
      )
      return stands && isOver(fact, about.atLeastMinor) && isFirst(fact, person, wins, true)
    },
  }
}
