// What changed of the floor's metrics and goals, as an announcement.
import type {
  AnnouncementBoard,
  AnnouncementView,
  TextBlock,
} from '../../../wire/boards/announcement-board.ts'
import { onWalls } from '../../metric-changes/announced.ts'
import { createChangeWords } from '../../metric-changes/change-words.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { createFormat } from '../../words/format.ts'
import type { BoardSource } from '../board-head.ts'
import { createAnnouncementView } from './announcement-view.ts'

/** As many as are read from a desk, with their reasons. */
const mostTold = 3

const run = (text: string, bold = false): { text: string; bold: boolean; italic: boolean } => ({
  text,
  bold,
  italic: false,
})

export const createChangesView = (
  numbers: Numbers,
  board: AnnouncementBoard,
): BoardSource<AnnouncementView> => {
  const { model } = numbers
  const format = createFormat(model.file.floor)
  const empty = createAnnouncementView(numbers, board)

  const blocksAt = (ms: number): TextBlock[] => {
    const words = createChangeWords(model, format, model.roster.floorZone.dayAt(ms))
    const changes = onWalls(numbers, ms)
    const told = changes.slice(0, mostTold).flatMap((change): TextBlock[] => {
      const { title, text, why } = words(change)
      return [
        { kind: 'heading', runs: [run(title)] },
        {
          kind: 'paragraph',
          runs: [run(why === null ? text : `${text} `), ...(why === null ? [] : [run(why)])],
        },
      ]
    })
    const more = changes.length - mostTold
    if (more <= 0) return told
    const rest = format.say(
      {
        id: 'change.more',
        defaultMessage: 'And {more, plural, one {one more} other {# more}}; the console has them all.',
      },
      { more },
    )
    return [...told, { kind: 'paragraph', runs: [run(rest)] }]
  }

  return { bases: [], compute: (ms) => ({ ...empty.compute(ms), text: blocksAt(ms) }) }
}
