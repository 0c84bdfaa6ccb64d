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
  /** Of a text that stands in the log, or that was read as an edit before. */
  (text: string): FloorReading
  /** Of an edit, which comes while others wait for answers. */
  inTurns(text: string, turns: Turns): Promise<FloorReading>
}

export const createFloorReader = (): FloorReader => {
  let last: { readonly text: string; readonly reading: FloorReading } | null = null
  const read = (text: string): FloorReading => {
    if (last?.text !== text) last = { text, reading: readFloorFile(text, 'log') }
    return last.reading
  }
  return Object.assign(read, {
    inTurns: async (text: string, turns: Turns): Promise<FloorReading> => {
      // What stands may be what an edit must not be.
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
