// The line at the foot of team progress: how to read its tick, and what days its inputs are of, where those are shown
// and others than the cards'.
import type { Say } from '../../../shared/domain/words/say.ts'
import type { TeamProgressView } from '../../../shared/wire/boards/team-progress-board.ts'
import { cardGrid, hasRoomForInputs } from '../parts/cards/card-grid.ts'
import { inputWindows } from '../parts/cards/input-windows.ts'
import { paceAt } from '../parts/cards/pace-at.ts'
import { rowsOnPage } from '../parts/paging.ts'

export const teamProgressNote = (
  { rows, metric, inputs }: TeamProgressView,
  pages: number,
  say: Say,
): string => {
  const { slots } = rowsOnPage(rows, 0, pages)
  const hasTicks = Object.values(rows).some((row) => paceAt(row) !== null)
  const reading = hasTicks
    ? say({ id: 'team-progress.tick', defaultMessage: 'White tick = where each team should be today' })
    : metric.objective
  const shown = slots > 0 && hasRoomForInputs(cardGrid(slots)) ? inputs : []
  const windows = inputWindows(shown.map((input) => ({ metric: input, window: input.window })))
  return [reading, windows].filter((part) => part !== '').join(' · ')
}
