// Which of the floor's boards show something else than when they were looked at last. What only goes on with the clock (an hour at
// their foot, a pace) is no change: nothing is looked at while no fact came, no day began and nobody edited the floor.
import type { Board, FloorFile } from '../../../shared/wire/floor.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { Turns } from '../turns.ts'

interface Looked {
  readonly file: FloorFile
  /** What they are made of: where it is the same as last time, nothing is looked at. */
  readonly madeOf: string
  /** Null where it cannot be computed. */
  readonly view: (board: string) => BoardView | null
}

export interface ChangedBoards {
  /** None the first time: then they are only looked at. */
  look(looked: Looked): Promise<readonly Board[]>
  /** The next look is a first one. */
  forget(): void
}

/** What is off is for nobody of the floor. */
const isForTheFloor = ({ audience }: Board): boolean => audience === 'floor'

export const createChangedBoards = (turns: Turns): ChangedBoards => {
  let madeOf: string | null = null
  let shown = new Map<string, string>()
  return {
    look: async (looked) => {
      if (looked.madeOf === madeOf) return []
      const isFirst = madeOf === null
      madeOf = looked.madeOf
      const before = shown
      shown = new Map()
      const changed: Board[] = []
      for (const board of looked.file.boards.filter(isForTheFloor)) {
        if (turns.due()) await turns.next()
        const view = looked.view(board.id)
        if (view === null) continue
        const text = JSON.stringify(view)
        shown.set(board.id, text)
        if (!isFirst && before.get(board.id) !== text) changed.push(board)
      }
      return changed
    },
    forget: () => {
      madeOf = null
      shown = new Map()
    },
  }
}
