// Leads that SDRs are given: most are contacted by the next day, some are forgotten for weeks.

import { demoSource } from '../../../../shared/domain/floor-file/own-floor.ts'
import { type Day, dayMs, formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { Activity } from '../../../../shared/wire/fact.ts'
import { pickAccount } from './accounts.ts'
import { isoAt } from './instants.ts'
import { dayOfInstant, type Occasion } from './occasion.ts'
import { createRandom, type Random } from './random.ts'
import { sdrRole } from './segments.ts'
import { type Employee, rampOn, workingRole, zoneOn } from './staff.ts'
import { instantOn } from './work-calendar.ts'
import type { Assignment, World } from './world.ts'

/** Per working day of a ramped SDR. */
const leadsPerDay = 3
const forgottenShare = 0.15

const recordAssignment = (
  world: World,
  at: number,
  assignment: Assignment,
  changes: Partial<Activity>,
): void => {
  assignment.fact = { ...assignment.fact, ...changes }
  world.newFacts.push({ at, fact: assignment.fact, passing: false })
}

const assign = (world: World, sdr: Employee, at: number, random: Random): void => {
  const waitDays = random.chance(forgottenShare) ? random.between(3, 25) : random.between(0, 1)
  const assignment: Assignment = {
    sdr,
    dueAt: at + waitDays * dayMs,
    fact: {
      source: demoSource,
      id: `lead-${String(world.nextLead++).padStart(9, '0')}`,
      type: 'activity',
      kind: 'assigned',
      at: isoAt(at),
      account: pickAccount(random),
      fields: {},
      credits: [{ rep: sdr.id }],
    },
  }
  world.assignments.push(assignment)
  recordAssignment(world, at, assignment, {})
}

/** The account of the SDR's next lead that is due; null when none is. */
export const takeUpLead = (world: World, sdr: Employee, at: number): string | null => {
  const index = world.assignments.findIndex((each) => each.sdr === sdr && each.dueAt <= at)
  const [assignment] = index < 0 ? [] : world.assignments.splice(index, 1)
  if (!assignment) return null
  recordAssignment(world, at, assignment, { fields: { touchedOn: formatDay(dayOfInstant(at)) } })
  return assignment.fact.account ?? null
}

const isDeveloper = (employee: Employee, day: Day): boolean => workingRole(employee, day) === sdrRole

/** The leads of people who are no longer SDRs go to colleagues. */
const reassign = (world: World, day: Day, developers: readonly Employee[]): Occasion[] =>
  world.assignments
    .filter(({ sdr }) => !isDeveloper(sdr, day))
    .flatMap((assignment): Occasion[] => {
      const random = createRandom(world.seed, 'passed on', day, assignment.fact.id)
      const successor = random.pick(developers)
      if (!successor) return []
      const at = instantOn(zoneOn(successor, day), day, random)
      const happen = (): void => {
        assignment.sdr = successor
        recordAssignment(world, at, assignment, { credits: [{ rep: successor.id }] })
      }
      return [{ at, happen }]
    })

/** On working days, in history and live alike. */
export const planAssignments = (world: World, day: Day): Occasion[] => {
  if (!world.staff.workingTime.isWorkingDay(day)) return []
  const developers = world.staff.employees.filter((employee) => isDeveloper(employee, day))
  const given = developers.flatMap((sdr) => {
    const random = createRandom(world.seed, 'assigned', day, sdr.id)
    return Array.from({ length: random.poisson(leadsPerDay * rampOn(sdr, day)) }, (): Occasion => {
      const at = instantOn(zoneOn(sdr, day), day, random)
      return { at, happen: () => assign(world, sdr, at, random) }
    })
  })
  return [...reassign(world, day, developers), ...given]
}
