// What the domain knows of a kind of board.
import type { BoardKind, BoardOf, ViewOf } from '../../wire/boards.ts'
import type { FloorFile } from '../../wire/floor.ts'
import type { FloorFault } from '../floor-file/floor-fault.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { BoardSource } from './board-head.ts'
import type { Figures } from './figures/figure.ts'
import type { FigureTools } from './figures/figure-tools.ts'
import type { OnPaper, PaperWords } from './paper.ts'

export interface BoardRules<K extends BoardKind> {
  /** `board` is one of a floor without faults. */
  readonly createView: (numbers: Numbers, board: BoardOf<K>) => BoardSource<ViewOf<K>>
  /** What is wrong with a board beside its scope, which is looked at for all kinds alike. `path` leads to the board. */
  readonly faults: (board: BoardOf<K>, file: FloorFile, path: FloorFault['path']) => FloorFault[]
  /** Every number that a view shows, with what it is made of. `view` is the board's, at the instant of the tools. */
  readonly figures: (tools: FigureTools, board: BoardOf<K>, view: ViewOf<K>) => readonly Figures[]
  /** What it says on a sheet of paper, of a view whose numbers have come. */
  readonly onPaper: (view: ViewOf<K>, words: PaperWords) => OnPaper
}
