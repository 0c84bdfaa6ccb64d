// The floors of the log, parsed. An edit is read when it is sent, when it is decided by and when it is folded, so the last
// text is remembered.
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { inTurns, type Turns } from '../turns.ts'
import { type FloorReading, readFloorFile, readFloorFileInSteps } from './read-floor-file.ts'

/** A floor that stands in the log and that this version cannot read: another version wrote it. */
export class UnreadableFloor extends Error {
  override readonly name = 'UnreadableFloor'
}

export type ReadFloor = (text: string) => FloorReading

export interface FloorReader {
  (text: string): FloorReading
  /** For a text that comes while others wait for answers. */
  inTurns(text: string, turns: Turns): Promise<FloorReading>
}

export const createFloorReader = (): FloorReader => {
  let last: { readonly text: string; readonly reading: FloorReading } | null = null
  const read = (text: string): FloorReading => {
    if (last?.text !== text) last = { text, reading: readFloorFile(text) }
    return last.reading
  }
  return Object.assign(read, {
    inTurns: async (text: string, turns: Turns): Promise<FloorReading> => {
      if (last?.text === text) return last.reading
      const reading = await inTurns(readFloorFileInSteps(text), turns)
      // A text with faults goes no further, and must not have the floor that stands read anew.
      if (reading.ok) last = { text, reading }
      return reading
    },
  })
}

/** Throws `UnreadableFloor`, whose message names the first line that is wrong. */
export const fileOf = (reading: FloorReading): FloorFile => {
  if (reading.ok) return reading.file
  const [first] = reading.errors
  throw new UnreadableFloor(`line ${first?.line}: ${first?.message}`)
}
