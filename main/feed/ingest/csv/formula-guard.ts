// A spreadsheet runs a cell that begins like a formula, whoever wrote it; and where it splits lines at semicolons or tabs, as
// it does in half of Europe, such a cell may begin within another, quotes or not. In the file of refused rows an apostrophe
// stands before each, which is taken off again where that file is imported: each cell comes back as it was.

/** An apostrophe before it changes nothing about whether it is guarded, so that guarding can always be undone. */
const formula = `(?=(?:'|[^\\S\\t\\r\\n])*[=+\\-@＝＋－＠])`
/** What some spreadsheets do not show, at the beginning of a cell. */
const unseen = "(?='*[\\t\\r\\n])"
const unguardedPlaces = new RegExp(`^${unseen}|(?:^|(?<=[;\\t\\r\\n]))${formula}`, 'g')
const guards = new RegExp(`^'${unseen}|(?:^|(?<=[;\\t\\r\\n]))'${formula}`, 'g')

export const guarded = (cell: string): string => cell.replace(unguardedPlaces, "'")

export const unguarded = (cell: string): string => cell.replace(guards, '')

/** The columns that only a file of refused rows has, after those of its source. */
export const rejectColumns = ['floorboard_line', 'floorboard_reason'] as const

export const isOfRejects = (header: readonly string[]): boolean =>
  rejectColumns.every((name) => header.includes(name))
