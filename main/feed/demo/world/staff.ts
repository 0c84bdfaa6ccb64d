// The people of a floor as the simulation sees them: their role by date, and how they differ.
import { type Converter, createConverter } from '../../../../shared/domain/counting/money.ts'
import {
  createRoster,
  dayOfStay,
  type Member,
  roleOn,
  stayAt,
  stayOn,
} from '../../../../shared/domain/people/roster.ts'
import { type Day, includes } from '../../../../shared/domain/time/calendar-date.ts'
import { createWorkingTime, type WorkingTime } from '../../../../shared/domain/time/working-time.ts'
import { createZone, type Zone } from '../../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { createRandom } from './random.ts'

export interface Employee {
  readonly index: number
  readonly id: string
  readonly member: Member
  /** Quality, 1 on average: share of good conversations and of deals won, and their amounts. */
  readonly skill: number
  /** Quantity of work, 1 on average. */
  readonly diligence: number
}

export interface Staff {
  readonly employees: readonly Employee[]
  readonly workingTime: WorkingTime
  readonly converter: Converter
  readonly dealStages: readonly string[]
}

export const createStaff = (file: FloorFile, seed: number): Staff => {
  const employees = createRoster(file, createZone).people.map((member, index): Employee => {
    const random = createRandom(seed, 'traits', member.id)
    return {
      index,
      id: member.id,
      member,
      skill: Math.min(1.3, Math.max(0.78, random.logNormal(1, 0.14))),
      diligence: Math.min(1.2, Math.max(0.84, random.logNormal(1, 0.09))),
    }
  })
  return {
    employees,
    workingTime: createWorkingTime(file.floor),
    converter: createConverter(file.floor),
    dealStages: file.floor.stages,
  }
}

export const isEmployed = ({ member }: Employee, day: Day): boolean => includes(member.employed, day)

/** Null for people who do not work here on that day. */
export const workingRole = (employee: Employee, day: Day): string | null =>
  isEmployed(employee, day) ? roleOn(employee.member, day) : null

/** Somebody's role at an instant (epoch ms), by the date in their office; null while they do not work here. */
export const roleAt = (employee: Employee, at: number): string | null =>
  workingRole(employee, dayOfStay(stayAt(employee.member, at), at))

export const zoneOn = ({ member }: Employee, day: Day): Zone => stayOn(member, day).zone

/** Close enough here; the ramp of goals counts calendar months. */
const daysPerMonth = 30.4

/** Share of a ramped colleague's output, by the same ramp that lowers a new hire's goals. */
export const rampOn = ({ member }: Employee, day: Day): number =>
  Number.isFinite(member.employed.from)
    ? (member.ramp[Math.floor((day - member.employed.from) / daysPerMonth)] ?? 1)
    : 1
