// The numbers once more, from nothing but the log: by all of its entries, and by the facts alone that stand.
import type { LogEntry } from '../../main/feed/store/log.ts'
import { createBoardView } from '../../shared/domain/boards/board-view.ts'
import { createEngine, type Engine } from '../../shared/domain/counting/engine.ts'
import { createFloorModel } from '../../shared/domain/counting/floor-model.ts'
import { createNumbers, type Numbers } from '../../shared/domain/standing/numbers.ts'
import type { FloorFile } from '../../shared/wire/floor.ts'
import type { BoardView } from '../../shared/wire/view.ts'
import type { Ledger } from './ledger.ts'

export interface Recomputed {
  readonly engine: Engine
  readonly numbers: Numbers
}

const counted = (engine: Engine): Recomputed => ({ engine, numbers: createNumbers(engine) })

export const recomputeFromEntries = (file: FloorFile, entries: readonly LogEntry[]): Recomputed => {
  const engine = createEngine(createFloorModel(file))
  for (const entry of entries) if (entry.kind === 'fact') engine.apply(entry.before, entry.after, entry.at)
  return counted(engine)
}

/** What was withdrawn or replaced never was. */
export const recomputeFromStanding = (file: FloorFile, ledger: Ledger): Recomputed => {
  const engine = createEngine(createFloorModel(file))
  for (const { after, at } of ledger.standing().values()) engine.apply(null, after, at)
  return counted(engine)
}

/** `at`: epoch ms. */
export const recomputedView = ({ numbers }: Recomputed, id: string, at: number): BoardView | null => {
  const board = numbers.model.file.boards.find((each) => each.id === id)
  return board ? createBoardView(numbers, board).compute(at) : null
}
