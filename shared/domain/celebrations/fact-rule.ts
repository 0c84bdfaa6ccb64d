// Rules about a deal or a step: which change of a fact they celebrate, and whose it is.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { Deal, Fact } from '../../wire/fact.ts'
import type { Occurrence } from '../counting/condition.ts'
import { createReader } from '../counting/condition.ts'
import { amountInFloorCurrency, type FloorModel } from '../counting/floor-model.ts'
import { compileOccurrenceTest } from '../counting/metric-plan.ts'
import { bringsMoney } from '../counting/recent-wins.ts'
import { createStandsAside } from '../counting/taken-from.ts'
import type { WonDeals } from '../counting/won-deals.ts'
import type { HistoryEvent, StoredFact } from '../facts/stored-fact.ts'
import { foldedName } from '../people/name-key.ts'
import { createPlacing, type Placed } from '../people/placing.ts'
import type { Member } from '../people/roster.ts'
import { dayMs } from '../time/calendar-date.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { createAmountBar } from './amount-bar.ts'
import { type Cause, type FactCause, factCauseId } from './cause.ts'
import { createRuleScope, creditedIn } from './credited.ts'
import { happenedAt, isPresent } from './present.ts'

export type OnFact = Extract<CelebrationRule['on'], { from: unknown }>
export type FactRuleSource = CelebrationRule & { readonly on: OnFact }

export interface FactRule {
  readonly rule: FactRuleSource
  /**
   * What a change of a fact brings about; empty where nothing. `wins`: the won deals before the change is counted. `now`:
   * epoch ms, when the change was received.
   */
  causes(before: StoredFact | null, after: StoredFact, wins: WonDeals, now: number): readonly Cause[]
  /** Whether `occasions` could find anything after an instant (epoch ms). */
  mayBe(stored: StoredFact, from: number): boolean
  /** What of a fact as it stands would have been celebrated, each at its own instant. `wins`: all, the fact's own too. */
  occasions(stored: StoredFact, wins: WonDeals): readonly Cause[]
  /**
   * Whether what was found still holds of the fact as it stands; null where it was withdrawn. `isToCome`: it was not shown
   * yet. Of somebody who is taken out of the floor file nothing is shown any more, and what was shown is not untrue by that.
   */
  isTrue(about: FactCause, standing: StoredFact | null, wins: WonDeals, isToCome: boolean): boolean
}

/** The part of a name that tells two events of one deal apart. A deal that is won again has been celebrated. */
const eventName = ({ kind }: HistoryEvent, fact: Fact): string =>
  kind === 'deal.advanced' && fact.type === 'deal' ? `${advanced}${fact.stage ?? ''}` : kind

const advanced = 'deal.advanced:'

/** What tells an event of a deal's history from another one. */
const signOf = ({ event }: Found): string => (event === null ? '' : `${event.kind} ${event.at}`)

/** When a deal came to be as it is, as its source says; null where it says nothing. */
const whenOfDeal = (deal: Deal): string | null =>
  deal.status === 'open' ? (deal.stageEnteredAt ?? deal.createdAt ?? null) : (deal.closedAt ?? null)

const wasWon = (before: StoredFact | null): boolean =>
  before?.fact.type === 'deal' && before.fact.status === 'won'

interface Occasion {
  readonly id: string
  readonly about: FactCause
  readonly placed: Placed
}

interface Found {
  readonly event: HistoryEvent | null
  /** Null: the source does not say. */
  readonly when: string | null
}

export const createFactRule = (model: FloorModel, rule: FactRuleSource): FactRule => {
  const { roster, file } = model
  const { on } = rule
  const minorPerUnit = 10 ** exponentOf(file.floor.currency)
  const { test, credit, kinds } = compileOccurrenceTest(on, minorPerUnit, file.floor.conversations)
  const scope = createRuleScope(model, rule)
  const placing = createPlacing(roster)
  const standsAside = createStandsAside(file.floor.takenFrom, placing, roster)
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
    const isAside = (): boolean => standsAside(fact, roster.find(fact.credits[0]?.rep ?? ''))
    if (model.corrections.goesNowhere(fact)) return []
    if (on.from === 'deal')
      return fact.type === 'deal' && passes(fact, null) && !isAside()
        ? [{ event: null, when: whenOfDeal(fact) }]
        : []
    if (fact.type === 'activity')
      return (kinds === null || kinds.includes(foldedName(fact.kind))) && passes(fact, null) && !isAside()
        ? [{ event: null, when: fact.at }]
        : []
    if (isAside()) return []
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

  /** Whether an event by its name is this one. A deal that went on to a later stage has come that far; won, all the way. */
  const isStill = (name: string | null, event: HistoryEvent | null, fact: Fact): boolean => {
    if (name === null || event === null) return name === null && event === null
    if (!name.startsWith(advanced)) return event.kind === name
    if (event.kind !== 'deal.advanced' || fact.type !== 'deal') return false
    const { stages } = file.floor
    return (
      fact.status === 'won' || stages.indexOf(fact.stage ?? '') >= stages.indexOf(name.slice(advanced.length))
    )
  }

  const amountOf = (fact: Fact): number | null => amountInFloorCurrency(model, fact)
  const isOver = (fact: Fact, atLeastMinor: number | null): boolean =>
    atLeastMinor === null || (amountOf(fact) ?? Number.NEGATIVE_INFINITY) >= atLeastMinor

  /** An occasion that the rule asks for, with what it had to be over. `when`: a date or an instant, as its source says. */
  const occasion = (
    { fact }: StoredFact,
    { event }: Found,
    when: string,
    wins: WonDeals,
    isCounted: boolean,
  ): Occasion | null => {
    const person = creditedIn(fact, roster, credit)
    if (person === null) return null
    const placed = placing.place(when, person)
    if (!scope.holdsPerson(person, placed.day)) return null
    const values = readers.map((read) => {
      const value = read(occurrenceOf(fact, null))
      return value == null ? '' : foldedName(String(value))
    })
    const deal = { source: fact.source, id: fact.id, closer: person, closedOn: placed.day, values }
    const bar = barOf(deal, wins.recent.all())
    if (bar === null) return null
    const atLeastMinor = bar === 'any' ? null : bar
    if (!isOver(fact, atLeastMinor) || !isFirst(fact, person, wins, isCounted)) return null
    const name = event === null ? null : eventName(event, fact)
    const about: FactCause = {
      kind: 'fact',
      source: fact.source,
      id: fact.id,
      event: name,
      person: person.id,
      atLeastMinor,
    }
    return { id: factCauseId(rule.id, fact.source, fact.id, name), about, placed }
  }

  const { read } = model.corrections

  const causes: FactRule['causes'] = (was, is, wins, now) => {
    const [before, after] = [was && read(was), read(is)]
    const found = foundIn(after)
    if (found.length === 0) return []
    const known = before === null ? [] : foundIn(before).map(signOf)
    return found.flatMap((each): Cause[] => {
      // Two events of one instant are told apart by how many there were.
      const place = known.indexOf(signOf(each))
      const wasThere = place !== -1
      if (wasThere) known.splice(place, 1)
      // Where its source does not date it, it is of now if it was seen to happen.
      if (each.when === null && before === null) return []
      const when = each.when ?? new Date(now).toISOString()
      const person = creditedIn(after.fact, roster, credit)
      const zone = placing.place(when, person).stay?.zone ?? roster.floorZone
      if (!isPresent(when, zone, now)) return []
      const asked = occasion(after, each, when, wins, wasWon(before))
      if (asked === null) return []
      // It was so already: a name was corrected, or an amount that was high enough before.
      const wasSo = before !== null && wasThere && isOver(before.fact, asked.about.atLeastMinor)
      if (wasSo) return []
      return [
        {
          id: asked.id,
          rule,
          about: asked.about,
          at: now,
          happenedAt: happenedAt(when, zone, now, before !== null),
        },
      ]
    })
  }

  return {
    rule,
    causes,
    mayBe: (stored, from) =>
      foundIn(read(stored)).some(({ when }) => when !== null && Date.parse(when) > from - 2 * dayMs),
    occasions: (written, wins) => {
      const stored = read(written)
      return foundIn(stored).flatMap((each): Cause[] => {
        const asked = each.when === null ? null : occasion(stored, each, each.when, wins, true)
        return asked === null
          ? []
          : [{ id: asked.id, rule, about: asked.about, at: asked.placed.ms, happenedAt: asked.placed.ms }]
      })
    },
    isTrue: (about, written, wins, isToCome) => {
      if (written === null) return false
      const standing = read(written)
      const { fact } = standing
      const stands = foundIn(standing).some(({ event }) => isStill(about.event, event, fact))
      if (!stands || !isOver(fact, about.atLeastMinor)) return false
      const person = creditedIn(fact, roster, credit)
      if (person === null && roster.subjectOf(about.person) === null) return !isToCome
      return person?.id === about.person && isFirst(fact, person, wins, true)
    },
  }
}
