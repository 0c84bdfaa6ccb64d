// What every fact adds to every metric and for whom, listed one by one from all that the sources ever said.
import type { z } from 'zod'
import type { Condition } from '../../shared/wire/condition.ts'
import type { Deal, Fact } from '../../shared/wire/fact.ts'
import type { Base, FloorFile } from '../../shared/wire/floor.ts'
import { isAside } from './aside.ts'
import { dateIn, startIn } from './calendar.ts'
import { findPerson, type Person, teamOn, visible, whereAt, zoneOfTeam } from './people.ts'

/** All that a source said under one key since it last began, oldest first. */
export type Versions = readonly { readonly fact: Fact; readonly receivedAt: number }[]

export interface Contribution {
  /** The fact, or the event of its history, that it is a part of. */
  readonly item: string
  /** The date that says by which definition of the metric it counts: that of the first who is credited. */
  readonly definedOn: string | null
  /** Null: somebody the floor does not know. */
  readonly rep: string | null
  readonly team: string | null
  readonly date: string | null
  readonly ms: number | null
  readonly weight: number
  readonly amount: number
  /** What a field of the fact has, without what nobody sees; empty where it lacks the field. */
  fieldOf(field: string): string
}

interface Item {
  readonly key: string
  readonly fact: Fact
  readonly event: { readonly kind: string; readonly at: string } | null
}

const iso = (ms: number): string => new Date(ms).toISOString()

interface Said {
  readonly deal: Deal
  readonly received: string
}

/** Without what came between a closing and the same closing, by its date, sent again for a deal that seemed reopened. */
const withoutRepeats = (said: readonly Said[]): readonly Said[] => {
  const kept: Said[] = []
  for (const each of said) {
    const isOpen = (index: number): boolean => kept[index]?.deal.status === 'open'
    const reopened = kept.findLastIndex((_, index) => index > 0 && isOpen(index) && !isOpen(index - 1))
    const closing = kept[reopened - 1]?.deal
    const isRepeat =
      isOpen(kept.length - 1) &&
      closing?.status === each.deal.status &&
      closing.closedAt != null &&
      closing.closedAt === each.deal.closedAt
    if (isRepeat) kept.splice(reopened)
    kept.push(each)
  }
  return kept
}

const dealEvents = (versions: Versions, stages: readonly string[]): { kind: string; at: string }[] => {
  const said = versions.flatMap(({ fact, receivedAt }): Said[] => {
    if (fact.type !== 'deal') return []
    const stage = fact.stage == null ? fact.stage : visible(fact.stage)
    return [{ deal: { ...fact, stage }, received: iso(receivedAt) }]
  })
  const [first] = said
  if (!first) return []
  const created = said.findLast(({ deal }) => deal.createdAt != null)?.deal.createdAt ?? first.received
  const events = [{ kind: 'deal.created', at: created }]
  const deals = withoutRepeats(said)
  deals.forEach(({ deal, received }, index) => {
    const before: Deal | undefined = deals[index - 1]?.deal
    const [stageWas, stageIs] = [stages.indexOf(before?.stage ?? ''), stages.indexOf(deal.stage ?? '')]
    if (stageWas >= 0 && stageIs > stageWas && deal.status !== 'lost') {
      // While it stands there, the date follows the source's corrections.
      const end = deals.findIndex(
        (other, at) => at > index && (other.deal.stage !== deal.stage || other.deal.status !== deal.status),
      )
      const run = deals.slice(index, end < 0 ? undefined : end)
      const entered = run.findLast((other) => other.deal.stageEnteredAt != null)?.deal.stageEnteredAt
      events.push({ kind: 'deal.advanced', at: entered ?? received })
    }
    if (before?.expectedCloseOn && deal.expectedCloseOn && deal.expectedCloseOn > before.expectedCloseOn)
      events.push({ kind: 'deal.slipped', at: received })
    const was = before?.status ?? 'open'
    if (was === deal.status) return
    if (deal.status === 'open') {
      events.push({ kind: 'deal.reopened', at: received })
      return
    }
    // While it stays won (or lost), the date follows the source's corrections.
    const end = deals.findIndex((other, at) => at > index && other.deal.status !== deal.status)
    const run = deals.slice(index, end < 0 ? undefined : end)
    const closed = run.findLast((other) => other.deal.closedAt != null)?.deal.closedAt ?? received
    events.push({ kind: `deal.${deal.status}`, at: closed })
  })
  return events
}

const exponent: Readonly<Record<string, number>> = { USD: 2, EUR: 2, JPY: 0, KWD: 3 }

const power = (currency: string): bigint => 10n ** BigInt(exponent[currency] ?? 2)

/** Minor units of the floor's currency. */
export const amountOf = (file: FloorFile, fact: Fact): number | null => {
  if (fact.type !== 'deal' || fact.amount == null) return null
  const { minor, currency } = fact.amount
  if (currency === file.floor.currency) return minor
  const when = fact.closedAt ?? fact.expectedCloseOn ?? fact.createdAt
  if (when == null) return null
  const date = when.length === 10 ? when : dateIn(file.floor.timeZone, Date.parse(when))
  const dated = file.floor.rates
    .filter((rate) => rate.currency === currency && rate.from <= date)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (!dated) return null
  // The rates of these floors have six decimals at most.
  const above = BigInt(Math.abs(minor)) * BigInt(Math.round(dated.rate * 1e6)) * power(file.floor.currency)
  const below = 1_000_000n * power(currency)
  const size = Number(above / below) + ((above % below) * 2n >= below ? 1 : 0)
  return minor < 0 ? -size : size
}

/** Of a deal that is open, by thousandths: those of these floors have three decimals at most. */
const weightedOf = (file: FloorFile, fact: Fact): number | null => {
  const amount = amountOf(file, fact)
  if (fact.type !== 'deal' || amount === null) return null
  if (fact.status !== 'open') return fact.status === 'won' ? amount : 0
  const probability = file.floor.stageProbabilities[fact.stage ?? '']
  if (probability === undefined) return null
  const thousandths = Math.abs(amount) * Math.round(probability * 1000)
  const size = Math.floor(thousandths / 1000) + (thousandths % 1000 >= 500 ? 1 : 0)
  return amount < 0 && size !== 0 ? -size : size
}

/** Largest remainders, one unit at a time. */
const split = (whole: number, weights: readonly number[]): number[] => {
  const sum = BigInt(weights.reduce((total, weight) => total + weight, 0))
  const size = BigInt(Math.abs(whole))
  const parts = weights.map((weight) => (size * BigInt(weight)) / sum)
  const rests = weights.map((weight) => (size * BigInt(weight)) % sum)
  while (parts.reduce((total, part) => total + part, 0n) < size) {
    const largest = rests.reduce((best, rest, index) => (rest > (rests[best] ?? 0n) ? index : best), 0)
    parts[largest] = (parts[largest] ?? 0n) + 1n
    rests[largest] = -1n
  }
  return parts.map((part) => Number(part) * (whole < 0 ? -1 : 1))
}

const fieldOf = (file: FloorFile, { fact, event }: Item, field: string): unknown => {
  if (field.startsWith('fields.')) return fact.fields?.[field.slice(7)]
  if (field === 'amount') {
    const minor = amountOf(file, fact)
    return minor === null ? null : minor / Number(power(file.floor.currency))
  }
  if (event && (field === 'kind' || field === 'at')) return event[field]
  if (field === 'deal' && fact.type === 'deal') return fact.id
  return Object.entries(fact).find(([name]) => name === field)?.[1]
}

const seen = (value: unknown): unknown => (typeof value === 'string' ? visible(value) : value)

const passes = (file: FloorFile, item: Item, condition: Condition): boolean => {
  if (condition.field === 'credit') return true
  const value: unknown = seen(fieldOf(file, item, condition.field))
  const isOneOf = (list: readonly unknown[]) => list.some((wanted) => wanted === value)
  if (condition.is !== undefined) return value === condition.is
  if (condition.isNot !== undefined) return value !== condition.isNot
  if (condition.in) return isOneOf(condition.in)
  if (condition.notIn) return !isOneOf(condition.notIn)
  if (condition.atLeast !== undefined) return typeof value === 'number' && value >= condition.atLeast
  if (condition.atMost !== undefined) return typeof value === 'number' && value <= condition.atMost
  return (value !== undefined && value !== null) === condition.exists
}

/** The date and the instant of something that a person did. */
export const placed = (
  file: FloorFile,
  person: Person | null,
  when: string,
): { date: string; ms: number } => {
  if (when.length === 10) {
    const zone = person ? zoneOfTeam(file, teamOn(file, person, when)) : file.floor.timeZone
    return { date: when, ms: startIn(zone, when) }
  }
  const ms = Date.parse(when)
  return { date: person ? whereAt(file, person, ms).date : dateIn(file.floor.timeZone, ms), ms }
}

type Of = z.infer<typeof Base>

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const wholeOf = (file: FloorFile, item: Item, of: Of, first: Person | null): number | null => {
  if (of.measure === 'count') return 0
  if ('meanDays' in of.measure) {
    const [start, end] = of.measure.meanDays.map((field) => text(fieldOf(file, item, field)))
    if (start == null || end == null) return null
    if (start.length > 10 && end.length > 10) return Date.parse(end) - Date.parse(start)
    return Date.parse(placed(file, first, end).date) - Date.parse(placed(file, first, start).date)
  }
  const field = 'sum' in of.measure ? of.measure.sum : of.measure.mean
  if (field === 'amount') return amountOf(file, item.fact)
  if (field === 'weightedAmount') return weightedOf(file, item.fact)
  const value = fieldOf(file, item, field)
  return typeof value === 'number' ? Math.round(value * 1000) : null
}

const ofItem = (file: FloorFile, item: Item, of: Of): Contribution[] => {
  const { fact } = item
  const isRightKind =
    of.from === 'deal' ? fact.type === 'deal' && !item.event : fact.type === 'activity' || item.event
  if (isAside(file, fact)) return []
  if (!isRightKind || !of.where.every((condition) => passes(file, item, condition))) return []
  const people = fact.credits.map(({ rep }) => findPerson(file, rep))
  const whole = wholeOf(file, item, of, people[0] ?? null)
  if (whole === null) return []
  const isFull = file.floor.credit === 'full'
  const written = fact.credits.map(({ share }) => Math.max(1, Math.round((share ?? 1) * 1e9)))
  const weights = isFull ? fact.credits.map(() => 1e6) : split(1e6, written)
  const parts = isFull ? fact.credits.map(() => whole) : split(whole, weights)
  const role = of.where.find(({ field }) => field === 'credit')?.is
  const when = text(fieldOf(file, item, of.date))
  const definedOn = when === null ? null : placed(file, people[0] ?? null, when).date
  return fact.credits.flatMap((credit, index): Contribution[] => {
    if (role !== undefined && (credit.role ?? 'owner') !== role) return []
    const person = people[index] ?? null
    const at = when === null ? null : placed(file, person, when)
    return [
      {
        item: item.key,
        definedOn,
        rep: person?.id ?? null,
        team: person && teamOn(file, person, at?.date ?? null),
        date: at?.date ?? null,
        ms: at?.ms ?? null,
        weight: weights[index] ?? 0,
        amount: parts[index] ?? 0,
        fieldOf: (field) => visible(String(fieldOf(file, item, field) ?? '')),
      },
    ]
  })
}

/** All that facts and their histories add to one metric. */
export const contributionsOf = (
  file: FloorFile,
  facts: ReadonlyMap<string, Versions>,
  metric: string,
): readonly Contribution[] => {
  const found = file.metrics.find(({ id }) => id === metric)
  if (!found || !('from' in found.of)) return []
  const { earlier = [], since } = found
  const definitions = [...earlier, { of: found.of, since }]
  return definitions.flatMap(({ of, since: from = '' }, index) =>
    countedBy(file, facts, of, index).filter(({ definedOn }) => {
      const until = definitions[index + 1]?.since
      // What has no date counts by the definition that stands.
      if (definedOn === null) return until === undefined
      return (index === 0 || from <= definedOn) && (until === undefined || definedOn < until)
    }),
  )
}

/** By one definition, whenever it holds. */
const countedBy = (
  file: FloorFile,
  facts: ReadonlyMap<string, Versions>,
  of: Of,
  definition: number,
): readonly Contribution[] =>
  [...facts].flatMap(([key, versions]) => {
    const fact = versions.at(-1)?.fact
    if (!fact) return []
    const isNamed = of.where.some((test) => test.field === 'kind' && (test.is ?? test.in) !== undefined)
    const events = fact.type === 'deal' && isNamed ? dealEvents(versions, file.floor.stages) : []
    const items: Item[] = [
      { key: `${definition} ${key}`, fact, event: null },
      ...events.map((event, index) => ({ key: `${definition} ${key} ${index}`, fact, event })),
    ]
    return items.flatMap((item) => ofItem(file, item, of))
  })
