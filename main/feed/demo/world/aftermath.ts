// What happens to older deals on a working day, in history and live alike: close dates slip, won deals are cancelled,
// closed ones reopen, neglected ones are lost, and a leaver's deals go to colleagues.
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import { parseDay } from '../../../../shared/domain/time/calendar-date.ts'
import { type Performer, roleAt, workingRole, zoneOn } from './cast.ts'
import { dayOfInstant, type Occasion } from './occasion.ts'
import { handOver, loseDeal, reopenDeal, slipDeal, touchDeal } from './opportunities.ts'
import { createRandom, type Random } from './random.ts'
import { instantOn } from './seasons.ts'
import type { DealInPlay, World } from './world.ts'

/** Chances for each working day. */
const slipChance = 0.3
const refundChance = 0.0015
const reopenWonChance = 0.0007
const reopenLostChance = 0.0015
const forgottenLostChance = 0.04
const rememberedChance = 0.03

/** Days after which a closed deal never changes again. */
const settledDays = 45

type Turn = (at: number) => void

/** What happens to a deal on this day, or null. */
const turnFor = (world: World, deal: DealInPlay, day: Day, random: Random): Turn | null => {
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

const heirOf = (
  world: World,
  leaver: Performer,
  deal: DealInPlay,
  day: Day,
  at: number,
  random: Random,
): Performer | null => {
  const role = workingRole(leaver, day - 1)
  const createdAt = Date.parse(deal.fact.createdAt ?? '')
  const colleagues = world.cast.performers.filter(
    (performer) => roleAt(performer, createdAt) === role && roleAt(performer, at) === role,
  )
  return random.pick(colleagues)
}

/** A leaver's open deals go to colleagues on the day after their last. */
const handOverDeals = (world: World, leaver: Performer, day: Day): Occasion => {
  const random = createRandom(world.seed, 'desk', leaver.id)
  const at = instantOn(zoneOn(leaver, day), day, random)
  const happen = (): void => {
    for (const deal of world.deals.values()) {
      if (deal.owner !== leaver || deal.fact.status !== 'open') continue
      const heir = heirOf(world, leaver, deal, day, at, random)
      if (heir) handOver(world, deal, at, heir)
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

export const planAftermath = (world: World, day: Day): Occasion[] => {
  forgetSettled(world, day)
  const { performers, workingTime } = world.cast
  const handovers = performers
    .filter(({ member }) => member.employed.to === day)
    .map((leaver) => handOverDeals(world, leaver, day))
  if (!workingTime.isWorkingDay(day)) return handovers
  const turns = [...world.deals.values()].flatMap((deal): Occasion[] => {
    const random = createRandom(world.seed, 'aftermath', day, deal.fact.id)
    const turn = turnFor(world, deal, day, random)
    if (!turn || workingRole(deal.owner, day) === null) return []
    const at = instantOn(zoneOn(deal.owner, day), day, random)
    const planned = deal.fact.status
    return [{ at, happen: () => deal.fact.status === planned && turn(at) }]
  })
  return [...handovers, ...turns]
}
