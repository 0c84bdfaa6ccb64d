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

export interface Performer {
  readonly index: number
  readonly id: string
  readonly member: Member
  /** Quality, 1 on average: share of good conversations and of deals won, and their amounts. */
  readonly skill: number
  /** Quantity of work, 1 on average. */
  readonly diligence: number
}

export interface Cast {
  readonly performers: readonly Performer[]
  readonly workingTime: WorkingTime
  readonly converter: Converter
  readonly dealStages: readonly string[]
}

export const createCast = (file: FloorFile, seed: number): Cast => {
  const zones = new Map<string, Zone>()
  const zoneOf = (id: string): Zone => {
    const zone = zones.get(id) ?? createZone(id)
    zones.set(id, zone)
    return zone
  }
  const performers = createRoster(file, zoneOf).people.map((member, index): Performer => {
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
    performers,
    workingTime: createWorkingTime(file.floor),
    converter: createConverter(file.floor),
    dealStages: file.floor.stages,
  }
}

export const isEmployed = ({ member }: Performer, day: Day): boolean => includes(member.employed, day)

/** Null for people who do not work here on that day. */
export const workingRole = (performer: Performer, day: Day): string | null =>
  isEmployed(performer, day) ? roleOn(performer.member, day) : null

/** Somebody's role at an instant (epoch ms), by the date in their office; null while they do not work here. */
export const roleAt = (performer: Performer, at: number): string | null =>
  workingRole(performer, dayOfStay(stayAt(performer.member, at), at))

export const zoneOn = ({ member }: Performer, day: Day): Zone => stayOn(member, day).zone

/** Close enough here; the ramp of goals counts calendar months. */
const daysPerMonth = 30.4

/** Share of a ramped colleague's output, by the same ramp that lowers a new hire's goals. */
export const rampOn = ({ member }: Performer, day: Day): number =>
  Number.isFinite(member.employed.from)
    ? (member.ramp[Math.floor((day - member.employed.from) / daysPerMonth)] ?? 1)
    : 1
