// Works out what a write changes, by the floor at its place in the log: its deal stages, and whether it takes the fact at
// all. At the door a fact is judged by the floor of that moment, and an edit may get into the log before it.
import { createFloorModel, type FloorModel, refuseFact } from '../../../shared/domain/counting/floor-model.ts'
import { decideFact } from '../../../shared/domain/facts/deal-history.ts'
import { type StoredFact, sameStored } from '../../../shared/domain/facts/stored-fact.ts'
import type { ReadFloor } from '../floor-file/floor-reader.ts'
import type { Decide, FloorEntry, Refused, Restoration } from '../store/log.ts'

/** Null where there is no floor, and for one that this version cannot read: its facts are still kept. */
const modelOf = (floor: FloorEntry | null, readFloor: ReadFloor): FloorModel | null => {
  const reading = floor && readFloor(floor.text)
  return reading?.ok ? createFloorModel(reading.file) : null
}

/** Its history and all: by the usual way its source would seem to have said it anew. */
const restored = (before: StoredFact | null, { over, after }: Restoration): StoredFact | Refused | null => {
  // It was put back already, and whoever did so was cut off before all was done.
  if (sameStored(before, after)) return before
  return sameStored(before, over) ? after : { refused: 'it has changed since' }
}

export const createDecide = (readFloor: ReadFloor): Decide => {
  let known: { readonly floor: FloorEntry | null; readonly model: FloorModel | null } | null = null
  return (before, write, floor, withdrawn) => {
    if (known === null || known.floor !== floor) known = { floor, model: modelOf(floor, readFloor) }
    const { model } = known
    const refused = model && write.fact && refuseFact(model, write.fact)
    if (refused) return { refused }
    if (write.restores) return restored(before, write.restores)
    // Without a readable floor no deal is seen to advance.
    return decideFact(before, write, model?.file.floor.stages ?? [], withdrawn, model?.corrections.stages)
  }
}
