// Thanks between colleagues: some each working day, said by whoever was helped.

import { thanksFactOf } from '../../../../shared/domain/facts/thanks.ts'
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import type { ThanksHow } from '../../../../shared/wire/thanks.ts'
import type { Occasion } from './occasion.ts'
import { createRandom, type Random } from './random.ts'
import { type Employee, workingRole, zoneOn } from './staff.ts'
import { instantOn } from './work-calendar.ts'
import type { World } from './world.ts'

/** On the whole floor. */
const thanksPerDay = 2.5
/** Share of them that is about one of the open deals of whoever was helped. */
const aboutDealShare = 0.6

const words: readonly (readonly [string, ThanksHow | null])[] = [
  ['Sat in on my demo and took the security questions.', 'sat-in'],
  ['Listened to four of my calls and told me the truth.', 'sat-in'],
  ['Found the second signature two hours before the board met.', null],
  ['Gave me a name that got me past the front desk.', 'tip'],
  ['Read the proposal at nine in the evening, and found the mistake.', null],
  ['Took my calls while I was at the dentist.', 'sat-in'],
  ['Showed me how to ask for the meeting before the price.', 'tip'],
  ['Wrote the follow-up with me, line by line.', null],
  ['Brought in a customer who told mine how it went.', 'tip'],
  ['Played the CFO for half an hour, and did not go easy on me.', 'sat-in'],
  ['Gave me the lead, since I know the trade.', 'handed-over'],
  ['Explained the new price list until I could explain it too.', 'tip'],
]

/** Made of a number, in the form that phones give theirs. */
const idOf = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`

const giveThanks = (
  world: World,
  [helper, helped]: readonly [Employee, Employee],
  at: number,
  random: Random,
): void => {
  const deals = [...world.deals.values()].filter(
    ({ owner, fact }) => owner === helped && fact.status === 'open',
  )
  const deal = random.chance(aboutDealShare) ? random.pick(deals) : null
  const [said, how] = random.pick(words) ?? ['', null]
  const fact = thanksFactOf({
    id: idOf(world.nextThanks++),
    helper: helper.id,
    helped: helped.id,
    words: said,
    how,
    account: deal?.fact.account ?? null,
    at,
    way: 'helped',
  })
  world.newFacts.push({ at, fact, passing: false })
}

/** Nothing on weekends and holidays. */
export const planThanks = (world: World, day: Day): Occasion[] => {
  const { staff, seed } = world
  if (!staff.workingTime.isWorkingDay(day)) return []
  const random = createRandom(seed, 'thanks', day)
  const here = staff.employees.filter((employee) => workingRole(employee, day) !== null)
  return Array.from({ length: random.poisson(thanksPerDay) }, (): Occasion[] => {
    const helped = random.pick(here)
    const helper = random.pick(here.filter((employee) => employee !== helped))
    if (!helped || !helper) return []
    const at = instantOn(zoneOn(helped, day), day, random)
    return [{ at, happen: () => giveThanks(world, [helper, helped], at, random) }]
  }).flat()
}
