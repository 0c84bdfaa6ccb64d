// When the whole program may go: when every one of its walls has said lately that nobody would miss anything. A wall that is
// held, or that celebrates, does not say so. And whether a wall paints, which a new version has to do as well.
import type { Heartbeat } from '../../../shared/wire/kiosk.ts'

/** The longest scenes but those without an end, which say so every minute. */
const latelyMs = 90_000
/** Five heartbeats. */
const paintedLatelyMs = 10_000

export interface Moment {
  heartbeat(wall: number, beat: Pick<Heartbeat, 'frames' | 'shows'>): void
  betweenScenes(wall: number): void
  /** `walls`: those that are shown now. Not while one of them paints nothing: its display may be off, and so it would stay. */
  isFree(walls: readonly number[]): boolean
  /** Whether each of them has painted something just now, or sleeps. */
  paints(walls: readonly number[]): boolean
}

/** @param running ms, of a clock that nobody sets */
export function createMoment(running: () => number): Moment {
  const said = new Map<number, number>()
  const painted = new Map<number, number>()
  const isLately = (times: ReadonlyMap<number, number>, wall: number, ms: number) =>
    running() - (times.get(wall) ?? Number.NEGATIVE_INFINITY) < ms
  const paints = (walls: readonly number[]) =>
    walls.length > 0 && walls.every((wall) => isLately(painted, wall, paintedLatelyMs))
  return {
    heartbeat(wall, { frames, shows }) {
      if (shows === 'black' || (shows !== 'nothing' && frames > 0)) painted.set(wall, running())
    },
    betweenScenes(wall) {
      said.set(wall, running())
    },
    isFree: (walls) => paints(walls) && walls.every((wall) => isLately(said, wall, latelyMs)),
    paints,
  }
}
