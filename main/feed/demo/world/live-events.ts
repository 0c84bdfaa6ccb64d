// The live floor: every five seconds something may happen that a wall can show, at any hour of any day.
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import { dayMs } from '../../../../shared/domain/time/calendar-date.ts'
import { pickAccount } from './accounts.ts'
import { doWork, segmentAt } from './daily-work.ts'
import type { Occasion } from './occasion.ts'
import { loseDeal, moveDeal, resizeDeal, sellSeats, touchDeal } from './opportunities.ts'
import type { Pace } from './pace.ts'
import { createRandom, type Random } from './random.ts'
import { type Employee, roleAt } from './staff.ts'
import type { SimulatedDeal, World } from './world.ts'

const intervalMs = 5_000
/** An order of seats every two and a half minutes, a change of a deal every fifteen seconds, other work in between. */
const intervalsPerOrder = 30
const intervalsPerDeal = 3

/** With less room than this, summed over all people and kinds of work, some intervals stay empty. */
const easyRoom = 900

/** Small next to a deal, so that a day of orders does not make the quarter. */
const orderShareOfRoom = 0.015
const smallestOrder = 120
const largestOrder = 4_800
/** Orders that still come in when everybody is ahead of the quarter. */
const orderChanceWithoutRoom = 0.2

const voidedOrderChance = 0.02
const moveChance = 0.35
const resizeChance = 0.75

/** A leaver's deals go to colleagues on the next day; until then nobody touches them. */
const worksAt = (employee: Employee, at: number): boolean => roleAt(employee, at) !== null

const openDealsOf = (world: World, owner: Employee): SimulatedDeal[] =>
  [...world.deals.values()].filter(
    (deal) => deal.owner === owner && deal.fact.status === 'open' && !deal.quiet,
  )

const someWork = (world: World, pace: Pace, at: number, random: Random): void => {
  const openings = pace.openings(at)
  const room = openings.reduce((sum, opening) => sum + opening.room, 0)
  if (!random.chance(room / easyRoom)) return
  const chosen = random.weighted(openings, (opening) => (opening.work === 'move' ? 0 : opening.room))
  if (chosen && chosen.work !== 'move') doWork(world, chosen.employee, chosen.work, at, random)
}

/** A deal leaves its stage, where somebody's week has room for it; the longest there the likeliest. */
const someMove = (world: World, pace: Pace, at: number, random: Random): boolean => {
  const opening = random.weighted(pace.openings(at), ({ work, room }) => (work === 'move' ? room : 0))
  if (!opening) return false
  const inStage = ({ fact }: SimulatedDeal): number => at - Date.parse(fact.stageEnteredAt ?? '')
  const deal = random.weighted(openDealsOf(world, opening.employee), (mine) =>
    Math.max(0, inStage(mine) - dayMs),
  )
  if (deal) moveDeal(world, deal, at, random)
  return deal !== null
}

/** Now and then an order is cancelled: the wall must be able to take it back. */
const voidOrder = (world: World, at: number, random: Random): void => {
  const orders = world.orders.filter(({ fact, owner }) => fact.status === 'won' && worksAt(owner, at))
  const order = random.pick(orders)
  if (order) loseDeal(world, order, at)
}

const lookAtDeal = (world: World, at: number, random: Random): void => {
  const open = [...world.deals.values()].filter(
    ({ fact, quiet, owner }) => fact.status === 'open' && !quiet && worksAt(owner, at),
  )
  const deal = random.pick(open)
  if (!deal) return
  if (random.chance(resizeChance)) resizeDeal(world, deal, at, random)
  else touchDeal(world, deal, at)
}

const someDeal = (world: World, pace: Pace, at: number, random: Random): void => {
  if (random.chance(voidedOrderChance)) voidOrder(world, at, random)
  else if (!random.chance(moveChance) || !someMove(world, pace, at, random)) lookAtDeal(world, at, random)
}

const someOrder = (world: World, pace: Pace, at: number, random: Random): void => {
  const sellers = world.staff.employees.filter((employee) => segmentAt(employee, at) !== null)
  const behind = random.weighted(sellers, (seller) => pace.bookingRoom(seller, at))
  if (!behind && !random.chance(orderChanceWithoutRoom)) return
  const owner = behind ?? random.pick(sellers)
  const segment = owner && segmentAt(owner, at)
  if (!owner || !segment) return
  const size = pace.bookingRoom(owner, at) * orderShareOfRoom * random.between(0.4, 1.6)
  const units = Math.min(largestOrder, Math.max(smallestOrder, size))
  sellSeats(world, at, { owner, segment, sourcer: null, account: pickAccount(random) }, units)
}

/** What happens on a day (UTC) after an instant, in each interval. Its random numbers depend on the seed and the interval alone. */
export const planLiveEvents = (world: World, pace: Pace, day: Day, after: number): Occasion[] => {
  const first = Math.ceil((day * dayMs) / intervalMs)
  const last = Math.ceil(((day + 1) * dayMs) / intervalMs)
  return Array.from({ length: last - first }, (_, index): Occasion => {
    const interval = first + index
    const random = createRandom(world.seed, 'beat', interval)
    const at = interval * intervalMs + 1000 * random.whole(0, intervalMs / 1000 - 1)
    const happen =
      interval % intervalsPerOrder === 0 ? someOrder : interval % intervalsPerDeal === 0 ? someDeal : someWork
    return { at, happen: () => happen(world, pace, at, random) }
  }).filter(({ at }) => at > after)
}
