// Makes facts of rows, as the mapping says. A row becomes a fact, or the reasons why it is none.
import { Fact } from '../../../../shared/wire/fact.ts'
import type { Mapping } from '../../../../shared/wire/mapping.ts'
import { faultsIn } from '../../floor-file/issue-sentences.ts'
import {
  type CellReader,
  type ColumnIndex,
  dateReader,
  moneyReader,
  numberReader,
  ownReader,
  textReader,
  versionReader,
} from './cell-readers.ts'
import { createCreditReader } from './credit-reader.ts'
import type { Reading } from './reading.ts'

export type RowToFact = (cells: readonly string[]) => Reading<Fact>

type NamedReaders = readonly (readonly [string, CellReader<unknown>])[]

const fieldReaders = (mapping: Mapping, columns: ColumnIndex): NamedReaders => {
  const found: [string, CellReader<unknown>][] = []
  const add = <C>(name: string, cell: C | undefined, make: (cell: C) => CellReader<unknown>) => {
    if (cell !== undefined) found.push([name, make(cell)])
  }
  const text = (cell: Parameters<typeof textReader>[0]) => textReader(cell, columns)
  const date = (cell: Parameters<typeof dateReader>[0]) => dateReader(cell, columns, mapping, false)
  add('version', mapping.fields.version, (cell) => versionReader(cell, columns, mapping))
  if (mapping.type === 'activity') {
    const { fields } = mapping
    add('kind', fields.kind, text)
    add('at', fields.at, date)
    add('durationSeconds', fields.durationSeconds, (cell) => numberReader(cell, columns, mapping))
    for (const name of ['outcome', 'deal', 'account'] as const) add(name, fields[name], text)
    return found
  }
  const { fields } = mapping
  for (const name of ['status', 'name', 'account', 'product', 'stage'] as const) add(name, fields[name], text)
  add('amount', fields.amount, (cell) => moneyReader(cell, columns, mapping))
  for (const name of ['createdAt', 'stageEnteredAt', 'closedAt', 'lastActivityAt'] as const)
    add(name, fields[name], date)
  add('expectedCloseOn', fields.expectedCloseOn, (cell) => dateReader(cell, columns, mapping, true))
  return found
}

/** Empty cells are left out of the fact. */
const readAll = (
  readers: NamedReaders,
  cells: readonly string[],
  faults: string[],
): Record<string, unknown> => {
  const entries: [string, unknown][] = []
  for (const [name, read] of readers) {
    const reading = read(cells)
    if ('fault' in reading) faults.push(reading.fault)
    else if (reading.value !== null) entries.push([name, reading.value])
  }
  // Not by assignment: a column may be named __proto__.
  return Object.fromEntries(entries)
}

/** Several columns are joined by bars; bars within them are escaped, so that different rows have different ids. */
const idOf = (
  columns: readonly string[],
  indexOf: ColumnIndex,
  cells: readonly string[],
): Reading<string> => {
  const parts: string[] = []
  for (const column of columns) {
    const part = cells[indexOf.get(column) ?? -1]?.trim() ?? ''
    if (part === '') return { fault: `${column} is empty, but it makes the row's id` }
    parts.push(columns.length === 1 ? part : part.replace(/[\\|]/g, '\\$&'))
  }
  return { value: parts.join('|') }
}

/** The id of a row, also of one that is no fact; null where it has none. */
export const createIdReader = (
  mapping: Pick<Mapping, 'id'>,
  header: readonly string[],
): ((cells: readonly string[]) => string | null) => {
  const columns: ColumnIndex = new Map(header.map((name, index) => [name, index]))
  return (cells) => {
    const id = idOf(mapping.id, columns, cells)
    return 'fault' in id ? null : id.value
  }
}

/** `mapping` must be without faults, and the header must have all its columns. */
export const createRowToFact = (mapping: Mapping, header: readonly string[]): RowToFact => {
  const columns: ColumnIndex = new Map(header.map((name, index) => [name, index]))
  const fields = fieldReaders(mapping, columns)
  const own = Object.entries(mapping.fields.fields ?? {}).map(
    ([name, cell]): [string, CellReader<unknown>] => [name, ownReader(cell, columns, mapping)],
  )
  const readCredits = createCreditReader(mapping, columns)

  return (cells) => {
    const faults: string[] = []
    const id = idOf(mapping.id, columns, cells)
    if ('fault' in id) faults.push(id.fault)
    const values = readAll(fields, cells, faults)
    const ownValues = readAll(own, cells, faults)
    const credits = readCredits(cells)
    if ('fault' in credits) faults.push(credits.fault)
    if (faults.length > 0 || 'fault' in id || 'fault' in credits) return { fault: faults.join('; ') }

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
    if (fact.success) return { value: fact.data }
    return {
      fault: faultsIn(fact.error)
        .map(({ path, message }) => `${path.join('.')} ${message}`)
        .join('; '),
    }
  }
}
