// Faults of an announcement: more than a screen holds at the smallest size that is read from a desk, an end to nothing.
import type { AnnouncementBoard, TextBlock, TextRun } from '../../../wire/boards/announcement-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import type { FloorFault } from '../../floor-file/floor-fault.ts'
import { parseMarkdown } from '../../words/markdown.ts'
import { textWidth } from '../../words/text-width.ts'

/**
 * Lengths in rem, a hundredth of 1080p's height by 1.08, of the last step of announcement.css and of what stands around
 * it there: what is found to fit here must fit there.
 */
const sizes = {
  titleEm: 7,
  titleLine: 7.7,
  textEm: 2.8,
  textLine: 3.8,
  headingLine: 4.8,
  between: 1.6,
  indent: 4.2,
  countdown: 24,
  media: 80,
  mediaAbove: 76,
  headAndFoot: 18,
  headAndFootUpright: 21,
}
/** Lines end at words: on average they leave this much of themselves unused. */
const ragged = 1.1

const linesIn = (text: string, em: number, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((textWidth(line) * em * ragged) / width)), 0)

const lettersOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('')

const blockHeight = (block: TextBlock, width: number): number => {
  const { textEm, textLine, headingLine, between, indent } = sizes
  if (block.kind === 'list')
    return block.items.reduce((height, { level, runs }) => {
      const lines = linesIn(lettersOf(runs), textEm, width - indent * (level + 1))
      return height + lines * textLine + between / 2
    }, between)
  const [em, line] = block.kind === 'heading' ? [textEm * 1.2, headingLine] : [textEm, textLine]
  return linesIn(lettersOf(block.runs), em, width) * line + between
}

/** Whether everything has its place on a screen of so many rem. */
const fits = (
  { title, picture, video, countdownTo }: AnnouncementBoard,
  blocks: readonly TextBlock[],
  width: number,
  height: number,
  upright: boolean,
): boolean => {
  const media = picture !== undefined || video !== undefined
  const wide = media && !upright ? width - sizes.media : width
  const high =
    height -
    (upright ? sizes.headAndFootUpright : sizes.headAndFoot) -
    (media && upright ? sizes.mediaAbove : 0) -
    (countdownTo === undefined ? 0 : sizes.countdown)
  const text = blocks.reduce((sum, block) => sum + blockHeight(block, wide), 0)
  return linesIn(title, sizes.titleEm, wide) * sizes.titleLine + text <= high
}

/** Checked for the floor's screen with the largest safe area, landscape and portrait: the least room a board can have. */
export const announcementFaults = (
  board: AnnouncementBoard,
  { screens }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const blocks = parseMarkdown(board.text ?? '')
  const seen = 1 - 2 * Math.max(0.05, ...screens.map(({ safeArea }) => safeArea))
  const [long, short] = [192 * seen, 108 * seen]
  const faults: FloorFault[] = []
  if (!fits(board, blocks, long, short, false) || !fits(board, blocks, short, long, true)) {
    const beside = [
      board.picture === undefined && board.video === undefined ? null : 'the picture',
      board.countdownTo === undefined ? null : 'the countdown',
    ].filter((part) => part !== null)
    const here = beside.length === 0 ? '' : ` beside ${beside.join(' and ')}`
    faults.push({
      path: [...path, board.text === undefined ? 'title' : 'text'],
      message: `is more than a screen holds${here} in letters that are read from a desk; say it in fewer words`,
    })
  }
  if (board.text !== undefined && blocks.length === 0)
    faults.push({
      path: [...path, 'text'],
      message: 'comes to nothing that can be read; write words, or leave it out',
    })
  if (board.afterwards !== undefined && board.countdownTo === undefined)
    faults.push({
      path: [...path, 'afterwards'],
      message: 'is said when a countdown is over; add countdownTo',
    })
  return faults
}
