// A board's numbers as tables and lines, for a sheet of paper: the same numbers that the wall has, in its words and format.
import type { BoardKind, ViewOf } from '../../wire/boards.ts'
import { boardKinds } from '../boards/board-kinds.ts'
import { createPaperWords, type OnPaper, type PaperParts } from '../boards/paper.ts'

export interface BoardOnPaper extends OnPaper {
  readonly title: string
  /** Whose, of when: "Enterprise · Q4 2026, day 52 of 92". */
  readonly about: string
}

/** A longer list is read on a screen. */
const mostRows = 16

/** At most a screenful of each; what is left out is counted. Where nothing can be said yet, that is said. */
export const boardOnPaper = <K extends BoardKind>(view: ViewOf<K>, parts: PaperParts): BoardOnPaper => {
  const { say } = parts.format
  const { title, scope, window } = view
  const about = [scope, [window.label, window.progress].filter((part) => part !== '').join(', ')]
    .filter((part) => part !== '')
    .join(' · ')
  if (view.awaits !== null)
    return {
      title,
      about,
      lines: [say({ id: 'sheet.awaits', defaultMessage: 'No numbers have come in for it yet.' })],
      table: null,
    }
  const { lines, table } = boardKinds[view.kind].onPaper(view, createPaperWords(parts))
  if (table === null) return { title, about, lines, table }
  if (table.rows.length === 0)
    return {
      title,
      about,
      lines: [...lines, say({ id: 'sheet.empty', defaultMessage: 'There is nothing on it at the moment.' })],
      table: null,
    }
  const totals = table.rows.filter(({ isTotal }) => isTotal)
  const others = table.rows.filter(({ isTotal }) => !isTotal)
  const left = others.length - mostRows
  const more = say(
    { id: 'sheet.more', defaultMessage: '{left, plural, one {One more} other {# more}} on the board.' },
    { left },
  )
  return {
    title,
    about,
    lines: left > 0 ? [...lines, more] : lines,
    table: { ...table, rows: [...others.slice(0, mostRows), ...totals] },
  }
}
