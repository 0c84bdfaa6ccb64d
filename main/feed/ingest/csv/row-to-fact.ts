// Makes facts of rows, as the mapping says. A row becomes a fact, or the reasons why it is none; it withdraws one, or is passed over.
import { Fact, type FactVersion } from '../../../../shared/wire/fact.ts'
import type { DateCell, Mapping } from '../../../../shared/wire/mapping.ts'
import { faultsIn } from '../../floor-file/issue-sentences.ts'
import {
  type CellReader,
  dateReader,
  durationReader,
  moneyReader,
  ownReader,
  type Surroundings,
  textReader,
  versionReader,
} from './cell-readers.ts'
import { type ColumnIndex, columnIndexOf, shown, textOf } from './cell-text.ts'
import { createRowTest } from './conditions.ts'
import { createCreditReader } from './credit-reader.ts'
import type { DayOf } from './dates/read-date.ts'
import { createEmptyWords, type EmptyWords } from './empty-words.ts'
import type { Lookups } from './lookups.ts'
import { booleanIn } from './read-boolean.ts'
import type { Reading } from './reading.ts'

export interface Withdrawal {
  readonly source: string
  readonly id: string
  readonly version?: FactVersion | undefined
}

export type RowReading =
  | { readonly kind: 'fact'; readonly fact: Fact; readonly notes: readonly string[] }
  | { readonly kind: 'withdrawal'; readonly withdrawal: Withdrawal }
  /** Not meant by the mapping's `when`. */
  | { readonly kind: 'passed over' }
  /** The id where the row has one. */
  | { readonly kind: 'refused'; readonly id: string | null; readonly reason: string }

export type RowToFact = (cells: readonly string[]) => RowReading

type NamedReaders = readonly (readonly [string, CellReader<unknown>])[]

const fieldReaders = (mapping: Mapping, around: Surroundings): NamedReaders => {
  const found: [string, CellReader<unknown>][] = []
  const add = <C>(name: string, cell: C | undefined, make: (cell: C) => CellReader<unknown>) => {
    if (cell !== undefined) found.push([name, make(cell)])
  }
  const text = (cell: Parameters<typeof textReader>[0]) => textReader(cell, around)
  const date = (cell: DateCell) => dateReader(cell, around, false)
  add('version', mapping.fields.version, (cell) => versionReader(cell, around))
  if (mapping.type === 'activity') {
    const { fields } = mapping
    add('kind', fields.kind, text)
    add('at', fields.at, date)
    add('durationSeconds', fields.durationSeconds, (cell) => durationReader(cell, around))
    for (const name of ['outcome', 'deal', 'account'] as const) add(name, fields[name], text)
    return found
  }
  const { fields } = mapping
  for (const name of ['status', 'name', 'account', 'product', 'stage'] as const) add(name, fields[name], text)
  add('amount', fields.amount, (cell) => moneyReader(cell, around))
  for (const name of ['createdAt', 'stageEnteredAt', 'closedAt', 'lastActivityAt'] as const)
    add(name, fields[name], date)
  add('expectedCloseOn', fields.expectedCloseOn, (cell) => dateReader(cell, around, true))
  return found
}

/** Empty cells are left out of the fact. */
const readAll = (
  readers: NamedReaders,
  cells: readonly string[],
  faults: string[],
  notes: string[],
): Record<string, unknown> => {
  const entries: [string, unknown][] = []
  for (const [name, read] of readers) {
    const reading = read(cells)
    if ('fault' in reading) faults.push(reading.fault)
    else if (reading.value !== null) entries.push([name, reading.value])
    if ('value' in reading && reading.note !== undefined) notes.push(reading.note)
  }
  // Not by assignment: a column may be named __proto__.
  return Object.fromEntries(entries)
}

/** Several columns are joined by bars; bars within them are escaped, so that different rows have different ids. */
const idReader =
  (names: readonly string[], columns: ColumnIndex, empty: EmptyWords) =>
  (cells: readonly string[]): Reading<string> => {
    const parts: string[] = []
    for (const name of names) {
      const part = textOf(cells, columns(name))
      if (empty.isEmpty(part)) return { fault: `${name} is empty, but it makes the row's id` }
      parts.push(names.length === 1 ? part : part.replace(/[\\|]/g, '\\$&'))
    }
    return { value: parts.join('|') }
  }

/** A column that says yes, or when it was deleted. */
const flagReader = (
  column: string,
  around: Surroundings,
): ((cells: readonly string[]) => Reading<boolean>) => {
  const index = around.columns(column)
  const when = dateReader({ column }, around, false)
  return (cells) => {
    const text = textOf(cells, index)
    if (around.empty.isEmptyValue(text)) return { value: false }
    const flag = booleanIn(text)
    if (flag !== null) return { value: flag }
    if ('value' in when(cells)) return { value: true }
    const fault = `${column} ${shown(text)} is neither yes nor no nor a date; say which values mean deleted with`
    return { fault: `${fault} deleted: { ${column}: … }` }
  }
}

const deletedReader = (
  { deleted }: Mapping,
  around: Surroundings,
): ((cells: readonly string[]) => Reading<boolean>) => {
  if (!deleted) return () => ({ value: false })
  if ('flag' in deleted) return flagReader(deleted.flag, around)
  const test = createRowTest(deleted.when, around.columns, around.empty)
  return (cells) => ({ value: test(cells) })
}

/** What was found out of the files before the first row is read. */
export interface FoundBefore {
  readonly lookups: Lookups
  readonly days: ReadonlyMap<DateCell, DayOf>
}

const nothingFound: FoundBefore = { lookups: new Map(), days: new Map() }

/** `mapping` must be without faults, and the header must have all its columns. */
export const createRowToFact = (
  mapping: Mapping,
  header: readonly string[],
  found: FoundBefore = nothingFound,
): RowToFact => {
  const columns = columnIndexOf(header)
  const empty = createEmptyWords(mapping.nothing)
  const around: Surroundings = { columns, defaults: mapping, empty, ...found }
  const isMeant = mapping.when ? createRowTest(mapping.when, columns, empty) : () => true
  const isDeleted = deletedReader(mapping, around)
  const readId = idReader(mapping.id, columns, empty)
  const fields = fieldReaders(mapping, around)
  const versions = fields.filter(([name]) => name === 'version')
  const own = Object.entries(mapping.fields.fields ?? {}).map(
    ([name, cell]): [string, CellReader<unknown>] => [name, ownReader(cell, around)],
  )
  const readCredits = createCreditReader(mapping, around)

  const refuse = (cells: readonly string[], reasons: readonly string[]): RowReading => {
    const id = readId(cells)
    return { kind: 'refused', id: 'value' in id ? id.value : null, reason: [...new Set(reasons)].join('; ') }
  }

  const withdraw = (cells: readonly string[]): RowReading => {
    const faults: string[] = []
    const id = readId(cells)
    if ('fault' in id) faults.push(id.fault)
    const { version } = readAll(versions, cells, faults, [])
    if ('fault' in id || faults.length > 0) return refuse(cells, faults)
    const known = typeof version === 'number' || typeof version === 'string' ? { version } : {}
    return { kind: 'withdrawal', withdrawal: { source: mapping.source, id: id.value, ...known } }
  }

  const make = (cells: readonly string[]): RowReading => {
    const faults: string[] = []
    const notes: string[] = []
    const id = readId(cells)
    if ('fault' in id) faults.push(id.fault)
    const values = readAll(fields, cells, faults, notes)
    const ownValues = readAll(own, cells, faults, notes)
    const credits = readCredits(cells)
    if ('fault' in credits) faults.push(credits.fault)
    if (faults.length > 0 || 'fault' in id || 'fault' in credits) return refuse(cells, faults)

    const fact = Fact.safeParse(
      {
        source: mapping.source,
        id: id.value,
        type: mapping.type,
        ...values,
        ...(own.length > 0 && { fields: ownValues }),
        credits: credits.value,
      },
      { reportInput: true },
    )
    if (fact.success) return { kind: 'fact', fact: fact.data, notes }
    return refuse(
      cells,
      faultsIn(fact.error).map(({ path, message }) => `${path.join('.')} ${message}`),
    )
  }

  return (cells) => {
    if (!isMeant(cells)) return { kind: 'passed over' }
    const deleted = isDeleted(cells)
    if ('fault' in deleted) return refuse(cells, [deleted.fault])
    return deleted.value ? withdraw(cells) : make(cells)
  }
}
