// An ordinary working day of the history: everybody's calls and meetings, and the deals that move.
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import { pickAccount } from './accounts.ts'
import { type Performer, rampOn, workingRole, zoneOn } from './cast.ts'
import { doWork, segmentAt } from './daily-work.ts'
import type { Occasion } from './occasion.ts'
import { moveDeal, resizeDeal, sellSeats } from './opportunities.ts'
import { createRandom, type Random } from './random.ts'
import { closingPush, instantOn, weekdayShare } from './seasons.ts'
import { workPerDay, works } from './segments.ts'
import type { DealInPlay, World } from './world.ts'

/** Share of deals whose amount changes on a given day. */
const resizeShare = 0.03
/** Share of days on which an executive's customers order more seats, and the median order in whole units. */
const orderShare = 0.12
const medianOrder = 1_500

const dutiesOf = (world: World, performer: Performer, day: Day, random: Random): Occasion[] => {
  const role = workingRole(performer, day)
  const energy = performer.diligence * rampOn(performer, day) * weekdayShare(day)
  return works.flatMap((work) => {
    // `turnsOf` moves the deals; only the live floor limits moves per week.
    if (work === 'move') return []
    const times = random.poisson(workPerDay(role, work) * energy)
    return Array.from({ length: times }, (): Occasion => {
      const at = instantOn(zoneOn(performer, day), day, random)
      return { at, happen: () => doWork(world, performer, work, at, random) }
    })
  })
}

const turnsOf = (world: World, deal: DealInPlay, day: Day, random: Random): Occasion[] => {
  const isOpen = () => deal.fact.status === 'open'
  const at = instantOn(zoneOn(deal.owner, day), day, random)
  const isLastDealStage = deal.dealStage === world.cast.dealStages.length - 1
  const moves =
    (deal.owner.diligence / deal.segment.daysPerDealStage) * (isLastDealStage ? closingPush(day) : 1)
  if (random.chance(moves)) {
    return [{ at, happen: () => isOpen() && moveDeal(world, deal, at, random) }]
  }
  if (!random.chance(resizeShare)) return []
  return [{ at, happen: () => isOpen() && resizeDeal(world, deal, at, random) }]
}

/** A customer orders more seats. */
const orderOf = (world: World, performer: Performer, day: Day, random: Random): Occasion[] => {
  if (!random.chance(orderShare)) return []
  const at = instantOn(zoneOn(performer, day), day, random)
  const segment = segmentAt(performer, at)
  if (!segment) return []
  const lead = { owner: performer, segment, sourcer: null, account: pickAccount(random) }
  const units = random.logNormal(medianOrder, 0.5)
  return [{ at, happen: () => sellSeats(world, at, lead, units) }]
}

/** Nothing on weekends and holidays. */
export const planWorkingDay = (world: World, day: Day): Occasion[] => {
  const { cast, seed, deals } = world
  if (!cast.workingTime.isWorkingDay(day)) return []
  const duties = cast.performers
    .filter((performer) => workingRole(performer, day) !== null)
    .flatMap((performer) => {
      const random = createRandom(seed, 'duties', day, performer.id)
      return [...dutiesOf(world, performer, day, random), ...orderOf(world, performer, day, random)]
    })
  const turns = [...deals.values()]
    .filter((deal) => deal.fact.status === 'open' && !deal.quiet && workingRole(deal.owner, day) !== null)
    .flatMap((deal) => turnsOf(world, deal, day, createRandom(seed, 'turns', day, deal.fact.id)))
  return [...duties, ...turns]
}
