// The floors of the log, parsed. An edit is read when it is sent, when it is decided by and when it is folded, so the last
// text is remembered.
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { type FloorReading, readFloorFile } from './read-floor-file.ts'

/** A floor that stands in the log and that this version cannot read: another version wrote it. */
export class UnreadableFloor extends Error {
  override readonly name = 'UnreadableFloor'
}

export type ReadFloor = (text: string) => FloorReading

export const createFloorReader = (): ReadFloor => {
  let last: { readonly text: string; readonly reading: FloorReading } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, reading: readFloorFile(text) }
    return last.reading
  }
}

/** Throws `UnreadableFloor`, whose message names the first line that is wrong. */
export const fileOf = (reading: FloorReading): FloorFile => {
  if (reading.ok) return reading.file
  const [first] = reading.errors
  throw new UnreadableFloor(`line ${first?.line}: ${first?.message}`)
}
