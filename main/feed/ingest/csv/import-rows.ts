// Imports rows: they become facts, `send` takes them in batches, and each refused row is reported with its line and the
// reason. Memory holds one batch, and the ids seen so far up to a limit.
import { type Fact, type FactsAnswer, type FactWarning, olderVersions } from '../../../../shared/wire/fact.ts'
import type { Mapping } from '../../../../shared/wire/mapping.ts'
import type { LookedBefore } from './look-before.ts'
import type { CsvRow } from './open-csv.ts'
import { footerLength, maxFooterLines } from './report-footer.ts'
import { createRowToFact, type Withdrawal } from './row-to-fact.ts'

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
  /** Facts that rows marked as deleted took away. Where there was none, the row is among the unchanged. */
  readonly withdrawn: number
  /** Rows that the mapping's `when` does not mean. */
  readonly passedOver: number
  /** Rows whose id an earlier row had; the last one counts. */
  readonly repeated: number
  /** Rows of an older version than what stands; they are among the unchanged. */
  readonly older: number
  /** The log's number after the last batch; null when nothing was sent. */
  readonly seq: number | null
  /** Most rows first. */
  readonly warnings: readonly ImportWarning[]
  /** What was made of the file as a whole, in sentences. */
  readonly notes: readonly string[]
}

/** What came of withdrawals, of which each stands for a row. */
export interface WithdrawalsAnswer {
  readonly withdrawn: number
  readonly seq: number
}

/** What becomes of rows while they are imported. */
export interface ImportSteps {
  readonly mapping: Mapping
  /** Returns a sentence when the feed cannot be reached or refuses the whole request. */
  send(facts: readonly Fact[]): Promise<FactsAnswer | string>
  /** The same of facts that are gone. Those of a batch follow its facts. */
  withdraw(withdrawals: readonly Withdrawal[]): Promise<WithdrawalsAnswer | string>
  /** In the order of the lines. */
  onRejected(rejection: Rejection): void
  /** A row with the id of an earlier one. */
  onRepeated(id: string, line: number, earlier: number): void
  /** Lets others have their turn where one is due; left out, nobody waits. Rejects where it is to go no further. */
  giveWay?(): Promise<void>
}

export interface RowsJob extends ImportSteps {
  /** Trimmed; it has all columns of the mapping. */
  readonly header: readonly string[]
  readonly rows: AsyncIterable<readonly CsvRow[]>
  readonly found: LookedBefore
}

/** Before the first row. */
export const noneCounted = {
  accepted: 0,
  unchanged: 0,
  rejected: 0,
  withdrawn: 0,
  passedOver: 0,
  repeated: 0,
  older: 0,
} as const

const batchRows = 1000
/** Of a turn, at most: they take a millisecond. */
const rowsOfTurn = 10
/** Enough to notice a wrong id column without filling the memory. */
const maxRememberedIds = 500_000

interface Batch {
  readonly facts: { readonly fact: Fact; readonly row: CsvRow }[]
  /** By id, so that a later row of the same fact stands. */
  readonly withdrawals: Map<string, Withdrawal>
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

const createBatch = (): Batch => ({ facts: [], withdrawals: new Map(), rejections: [] })

const footerNote = (length: number, line: number): string =>
  length === 1
    ? `line ${line} is the end of a report and no row, and was passed over`
    : `the ${length} lines from line ${line} on are the end of a report and no rows, and were passed over`

/** What is told of rows that were read in a way that somebody should know of. */
const addNotes = (
  known: readonly ImportWarning[],
  notes: readonly string[],
  id: string,
  line: number,
): readonly ImportWarning[] => {
  if (notes.length === 0) return known
  const told = notes.map((what) => ({ what, count: 1, first: id }))
  return addWarnings(known, told, () => line)
}

/** Throws a `CsvProblem` when the rows cannot be read to their end. */
export const importRows = async (job: RowsJob): Promise<ImportRun> => {
  const { mapping, header } = job
  const { notes, ...found } = job.found
  const toFact = createRowToFact(mapping, header, found)
  const firstLines = new Map<string, number>()
  let totals: ImportTotals = { ...noneCounted, seq: null, warnings: [], notes }

  const noteRepeat = (id: string, line: number) => {
    const earlier = firstLines.get(id)
    if (earlier !== undefined) {
      totals = { ...totals, repeated: totals.repeated + 1 }
      job.onRepeated(id, line, earlier)
    } else if (firstLines.size < maxRememberedIds) firstLines.set(id, line)
  }

  /** Returns why the row is refused, or null. */
  const add = (batch: Batch, row: CsvRow): Rejection | null => {
    const { line, cells } = row
    if (row.fault !== null) return { line, id: null, reason: row.fault, cells }
    const reading = toFact(cells)
    if (reading.kind === 'refused') return { line, id: reading.id, reason: reading.reason, cells }
    if (reading.kind === 'passed over') totals = { ...totals, passedOver: totals.passedOver + 1 }
    else if (reading.kind === 'withdrawal') batch.withdrawals.set(reading.withdrawal.id, reading.withdrawal)
    else {
      const { fact, notes } = reading
      noteRepeat(fact.id, line)
      batch.withdrawals.delete(fact.id)
      batch.facts.push({ fact, row })
      totals = { ...totals, warnings: addNotes(totals.warnings, notes, fact.id, line) }
    }
    return null
  }

  /** Returns a sentence when the feed did not take the batch. */
  const finish = async ({ facts, withdrawals, rejections }: Batch): Promise<string | null> => {
    const answer = facts.length > 0 ? await job.send(facts.map(({ fact }) => fact)) : null
    if (typeof answer === 'string') return answer
    const gone = withdrawals.size > 0 ? await job.withdraw([...withdrawals.values()]) : null
    if (typeof gone === 'string') return gone
    const refused = (answer?.rejected ?? []).flatMap(({ index, error }): Rejection[] => {
      const sent = facts[index]
      return sent ? [{ line: sent.row.line, id: sent.fact.id, reason: error, cells: sent.row.cells }] : []
    })
    const lineOf = (id: string): number | null => facts.find(({ fact }) => fact.id === id)?.row.line ?? null
    const all = [...rejections, ...refused].sort((a, b) => a.line - b.line)
    totals = {
      ...totals,
      accepted: totals.accepted + (answer?.accepted ?? 0),
      unchanged: totals.unchanged + (answer?.unchanged ?? 0) + withdrawals.size - (gone?.withdrawn ?? 0),
      rejected: totals.rejected + all.length,
      withdrawn: totals.withdrawn + (gone?.withdrawn ?? 0),
      older: totals.older + olderIn(answer),
      seq: gone?.seq ?? answer?.seq ?? totals.seq,
      warnings: addWarnings(totals.warnings, answer?.warnings ?? [], lineOf),
    }
    for (const rejection of all) job.onRejected(rejection)
    return null
  }

  let batch = createBatch()
  /** The last rows, if they are refused: they may be the end of a report. A row that is read shows that they are not. */
  let tail: { readonly row: CsvRow; readonly rejection: Rejection }[] = []
  const rejectTail = (count: number) => {
    batch.rejections.push(...tail.splice(0, count).map(({ rejection }) => rejection))
  }

  let sinceTurn = 0
  for await (const rows of job.rows) {
    for (const row of rows) {
      sinceTurn += 1
      if (sinceTurn >= rowsOfTurn) {
        sinceTurn = 0
        await job.giveWay?.()
      }
      const rejection = add(batch, row)
      if (rejection === null) rejectTail(tail.length)
      else tail = [...tail, { row, rejection }]
      if (tail.length > maxFooterLines) rejectTail(1)
      if (batch.facts.length + batch.withdrawals.size + batch.rejections.length < batchRows) continue
      const stopped = await finish(batch)
      if (stopped !== null) return { totals, stopped }
      batch = createBatch()
    }
  }
  const ended = tail.map(({ row }) => row)
  const footer = footerLength(ended, header.length)
  const first = ended[ended.length - footer]
  if (first) totals = { ...totals, notes: [...totals.notes, footerNote(footer, first.line)] }
  rejectTail(ended.length - footer)
  const stopped = await finish(batch)
  return { totals, stopped }
}
