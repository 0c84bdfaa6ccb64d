// A board as a table on a sheet: how wide its columns are, how high it gets, and how it is drawn.
import type PDFDocument from 'pdfkit'
import type { SheetTable } from '../../../shared/domain/boards/paper.ts'
import type { BoardOnPaper } from '../../../shared/domain/meetings/board-table.ts'
import type { SheetText } from './sheet-text.ts'

type Document = InstanceType<typeof PDFDocument>

export const ink = '#0b1220'
export const soft = '#4d5a78'
export const edge = '#c9d2e3'
const well = '#f0f3fa'

const size = 8.5
const lineHeight = 11.5
const rowPadding = 4
const gutter = 10
const narrowestText = 62
const widestNumber = 96
const titleSize = 11
/** Of a cell with sentences in it. */
const mostCellLines = 3
const mostHeadLines = 3
/** Between sentences and the table below them. */
const saidGap = 4

const widthsOf = (table: SheetTable, text: SheetText, width: number): readonly number[] => {
  const { columns, rows } = table
  const wanted = columns.map(({ label, isNumber }, at) => {
    const cells = rows.map(({ cells: all, isTotal }) => text.width(all[at] ?? '', size, isTotal ? 700 : 400))
    const words = label.split(/\s/).map((word) => text.width(word, size, 700))
    const most = Math.max(...cells, ...words) + gutter
    return isNumber ? Math.min(most, widestNumber) : Math.max(narrowestText, most)
  })
  const sum = wanted.reduce((a, b) => a + b, 0)
  const texts = columns.filter(({ isNumber }) => !isNumber).length
  const numbers = wanted.reduce((a, b, at) => (columns[at]?.isNumber ? a + b : a), 0)
  if (sum <= width) {
    // Heads that need several lines get what is left, then the words.
    const heads = columns.map(({ label, isNumber }, at) =>
      isNumber
        ? Math.max(0, Math.min(widestNumber, text.width(label, size, 700) + gutter) - (wanted[at] ?? 0))
        : 0,
    )
    const asked = heads.reduce((a, b) => a + b, 0)
    const share = asked === 0 ? 0 : Math.min(1, (width - sum) / asked)
    const given = wanted.map((each, at) => each + (heads[at] ?? 0) * share)
    const left = Math.max(0, width - given.reduce((a, b) => a + b, 0))
    return given.map((each, at) => (columns[at]?.isNumber ? each : each + left / Math.max(1, texts)))
  }
  const leastText = narrowestText * texts
  const forNumbers = Math.min(numbers, width - leastText)
  return wanted.map((each, at) =>
    columns[at]?.isNumber
      ? (each * forNumbers) / Math.max(1, numbers)
      : (width - forNumbers) / Math.max(1, texts),
  )
}

interface Laid {
  readonly height: number
  draw(x: number, y: number): void
}

/** Laid out for a width; drawn where its upper corner comes to be, `x` from the edge where one reads from. */
export const layBoard = (
  document: Document,
  text: SheetText,
  { title, about, lines, table }: BoardOnPaper,
  width: number,
): Laid => {
  const said = lines.flatMap((line) => text.lines(line, width, size, 400, 6))
  const headHeight = 15 + 12 + (said.length === 0 ? 0 : said.length * lineHeight + saidGap)
  const widths = table === null ? [] : widthsOf(table, text, width)
  const heads =
    table?.columns.map(({ label }, at) =>
      text.lines(label, (widths[at] ?? 0) - gutter, size, 700, mostHeadLines),
    ) ?? []
  const headRows = Math.max(0, ...heads.map((head) => head.length))
  const tableHead = table === null ? 0 : headRows * lineHeight + rowPadding
  const cells =
    table?.rows.map(({ cells: all, isTotal }) =>
      table.columns.map(({ isNumber }, at) =>
        isNumber
          ? [all[at] ?? '']
          : text.lines(all[at] ?? '', (widths[at] ?? 0) - gutter, size, isTotal ? 700 : 400, mostCellLines),
      ),
    ) ?? []
  const heights = cells.map((row) => Math.max(...row.map((cell) => cell.length)) * lineHeight + rowPadding)
  const height = headHeight + tableHead + heights.reduce((a, b) => a + b, 0) + 4

  const drawRow = (
    row: readonly (readonly string[])[],
    {
      x,
      y,
      isBold,
      colour,
    }: { readonly x: number; readonly y: number; readonly isBold: boolean; readonly colour: string },
  ): void => {
    let left = x
    row.forEach((cell, at) => {
      const wide = widths[at] ?? 0
      const isNumber = table?.columns[at]?.isNumber === true
      cell.forEach((line, index) => {
        text.draw(line, {
          x: left + (isNumber ? gutter : 0),
          y: y + index * lineHeight,
          size,
          weight: isBold ? 700 : 400,
          colour,
          width: wide - gutter,
          atEnd: isNumber,
        })
      })
      left += wide
    })
  }

  return {
    height,
    draw: (x, top) => {
      text.draw(title, { x, y: top + 10, size: titleSize, weight: 700, width })
      text.draw(about, { x, y: top + 22, size: 8, colour: soft, width })
      let y = top + 27
      for (const line of said) {
        y += lineHeight
        text.draw(line, { x, y: y - 3, size, width })
      }
      if (said.length > 0) y += saidGap
      if (table === null) return
      drawRow(heads, { x, y: y + lineHeight - 2, isBold: true, colour: soft })
      y += tableHead
      const start = text.left(x, width)
      document
        .moveTo(start, y)
        .lineTo(start + width, y)
        .lineWidth(0.8)
        .stroke(soft)
      table.rows.forEach(({ isTotal }, index) => {
        const row = cells[index] ?? []
        const high = heights[index] ?? 0
        if (isTotal) document.rect(start, y, width, high).fill(well)
        drawRow(row, { x, y: y + lineHeight - 1, isBold: isTotal, colour: ink })
        y += high
        document
          .moveTo(start, y)
          .lineTo(start + width, y)
          .lineWidth(0.4)
          .stroke(edge)
      })
    },
  }
}
