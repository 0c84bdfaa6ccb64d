import type { WinRow, WinsView } from '../../../shared/wire/boards/wins-board.ts'

/** The rows of the list: the week's biggest has a place of its own. */
export const listedRows = ({ rows, biggest }: WinsView): Readonly<Record<string, WinRow>> => {
  if (biggest === null) return rows
  const { [biggest]: _, ...listed } = rows
  return listed
}
