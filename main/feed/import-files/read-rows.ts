// Reads the rows of a dropped file to their end, as `floorboard import` does it from outside: what is understood goes to the
// feed in batches, what is not is written down beside the file.
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { FactsAnswer } from '../../../shared/wire/fact.ts'
import { inWords, SourceTrouble } from '../connectors/source-trouble.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { type ImportRun, importRows, type WithdrawalsAnswer } from '../ingest/csv/import-rows.ts'
import { createJsonReport, type ImportOutcome } from '../ingest/csv/json-report.ts'
import { lookBefore } from '../ingest/csv/look-before.ts'
import { openRejectsFile } from '../ingest/csv/rejects-file.ts'
import type { Withdrawal } from '../ingest/csv/row-to-fact.ts'
import { createDroppedFile } from './dropped-file.ts'
import { startStageTally } from './stage-tally.ts'
import type { RowsJob, RowsRead } from './thread-said.ts'

/** Where rows go. A sentence in the place of an answer: they are not taken, and no more are read. */
export interface RowsTaker {
  /** Of facts as JSON. */
  send(facts: readonly string[]): Promise<FactsAnswer | string>
  withdraw(withdrawals: readonly Withdrawal[]): Promise<WithdrawalsAnswer | string>
  /** All of them are read, or as many as were taken. */
  end(run: ImportRun): Promise<ImportOutcome>
  /** How much of the file is read, from 0 to 1. */
  onProgress(share: number): void
}

/** The rows of a workbook must be laid out before. Rejects only where something went wrong that is no fault of the file. */
export type ReadRows = (job: RowsJob, taker: RowsTaker) => Promise<RowsRead>

const mostRefused = 200

/** What is wrong with the file, in a sentence; null: something else is. */
export const fileTrouble = (error: unknown): string | null => {
  if (error instanceof CsvProblem) return `The file ${error.message}.`
  return error instanceof SourceTrouble ? inWords(error) : null
}

/** A file for what comes of a run; what is written waits in memory while the disk is slow. */
const openReport = (path: string) => {
  const stream = createWriteStream(path, { mode: 0o600 })
  stream.on('error', () => undefined)
  return {
    report: createJsonReport((text) => void stream.write(text)),
    close: async () => {
      stream.end()
      await finished(stream)
    },
  }
}

const unpackedBefore = async (): Promise<void> => undefined

/** `giveWay`: awaited every few rows, where others work in the same thread. */
export const readRows = async (
  job: RowsJob,
  taker: RowsTaker,
  giveWay?: () => Promise<void>,
): Promise<RowsRead> => {
  const { path, sheetPath, rules, reportPath, rejectsPath } = job
  const file = createDroppedFile({ path, sheetPath, unpackSheet: unpackedBefore })
  const { report, close } = openReport(reportPath)
  const rejects = openRejectsFile(rejectsPath)
  const refused: RowsRead['refused'] = []
  try {
    const mapping = await file.meant(job.mapping)
    const table = await file.open(rules, mapping, taker.onProgress)
    rejects.header(table.header)
    const stages = startStageTally(mapping, table.header)
    const run = await importRows({
      mapping,
      header: table.header,
      rows: table.rows,
      // No other file stands beside it: a mapping that looks one up is refused before.
      found: await lookBefore(mapping, '', table),
      send: (facts) => taker.send(facts.map((fact) => JSON.stringify(fact))),
      withdraw: taker.withdraw,
      onRejected: (rejection) => {
        report.rejected(rejection)
        rejects.row(rejection)
        const { line, id, reason, cells } = rejection
        stages.add(cells)
        if (refused.length < mostRefused) refused.push({ line, id, why: reason })
      },
      onRepeated: () => undefined,
      ...(giveWay && { giveWay }),
    })
    report.close(run, await taker.end(run))
    return { run, refused, words: stages.words() }
  } catch (error) {
    const trouble = fileTrouble(error)
    if (trouble === null) throw error
    if (error instanceof CsvProblem) report.fail(error.message)
    return { run: trouble, refused, words: [] }
  } finally {
    rejects.close()
    await close()
  }
}
