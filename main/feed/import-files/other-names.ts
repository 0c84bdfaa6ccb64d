// What else a file calls the people whom it names, where it has a column with that: their addresses, or their names.
import { otherColumnOf } from '../../../shared/domain/people/named-people.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import type { FileRules } from '../../../shared/wire/table.ts'
import { columnIndexOf, textOf } from '../ingest/csv/cell-text.ts'
import type { DroppedFile } from './dropped-file.ts'

/** Longer ones are nobody's. */
const longestName = 200

/** By name, of the first `most` rows; none where no column has that. Rejects with `CsvProblem` or `SourceTrouble`. */
export const otherNames = async (
  file: DroppedFile,
  rules: FileRules,
  mapping: Mapping,
  most: number,
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  const rep = mapping.credits[0]?.rep
  if (rep === undefined || !('column' in rep) || rep.column === undefined) return found
  const { header, rows } = await file.open(rules, mapping)
  const owner = columnIndexOf(header)(rep.column)
  const other = otherColumnOf(rep.column, header)
  let left = other < 0 ? 0 : most
  for await (const some of rows) {
    if (left <= 0) break
    left -= some.length
    for (const { cells } of some) {
      const [name, text] = [textOf(cells, owner), textOf(cells, other)]
      if (text !== '' && text.length <= longestName && !found.has(name)) found.set(name, text)
    }
  }
  return found
}
