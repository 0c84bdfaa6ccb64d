// A floor file compiled for computing. Built once for each edit.
import type { Fact } from '../../wire/fact.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { dealsTaken } from '../../wire/taken-from.ts'
import { type Corrections, createCorrections } from '../facts/corrections.ts'
import { foldedName } from '../people/name-key.ts'
import { createRoster, type Roster } from '../people/roster.ts'
import { formatDay, parseDay } from '../time/calendar-date.ts'
import { createFiscalCalendar, type FiscalCalendar } from '../time/fiscal-calendar.ts'
import { createWorkingTime, type WorkingTime } from '../time/working-time.ts'
import { createZone, type Zone } from '../time/zone.ts'
import { type Say, sayIn } from '../words/say.ts'
import { stepsAskedFor } from './contest-steps.ts'
import { asksForConversations } from './conversation.ts'
import { compileMetrics, type MetricPlan } from './metric-plan.ts'
import { type Converter, createConverter } from './money.ts'
import { createStageFlow, flowingStages, type StageFlow } from './stage-flow.ts'

export interface FloorModel {
  readonly file: FloorFile
  readonly roster: Roster
  /** How it reads what its sources wrote. */
  readonly corrections: Corrections
  readonly calendar: FiscalCalendar
  readonly workingTime: WorkingTime
  readonly converter: Converter
  readonly metrics: readonly MetricPlan[]
  /** What the floor's funnels count. The indexes of its plans follow those of the metrics. */
  readonly flow: StageFlow
  /** Words in the floor's language. */
  readonly say: Say
  metric(id: string): MetricPlan | null
  zone(id: string): Zone
}

export const createFloorModel = (file: FloorFile): FloorModel => {
  const metrics = compileMetrics(file)
  const byId = new Map(metrics.map((plan) => [plan.metric.id, plan]))
  return {
    file,
    roster: createRoster(file, createZone),
    corrections: createCorrections(file),
    calendar: createFiscalCalendar(file.floor),
    workingTime: createWorkingTime(file.floor),
    converter: createConverter(file.floor),
    metrics,
    flow: createStageFlow(file, metrics.length),
    say: sayIn(file.floor.locale),
    metric: (id) => byId.get(id) ?? null,
    zone: createZone,
  }
}

const countsConversations = ({ metrics }: FloorFile): boolean => metrics.some(asksForConversations)

const takesDeals = ({ floor }: FloorFile): boolean =>
  floor.takenFrom.some(({ kinds }) => kinds.some((kind) => foldedName(kind) === dealsTaken))

/** Floors with the same fingerprint compute the same numbers from the same facts, and find the same faults in them. */
export const countingFingerprint = (file: FloorFile): string => {
  const {
    timeZone,
    currency,
    rates,
    credit,
    stages,
    stageProbabilities,
    breakdowns,
    takenFrom,
    conversations,
  } = file.floor
  const people = file.people.map(({ id, name, aliases, role, team }) => ({ id, name, aliases, role, team }))
  const teams = file.teams.map(({ id, parent, timeZone: zone, members }) => ({ id, parent, zone, members }))
  const roles = file.roles.map(({ id }) => id)
  const metrics = file.metrics.map(({ id, of, unit, window, since, earlier = [] }) => ({
    ...{ id, of, unit, window },
    ...(earlier.length > 0 && {
      since,
      earlier: earlier.map((each) => ({ since: each.since, of: each.of })),
    }),
  }))
  const flow = flowingStages(file).length > 0
  const money = { currency, rates, credit, stageProbabilities }
  const asked = stepsAskedFor(file).map(({ metrics: ids, days }) => [ids, days.from, days.to])
  const taken = {
    ...(takenFrom.length > 0 && { takenFrom }),
    // Counts of a version that took no deals from a source are another floor’s.
    ...(takesDeals(file) && { takesDeals: true }),
    ...(countsConversations(file) && { conversations }),
    ...(file.corrections.length > 0 && { corrections: file.corrections }),
    ...(asked.length > 0 && { contests: asked }),
  }
  return JSON.stringify({
    timeZone,
    money,
    roles,
    people,
    teams,
    metrics,
    stages,
    flow,
    breakdowns,
    ...taken,
  })
}

/**
 * A fact's amount in the floor's minor units, at the rate of the day on which it closed; of an open deal, of the day on
 * which it is expected to, else on which it was created. The day is the floor's own. Null without an amount or a rate.
 */
export const amountInFloorCurrency = (model: FloorModel, fact: Fact): number | null => {
  if (fact.type !== 'deal' || fact.amount == null) return null
  const { minor, currency } = fact.amount
  if (currency === model.file.floor.currency) return minor
  const when = fact.closedAt ?? fact.expectedCloseOn ?? fact.createdAt
  if (when == null) return null
  const day = when.length === 10 ? parseDay(when) : model.roster.floorZone.dayAt(Date.parse(when))
  return model.converter.convert(minor, currency, day)
}

/**
 * The rate at which a fact's amount is counted: of one unit of its currency, in units of the floor's. Null where nothing
 * is converted, and without a rate.
 */
export const rateOf = (model: FloorModel, fact: Fact): number | null => {
  if (fact.type !== 'deal' || fact.amount == null) return null
  const { currency: own, rates } = model.file.floor
  const { currency } = fact.amount
  const when = fact.closedAt ?? fact.expectedCloseOn ?? fact.createdAt
  if (currency === own || when == null) return null
  const on = when.length === 10 ? when : formatDay(model.roster.floorZone.dayAt(Date.parse(when)))
  const held = rates
    .filter((rate) => rate.currency === currency && rate.from <= on)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  return held.at(-1)?.rate ?? null
}

/** The currency and the day for which the floor would need a rate to count a fact; null for every other one. */
export const rateLacked = (
  model: FloorModel,
  fact: Fact,
): { readonly currency: string; readonly on: string } | null => {
  if (fact.type !== 'deal' || fact.amount == null || amountInFloorCurrency(model, fact) !== null) return null
  const when = fact.closedAt ?? fact.expectedCloseOn ?? fact.createdAt
  if (when == null) return null
  const on = when.length === 10 ? when : formatDay(model.roster.floorZone.dayAt(Date.parse(when)))
  return { currency: fact.amount.currency, on }
}

/** The currency of an amount that counts nowhere on this floor, for want of a rate or of size; null for every other fact. */
export const uncountedCurrency = (model: FloorModel, fact: Fact): string | null => {
  if (fact.type !== 'deal' || fact.amount == null) return null
  const amount = amountInFloorCurrency(model, fact)
  return amount !== null && Number.isSafeInteger(amount) ? null : fact.amount.currency
}

/** A sentence that says why this floor cannot count a fact; null when it can. */
export const refuseFact = (model: FloorModel, fact: Fact): string | null => {
  const { credit, currency: own } = model.file.floor
  if (credit === 'split' && fact.credits.length > 1) {
    if (fact.credits.some(({ share }) => share == null)) {
      return 'credits: a fact with several credits needs a share for each of them'
    }
    const sum = fact.credits.reduce((total, { share }) => total + (share ?? 0), 0)
    if (Math.abs(sum - 1) > 1e-6)
      return `credits: shares must sum to 1, these sum to ${Number(sum.toFixed(6))}`
  } else if (credit === 'split') {
    const share = fact.credits[0]?.share ?? 1
    if (Math.abs(share - 1) > 1e-6) return `credits[0].share: shares must sum to 1, these sum to ${share}`
  }
  if (fact.type !== 'deal' || fact.amount == null || fact.amount.currency === own) return null
  const amount = amountInFloorCurrency(model, fact)
  if (amount !== null) return Number.isSafeInteger(amount) ? null : `amount: is too large to count in ${own}`
  if ((fact.closedAt ?? fact.expectedCloseOn ?? fact.createdAt) == null)
    return 'amount.currency: an amount in another currency needs a date of its deal, to be converted at the rate of that day'
  return `amount.currency: the floor counts in ${own} and has no rate for ${fact.amount.currency} on that date; add one under floor.rates`
}

/** Which currency lacks a rate, of a fact that was refused for it; null for another reason. */
export const currencyRefused = (why: string): string | null =>
  /^amount\.currency: .* has no rate for ([A-Z]{3}) on that date/.exec(why)?.[1] ?? null
