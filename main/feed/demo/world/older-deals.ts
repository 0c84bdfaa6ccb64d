// What happens to older deals on a working day, in history and live alike: close dates slip, won deals are cancelled,
// closed ones reopen, neglected ones are lost, and a leaver's deals go to colleagues.
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import { parseDay } from '../../../../shared/domain/time/calendar-date.ts'
import { dayOfInstant, type Occasion } from './occasion.ts'
import { handOver, loseDeal, reopenDeal, slipDeal, touchDeal } from './opportunities.ts'
import { createRandom, type Random } from './random.ts'
import { type Employee, roleAt, workingRole, zoneOn } from './staff.ts'
import { instantOn } from './work-calendar.ts'
import type { SimulatedDeal, World } from './world.ts'

/** Chances for each working day. */
const slipChance = 0.3
const refundChance = 0.0015
const reopenWonChance = 0.0007
const reopenLostChance = 0.0015
const forgottenLostChance = 0.04
const rememberedChance = 0.03

/** Days after which a closed deal never changes again. */
const settledDays = 45

type DealChange = (at: number) => void

/** What happens to a deal on this day, or null. */
const changeFor = (world: World, deal: SimulatedDeal, day: Day, random: Random): DealChange | null => {
  const { fact } = deal
  if (fact.status === 'won') {
    if (random.chance(refundChance)) return (at) => loseDeal(world, deal, at)
    return random.chance(reopenWonChance) ? (at) => reopenDeal(world, deal, at) : null
  }
  if (fact.status === 'lost')
    return random.chance(reopenLostChance) ? (at) => reopenDeal(world, deal, at) : null
  if (deal.quiet) {
    if (random.chance(forgottenLostChance)) return (at) => loseDeal(world, deal, at)
    if (!random.chance(rememberedChance)) return null
    return (at) => {
      deal.quiet = false
      touchDeal(world, deal, at)
    }
  }
  const isDue = parseDay(fact.expectedCloseOn ?? '') - day <= 2
  return isDue && random.chance(slipChance) ? (at) => slipDeal(world, deal, at, random) : null
}

const successorOf = (
  world: World,
  leaver: Employee,
  deal: SimulatedDeal,
  day: Day,
  at: number,
  random: Random,
): Employee | null => {
  const role = workingRole(leaver, day - 1)
  const createdAt = Date.parse(deal.fact.createdAt ?? '')
  const colleagues = world.staff.employees.filter(
    (employee) => roleAt(employee, createdAt) === role && roleAt(employee, at) === role,
  )
  return random.pick(colleagues)
}

/** A leaver's open deals go to colleagues on the day after their last. */
const handOverDeals = (world: World, leaver: Employee, day: Day): Occasion => {
  const random = createRandom(world.seed, 'desk', leaver.id)
  const at = instantOn(zoneOn(leaver, day), day, random)
  const happen = (): void => {
    for (const deal of world.deals.values()) {
      if (deal.owner !== leaver || deal.fact.status !== 'open') continue
      const successor = successorOf(world, leaver, deal, day, at, random)
      if (successor) handOver(world, deal, at, successor)
    }
    const kept = world.intros.filter(({ executive }) => executive !== leaver)
    world.intros.splice(0, world.intros.length, ...kept)
  }
  return { at, happen }
}

const forgetSettled = ({ deals }: World, day: Day): void => {
  for (const [id, { closedAt }] of deals) {
    if (closedAt !== null && day - dayOfInstant(closedAt) > settledDays) deals.delete(id)
  }
}

export const planOlderDeals = (world: World, day: Day): Occasion[] => {
  forgetSettled(world, day)
  const { employees, workingTime } = world.staff
  const handovers = employees
    .filter(({ member }) => member.employed.to === day)
    .map((leaver) => handOverDeals(world, leaver, day))
  if (!workingTime.isWorkingDay(day)) return handovers
  const changes = [...world.deals.values()].flatMap((deal): Occasion[] => {
    const random = createRandom(world.seed, 'aftermath', day, deal.fact.id)
    const change = changeFor(world, deal, day, random)
    if (!change || workingRole(deal.owner, day) === null) return []
    const at = instantOn(zoneOn(deal.owner, day), day, random)
    const planned = deal.fact.status
    return [{ at, happen: () => deal.fact.status === planned && change(at) }]
  })
  return [...handovers, ...changes]
}
