// Second files of an import: what a CRM's ids mean, as stages and users.
import { isAbsolute, join } from 'node:path'
import { cellsIn } from '../../../../shared/domain/facts/mapping-columns.ts'
import type { Lookup, Mapping } from '../../../../shared/wire/mapping.ts'
import { columnIndexOf, shown, textOf } from './cell-text.ts'
import { CsvProblem } from './csv-problem.ts'
import { openCsv } from './open-csv.ts'

/** By what the cell says; `undefined` for what the file does not have. */
export type LookupTable = (key: string) => string | undefined
export type Lookups = ReadonlyMap<Lookup, LookupTable>

/** Tables are held in memory. */
const maxRows = 500_000

/** Salesforce's ids of 18 letters and digits are those of 15 with three more, for programs that know no capitals. */
const longId = /^[A-Za-z0-9]{18}$/

const readLookup = async ({ file, key, value }: Lookup, path: string): Promise<LookupTable> => {
  const csv = await openCsv(path, { wanted: [key, value] })
  const columns = columnIndexOf(csv.header)
  const [keyAt, valueAt] = [columns(key), columns(value)]
  const found = new Map<string, string>()
  const shortIds = new Map<string, string>()
  for await (const rows of csv.rows) {
    for (const { line, cells, fault } of rows) {
      if (fault !== null) throw new CsvProblem(`cannot be read in line ${line}, which ${fault}`)
      const [from, to] = [textOf(cells, keyAt), textOf(cells, valueAt)]
      if (from === '') continue
      const before = found.get(from)
      if (before !== undefined && before !== to)
        throw new CsvProblem(`has ${shown(from)} twice, as ${shown(before)} and ${shown(to)} (line ${line})`)
      found.set(from, to)
      if (longId.test(from)) shortIds.set(from.slice(0, 15), to)
      if (found.size > maxRows)
        throw new CsvProblem(`has more than ${maxRows} rows, too many to look up ${file}`)
    }
  }
  return (text) =>
    found.get(text) ?? shortIds.get(text) ?? (longId.test(text) ? found.get(text.slice(0, 15)) : undefined)
}

/** Paths start at the mapping's `folder`. Throws a `CsvProblem` that names the file which cannot be read. */
export const readLookups = async (mapping: Mapping, folder: string): Promise<Lookups> => {
  const tables = new Map<Lookup, LookupTable>()
  for (const { cell } of cellsIn(mapping)) {
    const lookup = 'lookup' in cell ? cell.lookup : undefined
    if (lookup === undefined) continue
    const path = isAbsolute(lookup.file) ? lookup.file : join(folder, lookup.file)
    tables.set(
      lookup,
      await readLookup(lookup, path).catch((error: unknown) => {
        if (error instanceof CsvProblem)
          throw new CsvProblem(`cannot be read without ${lookup.file}, which ${error.message}`)
        throw error
      }),
    )
  }
  return tables
}
