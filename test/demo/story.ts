// What cannot be true of a story that the demo tells, and how to have one told.
import { demoFloorText } from '../../main/feed/demo/demo-floor.ts'
import { createStaff, isEmployed } from '../../main/feed/demo/world/staff.ts'
import { createTimeline } from '../../main/feed/demo/world/timeline.ts'
import type { TimedFact } from '../../main/feed/demo/world/world.ts'
import { dayOfStay, stayAt } from '../../shared/domain/people/roster.ts'
import { parseDay } from '../../shared/domain/time/calendar-date.ts'
import { type Deal, Fact } from '../../shared/wire/fact.ts'
import { floorFileOf } from '../floors/open-test-floor.ts'

const file = floorFileOf(demoFloorText)

export const storyOf = (
  seed: number,
  openedAt: number,
  until: number,
  historyDays = 365,
): readonly TimedFact[] => [...createTimeline({ file, seed, openedAt, historyDays }).factsUntil(until)]

const instantsOf = (deal: Deal): number[] =>
  [deal.createdAt, deal.stageEnteredAt, deal.closedAt].flatMap((when) =>
    when == null ? [] : [Date.parse(when)],
  )

/** Sentences, five at most; none where the story holds together. */
export const storyFaults = (story: readonly TimedFact[], seed: number): string[] => {
  const employees = new Map(createStaff(file, seed).employees.map((employee) => [employee.id, employee]))
  const worksOn = (rep: string, at: number): boolean => {
    const employee = employees.get(rep)
    if (!employee) return false
    return isEmployed(employee, dayOfStay(stayAt(employee.member, at), at))
  }
  const faults: string[] = []
  const seen = new Set<string>()
  let lastAt = 0
  const lastIds = new Map<string, string>()
  for (const { at, fact } of story) {
    const check = (holds: boolean, rule: string) => {
      if (!holds && faults.length < 5) faults.push(`${rule}: ${JSON.stringify(fact)}`)
    }
    check(Fact.safeParse(fact).success, 'a fact of the contract')
    check(at >= lastAt, 'told in order')
    check(
      Math.abs(fact.credits.reduce((sum, { share }) => sum + (share ?? 1), 0) - 1) < 1e-9,
      'shares sum to 1',
    )
    // A lead that was given before the history began is told when somebody gets in touch.
    const again = fact.type === 'activity' && fact.kind === 'assigned' && Date.parse(fact.at) < at
    if (!seen.has(fact.id) && fact.type === 'activity' && !again) {
      const series = fact.id.replace(/\d+$/, '')
      check(fact.id > (lastIds.get(series) ?? ''), 'ids grow')
      lastIds.set(series, fact.id)
    }
    seen.add(fact.id)
    lastAt = at
    if (fact.type === 'activity') {
      check(again || Date.parse(fact.at) === at, 'told when it happened')
      check(
        fact.credits.every(({ rep }) => worksOn(rep, at)),
        'done by somebody who works here',
      )
    } else {
      const instants = [...instantsOf(fact), at]
      check(
        instants.every((instant, i) => i === 0 || instant >= (instants[i - 1] ?? 0)),
        'created ≤ stage ≤ closed ≤ now',
      )
      check(worksOn(fact.credits[0]?.rep ?? '', at), 'owned by somebody who works here')
      check(
        (fact.status === 'open') === (fact.closedAt == null),
        'closed deals have their date, open ones have none',
      )
      check(
        fact.status !== 'open' || parseDay(fact.expectedCloseOn ?? '') > 0,
        'open deals have a close date',
      )
    }
  }
  return faults
}
