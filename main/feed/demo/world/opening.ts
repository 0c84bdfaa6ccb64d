// What somebody sees who starts the demo for the first time, at whatever hour of whatever day: people who are over the
// line already, then a big deal, then somebody who goes over it.
import { createFloorModel } from '../../../../shared/domain/counting/floor-model.ts'
import { dayOfStay, stayAt } from '../../../../shared/domain/people/roster.ts'
import { createGoalBook } from '../../../../shared/domain/standing/goal-book.ts'
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { WindowSpec } from '../../../../shared/wire/window.ts'
import { segmentAt } from './daily-work.ts'
import { dayOfInstant, type Occasion } from './occasion.ts'
import { signDeal, signDealFor } from './opportunities.ts'
import { createRandom, type Random } from './random.ts'
import { type Employee, roleAt } from './staff.ts'
import { instantOn, quarterOf } from './work-calendar.ts'
import type { SimulatedDeal, World } from './world.ts'

const firstBigDealMs = 45_000
/** When the takeover of the big deal is over, and well before a newcomer has looked for two minutes. */
const overTheLineMs = 65_000
/** A second one is over the line from the start where a deal of this size is enough: early in a quarter it is not. */
const largeDealUsd = 150_000
/** What happened this many days ago is no news any more, which the wall would celebrate. */
const oldNewsDays = 2

const metric = 'bookings'
const window: WindowSpec = { kind: 'period', grain: 'quarter', offset: 0 }

/** Somebody who is not there yet, and the deal that can bring them there. */
interface Candidate {
  readonly deal: SimulatedDeal
  readonly goalUsd: number
  readonly missingUsd: number
}

/** The one that is worth the most; the order in which they were opened settles a tie. */
const largestOf = (deals: readonly SimulatedDeal[]): SimulatedDeal | null =>
  deals.reduce<SimulatedDeal | null>(
    (most, deal) => ((deal.fact.amount?.minor ?? 0) > (most?.fact.amount?.minor ?? 0) ? deal : most),
    null,
  )

export const createOpening = (
  world: World,
  file: FloorFile,
  openedAt: number,
): ((day: Day) => readonly Occasion[]) => {
  const { seed, staff } = world
  const model = createFloorModel(file)
  const { floorZone } = model.roster
  const goals = createGoalBook(model)

  const worked = (at: number): SimulatedDeal[] =>
    [...world.deals.values()].filter(
      ({ fact, quiet, owner }) => fact.status === 'open' && !quiet && roleAt(owner, at) !== null,
    )

  /** Null in the hours in which it is another quarter somewhere, too: there is no telling on which line they are. */
  const goalUsdOf = ({ member }: Employee, at: number): number | null => {
    const quarter = quarterOf(dayOfInstant(at))
    const days = [dayOfStay(stayAt(member, at), at), floorZone.dayAt(at)]
    if (days.some((day) => quarterOf(day).from !== quarter.from)) return null
    const goal = goals.goalOf(metric, window, member.subject, quarter, dayOfInstant(at))
    return goal === null ? null : goal / 100
  }

  const candidatesAt = (at: number): Candidate[] => {
    const open = worked(at)
    return staff.employees.flatMap((employee) => {
      const goalUsd = segmentAt(employee, at) === null ? null : goalUsdOf(employee, at)
      const mine = open.filter(({ owner }) => owner === employee)
      const furthest = Math.max(...mine.map(({ dealStage }) => dealStage))
      const deal = largestOf(mine.filter(({ dealStage }) => dealStage === furthest))
      if (goalUsd === null || deal === null) return []
      const missingUsd = goalUsd - world.tally.bookedUsd(employee, at)
      return missingUsd > 0 ? [{ deal, goalUsd, missingUsd }] : []
    })
  }

  /** Brings the nearest one over the line, where they miss at most so much. */
  const crossLine = (at: number, random: Random, mostUsd: number): void => {
    const [nearest] = candidatesAt(at).sort((a, b) => a.missingUsd - b.missingUsd)
    if (nearest === undefined || nearest.missingUsd > mostUsd) return
    signDealFor(world, nearest.deal, at, nearest.missingUsd + nearest.goalUsd * random.between(0.01, 0.05))
  }

  const signLargest = (at: number): void => {
    const last = staff.dealStages.length - 1
    const near = worked(at).filter(
      ({ dealStage, segment }) => dealStage === last && segment.currency === 'USD',
    )
    const largest = largestOf(near)
    if (largest) signDeal(world, largest, at)
  }

  const random = createRandom(seed, 'opening')
  /** In the office hours of the last working day of this quarter that is no news; on its first days, the opening itself. */
  const before = ((): number => {
    const openedOn = floorZone.dayAt(openedAt)
    for (let day = openedOn - oldNewsDays; day >= quarterOf(openedOn).from; day--)
      if (staff.workingTime.isWorkingDay(day)) return instantOn(floorZone, day, random)
    return openedAt
  })()
  const occasions: readonly Occasion[] = [
    {
      at: before,
      happen: () => {
        crossLine(before, random, Number.POSITIVE_INFINITY)
        crossLine(before, random, largeDealUsd)
      },
    },
    { at: openedAt + firstBigDealMs, happen: () => signLargest(openedAt + firstBigDealMs) },
    {
      at: openedAt + overTheLineMs,
      happen: () => crossLine(openedAt + overTheLineMs, random, Number.POSITIVE_INFINITY),
    },
  ]
  return (day) => occasions.filter(({ at }) => dayOfInstant(at) === day)
}
