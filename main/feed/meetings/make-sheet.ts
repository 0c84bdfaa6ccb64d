// A meeting's sheet for one reader, as a file to print. What draws it is loaded by the first who prints.
import { meetingSheet } from '../../../shared/domain/meetings/meeting-sheet.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { MeetingAnswer } from '../../../shared/wire/meetings.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import { openSheetFonts } from './sheet-fonts.ts'

interface SheetParts {
  /** As they were built. */
  readonly fontsDir: string
  readonly floor: FloorFile['floor']
  /** As the reader gets it: boards that are not theirs are not in it. */
  readonly answer: MeetingAnswer
  /** Null of a board that cannot be worked out: it leaves the others on the sheet. */
  readonly viewOf: (board: string) => BoardView | null
  readonly reader: string
  /** Epoch ms. */
  readonly now: number
}

/** A PDF. Rejects where a font cannot be read. */
export const makeSheet = async ({
  fontsDir,
  floor,
  answer,
  viewOf,
  reader,
  now,
}: SheetParts): Promise<Buffer> => {
  const views = answer.boards.flatMap(({ id }) => viewOf(id) ?? [])
  const sheet = meetingSheet({ floor, answer, views, reader, now })
  const { sheetPdf } = await import('./sheet-pdf.ts')
  return sheetPdf(sheet, openSheetFonts(fontsDir, floor.locale))
}
