// One check or import of a file: the same steps as `floorboard import` takes from outside, taken inside of the feed.
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Fact, FactsAnswer } from '../../../shared/wire/fact.ts'
import type { FileResult } from '../../../shared/wire/import-files.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import type { FileRules } from '../../../shared/wire/table.ts'
import type { Clock } from '../clock.ts'
import { inWords, SourceTrouble } from '../connectors/source-trouble.ts'
import type { ImportDesk } from '../imports/import-desk.ts'
import { ImportRefused } from '../imports/import-refused.ts'
import { BodyFault } from '../ingest/body-fault.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { type ImportRun, importRows, noneCounted, type WithdrawalsAnswer } from '../ingest/csv/import-rows.ts'
import { createJsonReport, type ImportOutcome } from '../ingest/csv/json-report.ts'
import { lookBefore } from '../ingest/csv/look-before.ts'
import type { CsvRow } from '../ingest/csv/open-csv.ts'
import { openRejectsFile } from '../ingest/csv/rejects-file.ts'
import type { Withdrawal } from '../ingest/csv/row-to-fact.ts'
import { startTally, takeFacts } from '../ingest/take-facts.ts'
import { type By, LogUnavailable } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import type { DroppedFile } from './dropped-file.ts'
import { startStageTally } from './stage-tally.ts'

export interface FileRunParts {
  readonly imports: Pick<ImportDesk, 'begin' | 'target' | 'end'>
  readonly clock: Clock
  readonly turns: Turns
  /** Facts that were taken in earnest. */
  readonly onTaken: (answer: FactsAnswer) => void
}

export interface FileRunJob {
  readonly file: DroppedFile
  /** What it is called. */
  readonly name: string
  readonly rules: FileRules
  /** Without faults. */
  readonly mapping: Mapping
  readonly check: boolean
  /** Who asked for it. */
  readonly by: By
  /** Where what came of it is written, as the command writes it. */
  readonly reportPath: string
  readonly rejectsPath: string
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
  /** By which it can be undone; awaited before anything is taken. */
  readonly onBegun: (id: string) => Promise<void>
  /** Why it is to go no further, in a sentence; null: it goes on. */
  readonly stopped: () => string | null
}

export interface FileRunEnd {
  readonly result: FileResult
  /** By which it can be undone; null: it changed nothing. */
  readonly id: string | null
}

const mostWarnings = 50
const mostRefused = 200

const nothing: FileResult = {
  ...noneCounted,
  warnings: [],
  notes: [],
  refused: [],
  words: [],
  forecast: null,
  stopped: null,
}

/** A file that cannot be read at all, or not to its end. */
export const stoppedBy = (sentence: string, before: FileResult = nothing): FileResult => ({
  ...before,
  stopped: sentence,
})

/** What is no fault of the feed, in a sentence; null: a bug. */
const sentenceOf = (error: unknown): string | null => {
  if (error instanceof CsvProblem) return `The file ${error.message}.`
  if (error instanceof SourceTrouble) return inWords(error)
  if (error instanceof BodyFault || error instanceof ImportRefused) return error.message
  if (error instanceof LogUnavailable)
    return 'Nothing can be written at the moment. Import it again in a minute: rows that are in come out as unchanged.'
  return null
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

/** Others have their turn between rows. */
async function* givingWay(
  rows: AsyncIterable<readonly CsvRow[]>,
  turns: Turns,
): AsyncGenerator<readonly CsvRow[]> {
  for await (const some of rows) {
    yield some
    if (turns.due()) await turns.next()
  }
}

/** Rejects only where the feed itself fails. */
export const runFile = async (parts: FileRunParts, job: FileRunJob): Promise<FileRunEnd> => {
  const { imports, clock, turns } = parts
  const { mapping, check, by } = job
  let id: string | null = null

  const target = async () => {
    if (id === null) {
      const { source, type } = mapping
      id = await imports.begin({ source, type, name: job.name, check, replace: false }, by)
      if (!check) await job.onBegun(id)
    }
    return imports.target(id, by)
  }
  /** A sentence where it does not go on. */
  const step = async <T>(work: () => Promise<T>): Promise<T | string> => {
    const stopped = job.stopped()
    if (stopped !== null) return stopped
    try {
      return await work()
    } catch (error) {
      const sentence = sentenceOf(error)
      if (sentence === null) throw error
      return sentence
    }
  }
  const send = (facts: readonly Fact[]): Promise<FactsAnswer | string> =>
    step(async () => {
      const { floor, by: cause, kept } = await target()
      const tally = startTally()
      try {
        await takeFacts(
          { floor, clock, turns, by: cause },
          { first: facts.map((value) => ({ value })), rest: null, stopLooking: () => undefined },
          tally,
        )
      } finally {
        if (kept) parts.onTaken(tally)
      }
      return tally
    })
  const withdraw = (gone: readonly Withdrawal[]): Promise<WithdrawalsAnswer | string> =>
    step(async () => {
      const { floor, by: cause } = await target()
      const receivedAt = clock.now()
      const { outcomes } = await floor.submit(
        gone.map((one) => ({ ...one, fact: null, receivedAt, by: cause })),
      )
      return {
        withdrawn: outcomes.filter(({ changed }) => changed).length,
        seq: Math.max(0, ...outcomes.map(({ seq }) => seq)),
      }
    })

  const { report, close } = openReport(job.reportPath)
  const rejects = openRejectsFile(job.rejectsPath)
  const refused: FileResult['refused'] = []
  let stages = startStageTally(mapping, [])
  const read = async (): Promise<ImportRun> => {
    const means = await job.file.meant(mapping)
    const table = await job.file.open(job.rules, means, job.onProgress)
    rejects.header(table.header)
    stages = startStageTally(means, table.header)
    return await importRows({
      mapping: means,
      header: table.header,
      rows: table.rows,
      // No other file stands beside it: a mapping that looks one up is refused before.
      found: await lookBefore(means, '', {
        header: table.header,
        again: async () => givingWay(await table.again(), turns),
      }),
      send,
      withdraw,
      onRejected: (rejection) => {
        report.rejected(rejection)
        rejects.row(rejection)
        const { line, id: row, reason, cells } = rejection
        stages.add(cells)
        if (refused.length < mostRefused) refused.push({ line, id: row, why: reason })
      },
      onRepeated: () => undefined,
      giveWay: async () => {
        if (turns.due()) await turns.next()
      },
    })
  }
  const end = async ({ totals, stopped }: ImportRun): Promise<ImportOutcome> => {
    const changed = check || totals.accepted + totals.withdrawn > 0
    const known = { id: check || !changed ? null : id, withdrawn: null }
    // An import that stopped has no end in the log. A check has a copy of all that is counted, which is given back.
    if (id === null || (stopped !== null && !check)) return { ...known, forecast: null }
    const { forecast } = await imports.end(id, { replaces: false, keep: [], confirmed: false }, by)
    return { ...known, forecast: stopped === null ? forecast : null }
  }

  try {
    const run = await read()
    const outcome = await end(run)
    report.close(run, outcome)
    const { seq: _, warnings, notes, ...counts } = run.totals
    return {
      result: {
        ...counts,
        warnings: warnings.slice(0, mostWarnings).map(({ unknown, ...warning }) => ({
          ...warning,
          ...(unknown !== undefined && { unknown }),
        })),
        notes: [...notes],
        refused,
        words: stages.words(),
        forecast: outcome.forecast,
        stopped: run.stopped,
      },
      id: outcome.id,
    }
  } catch (error) {
    if (error instanceof CsvProblem) report.fail(error.message)
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    return { result: { ...stoppedBy(sentence), refused }, id: check ? null : id }
  } finally {
    rejects.close()
    await close()
  }
}
