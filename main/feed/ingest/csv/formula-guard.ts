// A spreadsheet runs a cell that begins like a formula, whoever wrote it. In the file of refused rows such cells begin with
// an apostrophe, which is taken off again where that file is imported: each cell comes back as it was.

/** An apostrophe before it changes nothing about whether a cell is guarded, so that guarding can always be undone. */
const isRun = (cell: string): boolean => /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/.test(cell)

export const guarded = (cell: string): string => (isRun(cell) ? `'${cell}` : cell)

export const unguarded = (cell: string): string =>
  cell.startsWith("'") && isRun(cell.slice(1)) ? cell.slice(1) : cell

/** The columns that only a file of refused rows has, after those of its source. */
export const rejectColumns = ['floorboard_line', 'floorboard_reason'] as const

export const isOfRejects = (header: readonly string[]): boolean =>
  rejectColumns.every((name) => header.includes(name))
