// Unpacks a sheet of a workbook into a file of lines, one for each of its rows: once for as often as it is read.
import { open, rename, rm } from 'node:fs/promises'
import { readWorkbook } from '../tables/workbook.ts'
import type { SheetJob } from './thread-said.ts'

const batchRows = 500
/** Of one that has more, its rows as objects are more memory than a small computer has to spare. */
const mostUnpacked = 40 * 1024 * 1024

/** JSON has two line ends that whoever reads lines takes for such. */
const oneLine = (json: string): string => json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

/** `giveWay`: awaited between rows. Rejects with `CsvProblem` or `SourceTrouble`, and then there is no file. */
export const unpackSheet = async (
  { workbook, sheet, to }: SheetJob,
  giveWay: () => Promise<void> = async () => undefined,
): Promise<void> => {
  const rows = await readWorkbook(workbook, sheet, mostUnpacked)
  const part = `${to}.part`
  try {
    const handle = await open(part, 'w', 0o600)
    try {
      for (let from = 0; from < rows.length; from += batchRows) {
        const lines = rows.slice(from, from + batchRows).map((row) => `${oneLine(JSON.stringify(row))}\n`)
        await handle.write(lines.join(''))
        await giveWay()
      }
    } finally {
      await handle.close()
    }
    await rename(part, to)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
