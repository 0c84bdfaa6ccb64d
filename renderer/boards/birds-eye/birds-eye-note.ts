// The line at the foot of the bird's-eye view: how to read its tick and its faint line, as far as it has them, and
// what days its inputs are of, where those are not the cards'.

import type { Say } from '../../../shared/domain/words/say.ts'
import type { BirdsEyeView } from '../../../shared/wire/boards/birds-eye-board.ts'
import { inputWindows } from '../parts/cards/input-windows.ts'
import { paceAt } from '../parts/cards/pace-at.ts'

export const birdsEyeNote = ({ rows, metric }: BirdsEyeView, say: Say): string => {
  const cards = Object.values(rows)
  const notes = [
    cards.some((row) => paceAt(row) !== null)
      ? say({ id: 'birds-eye.tick', defaultMessage: 'White tick = pace today' })
      : '',
    cards.some((row) => row.before.length > 1)
      ? say({ id: 'birds-eye.faint', defaultMessage: 'faint line = last time' })
      : '',
  ].filter((note) => note !== '')
  const reading = notes.length === 2 ? notes.join(', ') : metric.objective
  return [reading, inputWindows(cards.flatMap((row) => row.inputs))].filter((part) => part !== '').join(' · ')
}
