// Several walls on one box have one power switch: their displays are off while all of them sleep.
import type { Heartbeat } from '../../../shared/wire/kiosk.ts'

export type NightBeat = Pick<Heartbeat, 'shows' | 'wakesInMs'>

/** The last heartbeat of each wall, as if they were one: black where all are, and awake as soon as the first of them is. */
export const joinHeartbeats = (beats: readonly NightBeat[]): NightBeat => {
  const awake = beats.find(({ shows }) => shows !== 'black')
  if (awake) return { shows: awake.shows }
  const wakes = beats.flatMap(({ wakesInMs }) => (wakesInMs === undefined ? [] : [wakesInMs]))
  return wakes.length === 0 ? { shows: 'black' } : { shows: 'black', wakesInMs: Math.min(...wakes) }
}
