// What an import finds out before its first row: the files that it looks up, and which columns of dates hold days.
import type { DateCell, Mapping } from '../../../../shared/wire/mapping.ts'
import { datesOf } from './cell-readers.ts'
import { columnIndexOf } from './cell-text.ts'
import { createRowTest } from './conditions.ts'
import { createMidnightTally } from './dates/midnight-columns.ts'
import type { DayOf } from './dates/read-date.ts'
import { createEmptyWords } from './empty-words.ts'
import { readLookups } from './lookups.ts'
import type { CsvRow } from './open-csv.ts'
import type { FoundBefore } from './row-to-fact.ts'

/** Dates that can be an instant or a day. A version is neither; it only says what is newer. */
const datesIn = ({ type, fields }: Mapping): DateCell[] => {
  const cells =
    type === 'activity'
      ? [fields.at]
      : [
          fields.createdAt,
          fields.stageEnteredAt,
          fields.expectedCloseOn,
          fields.closedAt,
          fields.lastActivityAt,
        ]
  return cells.filter((cell) => cell !== undefined)
}

/** Reads as many rows as it takes to find a time in every column of dates that is not midnight. */
export const findDays = async (
  mapping: Mapping,
  header: readonly string[],
  rows: AsyncIterable<readonly CsvRow[]>,
): Promise<ReadonlyMap<DateCell, DayOf>> => {
  const columns = columnIndexOf(header)
  const cells = datesIn(mapping).flatMap((cell) => {
    const isApart = 'time' in cell && cell.time !== undefined
    return 'column' in cell && cell.column !== undefined && !isApart ? [{ cell, column: cell.column }] : []
  })
  const looks = cells.map(({ cell, column }) => ({ read: datesOf(cell, mapping), index: columns(column) }))
  const tally = createMidnightTally(looks)
  const isMeant = mapping.when
    ? createRowTest(mapping.when, columns, createEmptyWords(mapping.nothing))
    : () => true
  reading: for await (const some of rows)
    for (const row of some)
      if (row.fault === null && isMeant(row.cells) && !tally.note(row.cells)) break reading
  const found = tally.found()
  return new Map(cells.flatMap(({ cell }, index) => (found[index] ? [[cell, found[index]] as const] : [])))
}

/** For the report; each is told once. */
const noteOf = (cell: DateCell): string => {
  const column = 'column' in cell ? cell.column : ''
  return `"${column}" has midnights alone, and was read as days without a time (dateFormat: day says so, dateFormat: instant overrules)`
}

export interface LookedBefore extends FoundBefore {
  readonly notes: readonly string[]
}

export interface LookedAt {
  readonly header: readonly string[]
  /** Its rows from the first one on; they are read as far as it takes. */
  again(): Promise<AsyncIterable<readonly CsvRow[]>>
}

/** `folder`: where the paths of the mapping's other files start. */
export const lookBefore = async (
  mapping: Mapping,
  folder: string,
  { header, again }: LookedAt,
): Promise<LookedBefore> => {
  const lookups = await readLookups(mapping, folder)
  const days = await findDays(mapping, header, await again())
  return { lookups, days, notes: [...new Set([...days.keys()].map(noteOf))] }
}
