// Imports a CSV file: rows become facts, `send` takes them in batches, and each refused row is reported with its line
// and the reason. Memory holds one batch, and the ids seen so far up to a limit.
import { type Fact, type FactsAnswer, type FactWarning, olderVersions } from '../../../../shared/wire/fact.ts'
import type { Mapping } from '../../../../shared/wire/mapping.ts'
import { columnsIn } from './mapping-columns.ts'
import { type CsvFile, type CsvRow, openCsv } from './open-csv.ts'
import { createIdReader, createRowToFact } from './row-to-fact.ts'

export interface Rejection {
  readonly line: number
  /** The row's id, where it has one. */
  readonly id: string | null
  readonly reason: string
  readonly cells: readonly string[]
}

/** Rows that were taken and count nowhere, or not where they were meant to. */
export interface ImportWarning {
  readonly what: string
  readonly count: number
  /** Of the first such row. */
  readonly first: string
  /** A name that the floor does not know. */
  readonly unknown?: string | undefined
  readonly line: number | null
}

interface ImportTotals {
  readonly accepted: number
  readonly unchanged: number
  readonly rejected: number
  /** Rows whose id an earlier row had; the last one counts. */
  readonly repeated: number
  /** Rows of an older version than what stands; they are among the unchanged. */
  readonly older: number
  /** The log's number after the last batch; null when nothing was sent. */
  readonly seq: number | null
  /** Most rows first. */
  readonly warnings: readonly ImportWarning[]
}

export interface ImportJob {
  readonly path: string
  readonly mapping: Mapping
  /** Returns a sentence when the feed cannot be reached or refuses the whole request. */
  send(facts: readonly Fact[]): Promise<FactsAnswer | string>
  onOpen(file: CsvFile): void
  /** In the order of the lines. */
  onRejected(rejection: Rejection): void
  onBytes(count: number): void
  /** A row with the id of an earlier one. */
  onRepeated(id: string, line: number, earlier: number): void
}

const batchRows = 1000
/** Enough to notice a wrong id column without filling the memory. */
const maxRememberedIds = 500_000

interface Batch {
  readonly facts: { readonly fact: Fact; readonly row: CsvRow }[]
  readonly rejections: Rejection[]
}

export interface ImportRun {
  /** So far, or in all. */
  readonly totals: ImportTotals
  /** Why it ended before the end of the file, or null. */
  readonly stopped: string | null
}

const olderIn = (answer: FactsAnswer | null): number =>
  answer?.warnings.find(({ what }) => what === olderVersions)?.count ?? 0
/** Different warnings beyond these are no longer read by anybody. */
const maxWarnings = 1000

const addWarnings = (
  known: readonly ImportWarning[],
  told: readonly FactWarning[],
  lineOf: (id: string) => number | null,
): readonly ImportWarning[] => {
  const all = new Map(known.map((warning) => [warning.what, warning]))
  for (const { what, count, first, unknown } of told) {
    // Counted by itself.
    if (what === olderVersions) continue
    const before = all.get(what)
    if (before) all.set(what, { ...before, count: before.count + count })
    else if (all.size < maxWarnings)
      all.set(what, { what, count, first, line: lineOf(first), ...(unknown !== undefined && { unknown }) })
  }
  return [...all.values()].sort((a, b) => b.count - a.count)
}

const createBatch = (): Batch => ({ facts: [], rejections: [] })

/** Throws a `CsvProblem` when the file as a whole cannot be read, before anything is sent. */
export const importCsv = async (job: ImportJob): Promise<ImportRun> => {
  const { path, mapping } = job
  const { delimiter, encoding, skipRows } = mapping
  const file = await openCsv(path, {
    wanted: columnsIn(mapping),
    delimiter,
    encoding,
    skipRows,
    onBytes: job.onBytes,
  })
  job.onOpen(file)
  const toFact = createRowToFact(mapping, file.header)
  const idIn = createIdReader(mapping, file.header)
  const firstLines = new Map<string, number>()
  let totals: ImportTotals = {
    accepted: 0,
    unchanged: 0,
    rejected: 0,
    repeated: 0,
    older: 0,
    seq: null,
    warnings: [],
  }

  const noteRepeat = (id: string, line: number) => {
    const earlier = firstLines.get(id)
    if (earlier !== undefined) {
      totals = { ...totals, repeated: totals.repeated + 1 }
      job.onRepeated(id, line, earlier)
    } else if (firstLines.size < maxRememberedIds) firstLines.set(id, line)
  }

  const add = (batch: Batch, row: CsvRow) => {
    const { line, cells } = row
    const reading = row.fault === null ? toFact(cells) : { fault: row.fault }
    if ('fault' in reading)
      batch.rejections.push({
        line,
        id: row.fault === null ? idIn(cells) : null,
        reason: reading.fault,
        cells,
      })
    else {
      noteRepeat(reading.value.id, line)
      batch.facts.push({ fact: reading.value, row })
    }
  }

  /** Returns a sentence when the feed did not take the batch. */
  const finish = async ({ facts, rejections }: Batch): Promise<string | null> => {
    const answer = facts.length > 0 ? await job.send(facts.map(({ fact }) => fact)) : null
    if (typeof answer === 'string') return answer
    const refused = (answer?.rejected ?? []).flatMap(({ index, error }): Rejection[] => {
      const sent = facts[index]
      return sent ? [{ line: sent.row.line, id: sent.fact.id, reason: error, cells: sent.row.cells }] : []
    })
    const lineOf = (id: string): number | null => facts.find(({ fact }) => fact.id === id)?.row.line ?? null
    const all = [...rejections, ...refused].sort((a, b) => a.line - b.line)
    totals = {
      ...totals,
      accepted: totals.accepted + (answer?.accepted ?? 0),
      unchanged: totals.unchanged + (answer?.unchanged ?? 0),
      rejected: totals.rejected + all.length,
      older: totals.older + olderIn(answer),
      seq: answer?.seq ?? totals.seq,
      warnings: addWarnings(totals.warnings, answer?.warnings ?? [], lineOf),
    }
    for (const rejection of all) job.onRejected(rejection)
    return null
  }

  let batch = createBatch()
  for await (const rows of file.rows) {
    for (const row of rows) {
      add(batch, row)
      if (batch.facts.length + batch.rejections.length < batchRows) continue
      const stopped = await finish(batch)
      if (stopped !== null) return { totals, stopped }
      batch = createBatch()
    }
  }
  const stopped = await finish(batch)
  return { totals, stopped }
}
