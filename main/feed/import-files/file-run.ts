// One check or import of a file: its rows are read beside the feed, and taken here as those of any program that brings a past.
import { writeFile } from 'node:fs/promises'
import type { FactsAnswer } from '../../../shared/wire/fact.ts'
import type { FileResult } from '../../../shared/wire/import-files.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import type { FileRules } from '../../../shared/wire/table.ts'
import type { Clock } from '../clock.ts'
import type { ImportDesk } from '../imports/import-desk.ts'
import { ImportRefused } from '../imports/import-refused.ts'
import { BodyFault } from '../ingest/body-fault.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { type ImportRun, noneCounted, type WithdrawalsAnswer } from '../ingest/csv/import-rows.ts'
import { createJsonReport, type ImportOutcome } from '../ingest/csv/json-report.ts'
import type { Withdrawal } from '../ingest/csv/row-to-fact.ts'
import { inPieces, type Pace } from '../ingest/pace.ts'
import type { Candidate } from '../ingest/read-facts.ts'
import { startTally, takeFacts } from '../ingest/take-facts.ts'
import { LimitReached } from '../limits/limit-reached.ts'
import { waitingFloor } from '../limits/limited-floor.ts'
import type { Limits } from '../limits/limits.ts'
import { type By, LogUnavailable } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import type { DroppedFile } from './dropped-file.ts'
import { fileTrouble, type ReadRows } from './read-rows.ts'

export interface FileRunParts {
  readonly imports: Pick<ImportDesk, 'begin' | 'target' | 'end'>
  readonly clock: Clock
  readonly turns: Turns
  readonly pace: Pace
  readonly readRows: ReadRows
  readonly limits: Pick<Limits, 'waitForFacts'>
  /** Facts that were taken in earnest. */
  readonly onTaken: (answer: FactsAnswer) => void
}

export interface FileRunJob {
  readonly file: Pick<DroppedFile, 'prepare'>
  /** Where it lies, and where the rows of its sheet do. */
  readonly path: string
  readonly sheetPath: string
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
/** Each is asked for on its own. */
const mostNames = 200

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
  if (error instanceof BodyFault || error instanceof ImportRefused) return error.message
  if (error instanceof LimitReached) return error.message
  if (error instanceof LogUnavailable)
    return 'Nothing can be written at the moment. Import it again in a minute: rows that are in come out as unchanged.'
  return fileTrouble(error)
}

/** What `work` gives, or a sentence where it cannot be done. */
const orSentence = async <T>(work: () => Promise<T>): Promise<T | string> => {
  try {
    return await work()
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    return sentence
  }
}

/** One by one as they are looked at: all of them at once would keep others waiting. */
function* candidatesOf(facts: readonly string[]): Generator<Candidate> {
  for (const text of facts) yield { value: JSON.parse(text), text }
}

const resultOf = ({ totals, stopped }: ImportRun): FileResult => {
  const { seq: _, warnings, notes, ...counts } = totals
  const names = warnings.filter(({ unknown }) => unknown !== undefined)
  const others = warnings.filter(({ unknown }) => unknown === undefined)
  return {
    ...nothing,
    ...counts,
    warnings: [...others.slice(0, mostWarnings), ...names.slice(0, mostNames)].map(
      ({ unknown, ...warning }) => ({
        ...warning,
        ...(unknown !== undefined && { unknown }),
      }),
    ),
    notes: [...notes],
    stopped,
  }
}

const failedReport = (error: unknown, sentence: string): string => {
  let report = ''
  createJsonReport((text) => {
    report += text
  }).fail(error instanceof CsvProblem ? error.message : sentence)
  return report
}

/** Rejects only where the feed itself fails. */
export const runFile = async (parts: FileRunParts, job: FileRunJob): Promise<FileRunEnd> => {
  const { imports, clock, turns, pace } = parts
  const { path, sheetPath, rules, mapping, check, by, reportPath, rejectsPath } = job
  let id: string | null = null
  const ended: { outcome: ImportOutcome | null; trouble: string | null } = { outcome: null, trouble: null }

  const target = async () => {
    if (id === null) {
      const { source, type } = mapping
      id = await imports.begin({ source, type, name: job.name, check, replace: false }, by)
      if (!check) await job.onBegun(id)
    }
    const found = await imports.target(id, by)
    return found.kept ? { ...found, floor: waitingFloor(found.floor, parts.limits) } : found
  }
  const step = async <T>(work: () => Promise<T>): Promise<T | string> => job.stopped() ?? orSentence(work)

  const send = (facts: readonly string[]): Promise<FactsAnswer | string> =>
    step(async () => {
      const { floor, by: cause, kept } = await target()
      const tally = startTally()
      try {
        await takeFacts(
          { floor, clock, turns, by: cause, pace },
          { first: candidatesOf(facts), rest: null, stopLooking: () => undefined },
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
      const writes = gone.map((one) => ({ ...one, fact: null, receivedAt, by: cause }))
      const submitted = await inPieces(writes, pace, floor.submit)
      const outcomes = submitted.flatMap((piece) => piece.outcomes)
      return {
        withdrawn: outcomes.filter(({ changed }) => changed).length,
        seq: Math.max(0, ...outcomes.map(({ seq }) => seq)),
      }
    })
  const end = async ({ totals, stopped }: ImportRun): Promise<ImportOutcome> => {
    const changed = check || totals.accepted + totals.withdrawn > 0
    const known = { id: check || !changed ? null : id, withdrawn: null, forecast: null }
    ended.outcome = known
    const begun = id
    // An import that stopped has no end in the log. A check has a copy of all that is counted, which is given back.
    if (begun === null || (stopped !== null && !check)) return known
    const end = await orSentence(() =>
      imports.end(begun, { replaces: false, keep: [], confirmed: false }, by),
    )
    if (typeof end === 'string') ended.trouble = end
    else ended.outcome = { ...known, forecast: stopped === null ? end.forecast : null }
    return ended.outcome
  }

  try {
    await job.file.prepare(rules)
    const taker = { send, withdraw, end, onProgress: job.onProgress }
    const { run, refused, words } = await parts.readRows(
      { path, sheetPath, rules, mapping, reportPath, rejectsPath },
      taker,
    )
    const trouble = typeof run === 'string' ? run : ended.trouble
    if (typeof run === 'string' || trouble !== null)
      return { result: { ...stoppedBy(trouble ?? ''), refused }, id: check ? null : id }
    const { outcome } = ended
    const result = { ...resultOf(run), refused, words, forecast: outcome?.forecast ?? null }
    return { result, id: outcome?.id ?? null }
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    // Whoever reads the rows did not come to write one.
    await writeFile(reportPath, failedReport(error, sentence), { mode: 0o600 })
    return { result: stoppedBy(sentence), id: check ? null : id }
  }
}
