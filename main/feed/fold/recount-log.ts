// What the whole of a log comes to on the floor that stands in it: alike for logs that are alike.
import { createFloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { fileOf, type ReadFloor } from '../floor-file/floor-reader.ts'
import type { Log } from '../store/log.ts'
import { startRecount } from './recount.ts'

/** The counters of an engine; null where the log has no floor. Throws `UnreadableFloor`. */
export const recountLog = async (log: Log, readFloor: ReadFloor): Promise<unknown> => {
  if (log.floor === null) return null
  const recount = startRecount(log, createFloorModel(fileOf(readFloor(log.floor.text))))
  await recount.ready
  return recount.engine().snapshot()
}
