// Works out what a write changes, using the deal stages of the floor at its place in the log.
import { decideFact } from '../../../shared/domain/facts/deal-history.ts'
import type { ReadFloor } from '../floor-file/floor-reader.ts'
import type { Decide, FloorEntry } from '../store/log.ts'

/** None on a floor that this version cannot read: its facts are still kept, and no deal is seen to advance. */
const dealStagesOf = (floor: FloorEntry | null, readFloor: ReadFloor): readonly string[] => {
  const reading = floor && readFloor(floor.text)
  return reading?.ok ? reading.file.floor.stages : []
}

export const createDecide = (readFloor: ReadFloor): Decide => {
  let known: { readonly floor: FloorEntry | null; readonly dealStages: readonly string[] } | null = null
  return (before, write, floor, withdrawn) => {
    if (known === null || known.floor !== floor) known = { floor, dealStages: dealStagesOf(floor, readFloor) }
    return decideFact(before, write, known.dealStages, withdrawn)
  }
}
