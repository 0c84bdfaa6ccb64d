// Imports a CSV file by a mapping.
import { columnsIn, spellingsIn } from '../../../../shared/domain/facts/mapping-columns.ts'
import { type ImportRun, type ImportSteps, importRows } from './import-rows.ts'
import { lookBefore } from './look-before.ts'
import { type CsvFile, openCsv } from './open-csv.ts'

export interface ImportJob extends ImportSteps {
  readonly path: string
  /** Where the paths of the mapping's other files start. */
  readonly folder: string
  onOpen(file: CsvFile): void
  onBytes(count: number): void
}

/** Throws a `CsvProblem` when the file as a whole cannot be read, before anything is sent. */
export const importCsv = async (job: ImportJob): Promise<ImportRun> => {
  const { path, mapping, folder } = job
  const { skipRows } = mapping
  const file = await openCsv(path, {
    wanted: columnsIn(mapping),
    delimiter: mapping.delimiter,
    encoding: mapping.encoding,
    skipRows,
    spellings: spellingsIn(mapping),
    onBytes: job.onBytes,
  })
  const { header, rows, delimiter, encoding } = file
  const again = async () => (await openCsv(path, { wanted: [], delimiter, encoding, skipRows })).rows
  const found = await lookBefore(mapping, folder, { header, again })
  job.onOpen(file)
  return await importRows({ ...job, header, rows, found })
}
