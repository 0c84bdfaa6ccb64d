// The hours in which nothing takes over a wall.
import type { FloorFile } from '../../wire/floor.ts'
import { minutesOf } from '../time/week.ts'
import type { Zone } from '../time/zone.ts'

/** Whether an instant (epoch ms) lies within the floor's quiet hours, on the floor's clock; hours may run past midnight. */
export const createQuietHours = ({ floor }: Pick<FloorFile, 'floor'>, zone: Zone) => {
  const { quietHours } = floor.celebrations
  if (quietHours === undefined) return (): boolean => false
  const [from, to] = [minutesOf(quietHours.from), minutesOf(quietHours.to)]
  return (ms: number): boolean => {
    const minutes = zone.minutesAt(ms)
    return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to
  }
}
