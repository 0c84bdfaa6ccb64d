import type { HallOfFameRow, HallOfFameView } from '../../../shared/wire/boards/hall-of-fame-board.ts'

export const latestFirst = (rows: HallOfFameView['rows']): readonly HallOfFameRow[] =>
  Object.values(rows).sort((one, other) => one.place - other.place)
