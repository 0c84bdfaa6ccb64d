// A meeting's sheet as a PDF: A4, or Letter where paper is that. Drawn by pdfkit with the console's own fonts, embedded.
import PDFDocument from 'pdfkit'
import type { MeetingSheet, SheetItem } from '../../../shared/domain/meetings/meeting-sheet.ts'
import type { SheetFonts } from './sheet-fonts.ts'
import { edge, ink, layBoard, soft } from './sheet-table.ts'
import { openSheetText, type SheetText } from './sheet-text.ts'

type Document = InstanceType<typeof PDFDocument>

const margin = 44
const footSpace = 30
/** Between the two columns in which narrow tables stand. */
const between = 26
const blockGap = 18
/** Lines to write on. */
const ruledLines = 5
const ruleHeight = 23

const letterRegions: ReadonlySet<string> = new Set(['US', 'CA', 'MX', 'CL', 'CO', 'VE', 'PH'])

const paperOf = (locale: string): 'A4' | 'LETTER' =>
  letterRegions.has(new Intl.Locale(locale).maximize().region ?? '') ? 'LETTER' : 'A4'

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** Whether a board is narrow enough to stand beside another. */
const isNarrow = ({ table }: MeetingSheet['boards'][number]): boolean =>
  table !== null && table.columns.length <= 4 && table.columns.filter(({ isNumber }) => !isNumber).length < 2

interface Pen {
  readonly document: Document
  readonly text: SheetText
  /** From the edge where one reads from. */
  readonly left: number
  readonly width: number
  /** Where the next thing comes. */
  y: number
  /** What is left of the page. */
  spare(): number
  /** Turns the page where so much does not fit. */
  need(height: number): void
}

const heading = (pen: Pen, words: string): void => {
  pen.text.draw(words, { x: pen.left, y: pen.y + 11, size: 12.5, weight: 700, width: pen.width })
  pen.y += 20
}

const listItems = (pen: Pen, items: readonly SheetItem[], mark: 'box' | 'none'): void => {
  const { document, text, left } = pen
  const indent = mark === 'box' ? 18 : 0
  for (const { text: words, about, isDone } of items) {
    const lines = text.lines(words, pen.width - indent, 9.5)
    const height = lines.length * 13 + (about === '' ? 4 : 15)
    pen.need(Math.min(height, 300))
    if (mark === 'box') {
      const box = text.left(left, 9)
      document
        .roundedRect(box, pen.y + 1.5, 9, 9, 1.5)
        .lineWidth(0.9)
        .stroke(soft)
      if (isDone)
        document
          .moveTo(box + 2, pen.y + 6)
          .lineTo(box + 4, pen.y + 8.4)
          .lineTo(box + 7.4, pen.y + 3.8)
          .lineWidth(1.3)
          .stroke(ink)
    }
    for (const line of lines) {
      pen.need(13)
      text.draw(line, { x: left + indent, y: pen.y + 9.5, size: 9.5, colour: isDone ? soft : ink })
      pen.y += 13
    }
    if (about !== '') {
      text.draw(about, {
        x: left + indent,
        y: pen.y + 8,
        size: 8.5,
        colour: soft,
        width: pen.width - indent,
      })
      pen.y += 11
    }
    pen.y += 4
  }
}

type Board = MeetingSheet['boards'][number]

/** A table goes on on the next page only where so many rows stand on either. */
const leastRowsApart = 4

/** The rows that fit on what is left of a page, and those for the next; null where it is not worth it. */
const apart = (pen: Pen, board: Board): readonly [Board, Board] | null => {
  const { table } = board
  if (table === null) return null
  for (let first = table.rows.length - leastRowsApart; first >= leastRowsApart; first -= 1) {
    const upper = { ...board, table: { ...table, rows: table.rows.slice(0, first) } }
    if (layBoard(pen.document, pen.text, upper, pen.width).height > pen.spare()) continue
    const title = `${board.title} …`
    return [upper, { ...board, title, lines: [], table: { ...table, rows: table.rows.slice(first) } }]
  }
  return null
}

const boards = (pen: Pen, sheet: MeetingSheet): void => {
  const { document, text, left, width } = pen
  const half = (width - between) / 2
  const rest = [...sheet.boards]
  for (let board = rest.shift(); board !== undefined; board = rest.shift()) {
    const next = isNarrow(board) && rest[0] !== undefined && isNarrow(rest[0]) ? rest.shift() : undefined
    const isTooHigh = next === undefined && layBoard(document, text, board, width).height > pen.spare()
    const parts = isTooHigh ? apart(pen, board) : null
    if (parts !== null) {
      layBoard(document, text, parts[0], width).draw(left, pen.y)
      pen.need(document.page.height)
      rest.unshift(parts[1])
      continue
    }
    const first = layBoard(document, text, board, next === undefined ? width : half)
    const second = next === undefined ? null : layBoard(document, text, next, half)
    const height = Math.max(first.height, second?.height ?? 0)
    pen.need(height)
    first.draw(left, pen.y)
    second?.draw(left + half + between, pen.y)
    pen.y += height + blockGap
  }
}

const room = (pen: Pen, words: string, columns: readonly number[]): void => {
  pen.need(26 + ruledLines * ruleHeight)
  heading(pen, words)
  for (let line = 1; line <= ruledLines; line += 1) {
    const y = pen.y + line * ruleHeight - 6
    let x = pen.left
    for (const share of columns) {
      const wide = share * pen.width
      const ruled = wide - (columns.length > 1 ? 10 : 0)
      const start = pen.text.left(x, ruled)
      pen.document
        .moveTo(start, y)
        .lineTo(start + ruled, y)
        .lineWidth(0.5)
        .stroke(edge)
      x += wide
    }
  }
  pen.y += ruledLines * ruleHeight + blockGap
}

const head = (pen: Pen, { over, title, about }: MeetingSheet): void => {
  const { document, text, left, width } = pen
  text.draw(over, { x: left, y: pen.y + 8, size: 9, weight: 700, colour: soft, width })
  const lines = text.lines(title, width, 22, 700, 2)
  pen.y += 12
  for (const line of lines) {
    text.draw(line, { x: left, y: pen.y + 22, size: 22, weight: 700, width })
    pen.y += 26
  }
  text.draw(about, { x: left, y: pen.y + 12, size: 10.5, colour: soft, width })
  pen.y += 24
  const start = text.left(left, width)
  document
    .moveTo(start, pen.y)
    .lineTo(start + width, pen.y)
    .lineWidth(1.4)
    .stroke(ink)
  pen.y += 16
}

const foot = (pen: Pen, document: Document, words: string): void => {
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page)
    const y = document.page.height - margin + 12
    pen.text.draw(words, { x: pen.left, y, size: 8, colour: soft, width: pen.width - 60 })
    pen.text.draw(`${page + 1} / ${count}`, {
      x: pen.left + pen.width - 60,
      y,
      size: 8,
      colour: soft,
      width: 60,
      atEnd: true,
    })
  }
}

/** The whole file. Rejects where a font cannot be read. */
export const sheetPdf = async (sheet: MeetingSheet, fonts: SheetFonts): Promise<Buffer> => {
  const document = new PDFDocument({
    size: paperOf(sheet.locale),
    margin: 0,
    bufferPages: true,
    lang: sheet.locale,
    displayTitle: true,
    // Its own fonts alone: none is looked for on the machine.
    font: '',
    info: { Title: `${sheet.title}, ${sheet.over}`, Author: sheet.over, Creator: 'Floorboard' },
  })
  const chunks: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  const text = await openSheetText(document, fonts, [...textsOf(sheet), '0123456789/'], sheet.direction)
  const pen: Pen = {
    document,
    text,
    left: margin,
    width: document.page.width - 2 * margin,
    y: margin,
    spare: () => document.page.height - margin - footSpace + 12 - pen.y,
    need: (height) => {
      if (height <= pen.spare()) return
      document.addPage()
      pen.y = margin
    },
  }
  head(pen, sheet)
  heading(pen, sheet.actions.heading)
  if (sheet.actions.items.length === 0) {
    text.draw(sheet.actions.none, { x: pen.left, y: pen.y + 9.5, size: 9.5, colour: soft })
    pen.y += 16
  } else listItems(pen, sheet.actions.items, 'box')
  pen.y += 10
  if (sheet.notes.items.length > 0) {
    heading(pen, sheet.notes.heading)
    listItems(pen, sheet.notes.items, 'none')
    pen.y += 10
  }
  boards(pen, sheet)
  if (sheet.withheld !== null) {
    pen.need(20)
    text.draw(sheet.withheld, { x: pen.left, y: pen.y + 8, size: 8.5, colour: soft, width: pen.width })
    pen.y += 24
  }
  if (sheet.today.items.length > 0) {
    pen.need(40)
    heading(pen, sheet.today.heading)
    listItems(pen, sheet.today.items, 'none')
    pen.y += 10
  }
  room(pen, sheet.room.decisions, [1])
  room(pen, sheet.room.agreed, [0.6, 0.24, 0.16])
  foot(pen, document, sheet.foot)
  document.end()
  return finished
}
