// Which open deals a rule finds off.
import type { DealTest, ExceptionRule } from '../../wire/exception-rule.ts'
import type { ExceptionWhy } from '../../wire/exceptions.ts'
import type { Deal } from '../../wire/fact.ts'
import { creditedIn } from '../celebrations/credited.ts'
import { createReader, type Occurrence } from '../counting/condition.ts'
import { amountInFloorCurrency } from '../counting/floor-model.ts'
import { compileOccurrenceTest } from '../counting/metric-plan.ts'
import { type Found, isAbout, teamIdOf } from '../flags/found.ts'
import { type Member, type Roster, stayAt } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, formatDay, parseDay } from '../time/calendar-date.ts'
import type { Zone } from '../time/zone.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import type { OpenDeals } from './open-deals.ts'

/** Date and clock of the deal's owner, at an instant. */
interface Here {
  readonly zone: Zone
  readonly today: Day
}

interface Off {
  readonly why: ExceptionWhy
  readonly since: number
}

const isThere = (value: unknown): boolean =>
  value != null && (typeof value !== 'string' || value.trim() !== '')

/** The local date of an instant or a plain date, as sources write them. */
const dayIn = (zone: Zone, when: string): Day =>
  when.length === 10 ? parseDay(when) : zone.dayAt(Date.parse(when))

/** Of a day so many days after another one; null while it has not come. */
const past = ({ zone, today }: Here, from: Day, most: number): { days: number; since: number } | null => {
  const days = today - from
  return days > most ? { days, since: zone.startOf(from + Math.floor(most) + 1) } : null
}

/** Which fields a source gives for any of its open deals: what it never gives, nobody has left out. */
const createSaid = (deals: readonly Occurrence[], read: (deal: Occurrence) => unknown) => {
  const sources = new Set(deals.flatMap((deal) => (isThere(read(deal)) ? [deal.fact.source] : [])))
  return (deal: Deal): boolean => sources.has(deal.source)
}

type Look = (deal: Occurrence & { readonly fact: Deal }, here: Here) => Off | null

const lookFor = (
  test: DealTest,
  all: readonly Occurrence[],
  deals: OpenDeals,
  minorPerUnit: number,
): Look => {
  if (test.overdue !== undefined) {
    const most = test.overdue
    return ({ fact: { expectedCloseOn } }, here) => {
      const over = expectedCloseOn == null ? null : past(here, parseDay(expectedCloseOn), most)
      return (
        over && {
          why: { kind: 'overdue', on: String(expectedCloseOn), days: over.days },
          since: over.since,
        }
      )
    }
  }
  if (test.untouched !== undefined) {
    const most = test.untouched
    const isSaid = createSaid(all, ({ fact }) => fact.type === 'deal' && fact.lastActivityAt)
    return ({ fact }, here) => {
      const { lastActivityAt, createdAt } = fact
      const last = lastActivityAt ?? (isSaid(fact) ? createdAt : null)
      if (last == null) return null
      const from = dayIn(here.zone, last)
      const over = past(here, from, most)
      const on = lastActivityAt == null ? null : formatDay(from)
      return over && { why: { kind: 'untouched', on, days: over.days }, since: over.since }
    }
  }
  const { missing } = test
  if (missing !== undefined) {
    const read = createReader(missing, minorPerUnit) ?? (() => undefined)
    const isSaid = createSaid(all, read)
    return (deal, { zone, today }) => {
      if (isThere(read(deal)) || !isSaid(deal.fact)) return null
      const { createdAt } = deal.fact
      const began = createdAt == null ? today : Math.min(dayIn(zone, createdAt), today)
      return { why: { kind: 'missing', field: missing }, since: zone.startOf(began) }
    }
  }
  return ({ fact: { stage, stageEnteredAt } }, here) => {
    if (stage == null || stageEnteredAt == null) return null
    const usual = test.overAverage === undefined ? null : deals.averageStay(stage)
    if (test.overAverage !== undefined && usual === null) return null
    const most = test.inStage ?? (test.overAverage ?? 0) + (usual ?? 0)
    const over = past(here, dayIn(here.zone, stageEnteredAt), most)
    return over && { why: { kind: 'in stage', stage, days: over.days, usual }, since: over.since }
  }
}

const titleOf = ({ name, account, id }: Deal): string =>
  [name, account, id].find((text) => text != null && text.trim() !== '') ?? id

/** An open deal, with whose it is. */
interface LookedAt extends Occurrence, Here {
  readonly fact: Deal
  readonly member: Member | null
}

/** Whose a deal is does not change while the floor and the deal stand, and names are slow to look up. */
const owners = new WeakMap<Roster, WeakMap<Deal, Member | null>>()

const ownerOf = (roster: Roster, deal: Deal): Member | null => {
  const known = owners.get(roster) ?? new WeakMap<Deal, Member | null>()
  owners.set(roster, known)
  const found = known.get(deal)
  if (found !== undefined) return found
  const owner = creditedIn(deal, roster, null)
  known.set(deal, owner)
  return owner
}

/** All open deals at an instant (epoch ms), for every rule on deals alike. */
export const prepareDeals = ({ model }: Numbers, deals: OpenDeals, ms: number): readonly LookedAt[] => {
  const { roster } = model
  const dates = new Map<Zone, Day>()
  const counted = [...deals.all()].filter((deal) => !model.corrections.goesNowhere(deal))
  return counted.map((written): LookedAt => {
    const fact = model.corrections.readDeal(written)
    const member = ownerOf(roster, written)
    const zone = member === null ? roster.floorZone : stayAt(member, ms).zone
    const today = dates.get(zone) ?? zone.dayAt(ms)
    dates.set(zone, today)
    return { fact, event: null, amountMinor: amountInFloorCurrency(model, fact), member, zone, today }
  })
}

/** `all` as `prepareDeals` gives them at the same instant. */
export const findDeals = (
  { model }: Numbers,
  rule: ExceptionRule,
  test: DealTest,
  deals: OpenDeals,
  all: readonly LookedAt[],
  ms: number,
): readonly Found[] => {
  const { roster } = model
  const minorPerUnit = 10 ** exponentOf(model.file.floor.currency)
  const { test: passes } = compileOccurrenceTest(
    { from: 'deal', where: test.where },
    minorPerUnit,
    model.file.floor.conversations,
  )
  const look = lookFor(test, all, deals, minorPerUnit)
  // A deal of nobody whom the floor knows is nobody's of a team or a role.
  const isOfNobody = rule.team === undefined && rule.role === undefined
  return all.flatMap((deal): Found[] => {
    const { fact, member } = deal
    if (!passes(deal) || (member === null ? !isOfNobody : !isAbout(model, rule, member, ms))) return []
    const off = look(deal, deal)
    if (off === null) return []
    const credit = fact.credits.find(({ role }) => role !== 'assist') ?? fact.credits[0]
    return [
      {
        rule: rule.id,
        subject: { kind: 'deal', source: fact.source, id: fact.id },
        title: titleOf(fact),
        owner: member?.id ?? null,
        ownerName: member?.name ?? credit?.rep ?? '',
        team: member === null ? null : teamIdOf(roster, stayAt(member, ms).team),
        ...off,
      },
    ]
  })
}
