import type { AwardRow, AwardView } from '../../../shared/wire/boards/award-board.ts'

export const inPlace = (rows: AwardView['rows']): readonly AwardRow[] =>
  Object.values(rows).sort((one, other) => one.place - other.place)
