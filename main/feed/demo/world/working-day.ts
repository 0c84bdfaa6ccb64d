// An ordinary working day of the history: everybody's calls and meetings, and the deals that move.
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import { pickAccount } from './accounts.ts'
import { doWork, segmentAt } from './daily-work.ts'
import type { Occasion } from './occasion.ts'
import { moveDeal, resizeDeal, sellSeats } from './opportunities.ts'
import { createRandom, type Random } from './random.ts'
import { workPerDay, works } from './segments.ts'
import { type Employee, rampOn, workingRole, zoneOn } from './staff.ts'
import { closingPush, instantOn, weekdayShare } from './work-calendar.ts'
import type { SimulatedDeal, World } from './world.ts'

/** Share of deals whose amount changes on a given day. */
const resizeShare = 0.03
/** Share of days on which an executive's customers order more seats, and the median order in whole units. */
const orderShare = 0.12
const medianOrder = 1_500

const dutiesOf = (world: World, employee: Employee, day: Day, random: Random): Occasion[] => {
  const role = workingRole(employee, day)
  const energy = employee.diligence * rampOn(employee, day) * weekdayShare(day)
  return works.flatMap((work) => {
    // `changesOf` moves the deals; only the live floor limits moves per week.
    if (work === 'move') return []
    const times = random.poisson(workPerDay(role, work) * energy)
    return Array.from({ length: times }, (): Occasion => {
      const at = instantOn(zoneOn(employee, day), day, random)
      return { at, happen: () => doWork(world, employee, work, at, random) }
    })
  })
}

const changesOf = (world: World, deal: SimulatedDeal, day: Day, random: Random): Occasion[] => {
  const isOpen = () => deal.fact.status === 'open'
  const at = instantOn(zoneOn(deal.owner, day), day, random)
  const isLastDealStage = deal.dealStage === world.staff.dealStages.length - 1
  const moves =
    (deal.owner.diligence / deal.segment.daysPerDealStage) * (isLastDealStage ? closingPush(day) : 1)
  if (random.chance(moves)) {
    return [{ at, happen: () => isOpen() && moveDeal(world, deal, at, random) }]
  }
  if (!random.chance(resizeShare)) return []
  return [{ at, happen: () => isOpen() && resizeDeal(world, deal, at, random) }]
}

/** A customer orders more seats. */
const orderOf = (world: World, employee: Employee, day: Day, random: Random): Occasion[] => {
  if (!random.chance(orderShare)) return []
  const at = instantOn(zoneOn(employee, day), day, random)
  const segment = segmentAt(employee, at)
  if (!segment) return []
  const lead = { owner: employee, segment, sourcer: null, account: pickAccount(random) }
  const units = random.logNormal(medianOrder, 0.5)
  return [{ at, happen: () => sellSeats(world, at, lead, units) }]
}

/** Nothing on weekends and holidays. */
export const planWorkingDay = (world: World, day: Day): Occasion[] => {
  const { staff, seed, deals } = world
  if (!staff.workingTime.isWorkingDay(day)) return []
  const duties = staff.employees
    .filter((employee) => workingRole(employee, day) !== null)
    .flatMap((employee) => {
      const random = createRandom(seed, 'duties', day, employee.id)
      return [...dutiesOf(world, employee, day, random), ...orderOf(world, employee, day, random)]
    })
  const changes = [...deals.values()]
    .filter((deal) => deal.fact.status === 'open' && !deal.quiet && workingRole(deal.owner, day) !== null)
    .flatMap((deal) => changesOf(world, deal, day, createRandom(seed, 'turns', day, deal.fact.id)))
  return [...duties, ...changes]
}
