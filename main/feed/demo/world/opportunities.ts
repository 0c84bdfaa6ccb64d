// The life of a deal: opened, advanced, resized, put off, won or lost, and now and then reopened.

import { demoSource } from '../../../../shared/domain/floor-file/own-floor.ts'
import { formatDay, parseDay } from '../../../../shared/domain/time/calendar-date.ts'
import { exponentOf } from '../../../../shared/domain/words/currency-exponent.ts'
import type { Credit, Deal } from '../../../../shared/wire/fact.ts'
import { isoAt } from './instants.ts'
import { dayOfInstant } from './occasion.ts'
import { createRandom, type Random } from './random.ts'
import { lossByDealStage, type Segment, seatProduct } from './segments.ts'
import type { Employee } from './staff.ts'
import { reviseDeal, type SimulatedDeal, takeId, type World } from './world.ts'

/** Share of deals that nobody works on. */
const quietShare = 0.07
/** How many of the latest orders of seats may still be cancelled. */
const keptOrders = 40
/** Share of work on deals that ends without a next step. */
const openEndShare = 0.16
/** Calendar days for each working day. */
const calendarShare = 7 / 5

const creditsOf = (owner: Employee, sourcer: Employee | null): Credit[] =>
  sourcer === null
    ? [{ rep: owner.id, share: 1, role: 'owner' }]
    : [
        { rep: owner.id, share: 0.8, role: 'owner' },
        { rep: sourcer.id, share: 0.2, role: 'assist' },
      ]

/** Prices end in hundreds. */
const toPrice = (units: number, currency: string): number =>
  Math.max(1, Math.round(units / 100)) * 100 * 10 ** exponentOf(currency)

const dateAfter = (at: number, days: number): string => formatDay(dayOfInstant(at) + Math.ceil(days))

const usdOf = (world: World, deal: SimulatedDeal, at: number): number => {
  const { amount } = deal.fact
  if (!amount) return 0
  return (world.staff.converter.convert(amount.minor, amount.currency, dayOfInstant(at)) ?? 0) / 100
}

const book = (world: World, deal: SimulatedDeal, at: number, sign: 1 | -1): void =>
  world.tally.countBooking(deal.owner, sign * usdOf(world, deal, at), deal.closedAt ?? at, at)

/** The agreed next step, if any. Random numbers of its own, so that nothing else of the world changes with it. */
const nextStepAfter = (world: World, id: string, at: number): string | null => {
  const random = createRandom(world.seed, 'next step', id, at)
  return random.chance(openEndShare) ? null : dateAfter(at, random.whole(2, 14))
}

/** The deal's own fields once somebody has worked on it: by that, its owner accepts what an SDR sourced. */
const fieldsAfterWork = (world: World, { fact, sourcer }: SimulatedDeal, at: number): Deal['fields'] => ({
  ...(sourcer !== null && { acceptedOn: dateAfter(at, 0) }),
  ...fact.fields,
  nextStepOn: nextStepAfter(world, fact.id, at),
})

const addDeal = (
  world: World,
  at: number,
  deal: Omit<SimulatedDeal, 'quiet' | 'slips' | 'dealStage'>,
): SimulatedDeal => {
  const simulated: SimulatedDeal = { ...deal, quiet: false, slips: 0, dealStage: 0 }
  reviseDeal(world, simulated, at, {}, false)
  return simulated
}

export interface Lead {
  readonly owner: Employee
  readonly segment: Segment
  readonly sourcer: Employee | null
  readonly account: string
}

export const openDeal = (world: World, at: number, lead: Lead, random: Random): SimulatedDeal => {
  const { segment, owner, sourcer, account } = lead
  const product = random.pick(segment.products) ?? ''
  const minor = toPrice(
    random.logNormal(segment.medianDeal * owner.skill ** 0.5, segment.spread),
    segment.currency,
  )
  const days =
    segment.daysPerDealStage * world.staff.dealStages.length * calendarShare * random.between(0.7, 1.2)
  const id = takeId(world)
  const deal = addDeal(world, at, {
    segment,
    sourcer,
    firstMinor: minor,
    owner,
    closedAt: null,
    fact: {
      source: demoSource,
      id,
      type: 'deal',
      name: `${account}, ${product}`,
      account,
      product,
      amount: { minor, currency: segment.currency },
      stage: world.staff.dealStages[0] ?? null,
      status: 'open',
      createdAt: isoAt(at),
      stageEnteredAt: isoAt(at),
      expectedCloseOn: dateAfter(at, days),
      lastActivityAt: isoAt(at),
      fields: { slips: 0, nextStepOn: nextStepAfter(world, id, at) },
      credits: creditsOf(owner, sourcer),
    },
  })
  deal.quiet = random.chance(quietShare)
  world.deals.set(deal.fact.id, deal)
  return deal
}

/** Somebody worked on it. */
export const touchDeal = (world: World, deal: SimulatedDeal, at: number): void =>
  reviseDeal(world, deal, at, { lastActivityAt: isoAt(at), fields: fieldsAfterWork(world, deal, at) }, true)

/** A new amount, never far from the first. */
export const resizeDeal = (world: World, deal: SimulatedDeal, at: number, random: Random): void => {
  const { currency } = deal.segment
  const units = (deal.firstMinor / 10 ** exponentOf(currency)) * random.between(0.7, 1.2)
  const amount = { minor: toPrice(units, currency), currency }
  reviseDeal(world, deal, at, { amount, lastActivityAt: isoAt(at) }, true)
}

/** The close date moves later. */
export const slipDeal = (world: World, deal: SimulatedDeal, at: number, random: Random): void => {
  deal.slips++
  const from = Math.max(dayOfInstant(at), parseDay(deal.fact.expectedCloseOn ?? dateAfter(at, 0)))
  const expectedCloseOn = formatDay(from + random.whole(7, 35))
  const fields = { ...fieldsAfterWork(world, deal, at), slips: deal.slips }
  reviseDeal(world, deal, at, { expectedCloseOn, fields, lastActivityAt: isoAt(at) }, false)
}

const closeDeal = (world: World, deal: SimulatedDeal, at: number, status: 'won' | 'lost'): void => {
  if (deal.fact.status === 'won') book(world, deal, at, -1)
  deal.closedAt = at
  const stage = status === 'won' ? 'Closed won' : 'Closed lost'
  const when = isoAt(at)
  reviseDeal(
    world,
    deal,
    at,
    { stage, status, stageEnteredAt: when, closedAt: when, lastActivityAt: when },
    false,
  )
  if (status === 'won') book(world, deal, at, 1)
}

const winDeal = (world: World, deal: SimulatedDeal, at: number): void => closeDeal(world, deal, at, 'won')

/** The deal leaves its last stage, won. */
export const signDeal = (world: World, deal: SimulatedDeal, at: number): void => {
  world.tally.countWork(deal.owner, 'move', at)
  winDeal(world, deal, at)
}

/** The customer takes more than was offered, where the offer is not worth that many US dollars. */
export const signDealFor = (world: World, deal: SimulatedDeal, at: number, leastUsd: number): void => {
  const { currency } = deal.segment
  const unit = 10 ** exponentOf(currency)
  const usdOfUnit = (world.staff.converter.convert(unit, currency, dayOfInstant(at)) ?? 0) / 100
  const least = usdOfUnit > 0 ? Math.ceil(leastUsd / usdOfUnit / 100) * 100 * unit : 0
  deal.fact = { ...deal.fact, amount: { minor: Math.max(least, deal.fact.amount?.minor ?? 0), currency } }
  signDeal(world, deal, at)
}

/** Also for a deal already won: the customer cancelled. */
export const loseDeal = (world: World, deal: SimulatedDeal, at: number): void =>
  closeDeal(world, deal, at, 'lost')

/** Back to the last stage, expected to close in a month. */
export const reopenDeal = (world: World, deal: SimulatedDeal, at: number): void => {
  if (deal.fact.status === 'won') book(world, deal, at, -1)
  const { dealStages } = world.staff
  deal.dealStage = dealStages.length - 1
  deal.closedAt = null
  const when = isoAt(at)
  reviseDeal(
    world,
    deal,
    at,
    {
      stage: dealStages[deal.dealStage] ?? null,
      status: 'open',
      stageEnteredAt: when,
      expectedCloseOn: dateAfter(at, 30),
      closedAt: null,
      lastActivityAt: when,
    },
    false,
  )
}

/** The deal leaves its stage: it is lost, won, or advances to the next one. */
export const moveDeal = (world: World, deal: SimulatedDeal, at: number, random: Random): void => {
  world.tally.countWork(deal.owner, 'move', at)
  const nextStage = world.staff.dealStages[deal.dealStage + 1]
  if (random.chance((lossByDealStage[deal.dealStage] ?? 0) / deal.owner.skill)) loseDeal(world, deal, at)
  else if (nextStage === undefined) winDeal(world, deal, at)
  else {
    deal.dealStage++
    const when = isoAt(at)
    const fields = fieldsAfterWork(world, deal, at)
    reviseDeal(
      world,
      deal,
      at,
      { stage: nextStage, stageEnteredAt: when, lastActivityAt: when, fields },
      false,
    )
  }
}

/** Its owner left: a colleague takes over, with the credit. */
export const handOver = (world: World, deal: SimulatedDeal, at: number, owner: Employee): void => {
  deal.owner = owner
  reviseDeal(world, deal, at, { credits: creditsOf(owner, deal.sourcer), lastActivityAt: isoAt(at) }, false)
}

/** A customer orders more seats: signed at once. `units` are whole units of the segment's currency. */
export const sellSeats = (world: World, at: number, lead: Lead, units: number): void => {
  const { owner, segment, account } = lead
  const minor = Math.max(1, Math.round(units / 20)) * 20 * 10 ** exponentOf(segment.currency)
  const when = isoAt(at)
  const deal = addDeal(world, at, {
    segment,
    sourcer: null,
    firstMinor: minor,
    owner,
    closedAt: at,
    fact: {
      source: demoSource,
      id: takeId(world),
      type: 'deal',
      name: `${account}, ${seatProduct}`,
      account,
      product: seatProduct,
      amount: { minor, currency: segment.currency },
      stage: 'Closed won',
      status: 'won',
      createdAt: when,
      stageEnteredAt: when,
      expectedCloseOn: dateAfter(at, 0),
      closedAt: when,
      lastActivityAt: when,
      credits: creditsOf(owner, null),
    },
  })
  book(world, deal, at, 1)
  world.orders.push(deal)
  if (world.orders.length > keptOrders) world.orders.shift()
}
