// What `floorboard import` says: results on one side, words for a person and the progress bar on the other.
import { SingleBar } from 'cli-progress'
import type { Forecast } from '../../shared/wire/imports.ts'
import type { ImportRun, ImportWarning, Rejection } from '../feed/ingest/csv/import-rows.ts'
import { createJsonReport, type ImportOutcome } from '../feed/ingest/csv/json-report.ts'
import type { CsvFile } from '../feed/ingest/csv/open-csv.ts'
import { forecastWords } from './forecast-words.ts'
import type { Terminal } from './options.ts'
import { createReasonBook } from './reason-book.ts'

export interface ImportReport {
  open(file: CsvFile): void
  progress(bytes: number): void
  rejected(rejection: Rejection): void
  repeated(id: string, line: number, earlier: number): void
  close(run: ImportRun, outcome: ImportOutcome): void
  /** The file as a whole is no good. */
  fail(message: string): void
}

/** Enough to see what is going on. */
const shownRepeats = 5
const shownWarnings = 20
const shownNames = 50

const rowsInWords = ({ count, line }: ImportWarning): string => {
  const from = line === null ? '' : count === 1 ? `, line ${line}` : `, the first on line ${line}`
  return count === 1 ? `1 row${from}` : `${count} rows${from}`
}

/** Of a check without a feed it is known of no row what would become of it. */
const acceptedInWords = (accepted: number, forecast: Forecast | null, check: boolean): readonly string[] => {
  if (forecast !== null) return [`new ${forecast.added}`, `changed ${forecast.changed}`]
  return [`${check ? 'read' : 'accepted'} ${accepted}`]
}

const countsInWords = (
  { totals }: ImportRun,
  { withdrawn, forecast }: ImportOutcome,
  check: boolean,
): readonly string[] => [
  ...acceptedInWords(totals.accepted, forecast, check),
  `unchanged ${totals.unchanged}`,
  // Of a mapping that knows no deleted rows nobody asks.
  ...(withdrawn === null && totals.withdrawn === 0
    ? []
    : [`withdrawn ${totals.withdrawn + (withdrawn ?? 0)}`]),
  `rejected ${totals.rejected}`,
  ...(forecast === null ? [] : forecastWords(forecast)),
]

const createTextResults = ({ out }: Terminal, check: boolean) => {
  const reasons = createReasonBook()
  return {
    rejected: ({ line, reason }: Rejection) => reasons.note(reason, line),
    close: (run: ImportRun, outcome: ImportOutcome) =>
      out(`${[...reasons.lines(), ...countsInWords(run, outcome, check)].join('\n')}\n`),
    fail: () => undefined,
  }
}

const tellWarnings = (warnings: readonly ImportWarning[], { err }: Terminal): void => {
  const tell = (of: readonly ImportWarning[], most: number, head: string, more: (left: number) => string) => {
    if (of.length > 0) err(`${head}\n`)
    for (const warning of of.slice(0, most)) err(`  ${warning.what} (${rowsInWords(warning)})\n`)
    if (of.length > most) err(`  and ${more(of.length - most)}; --json lists them all\n`)
  }
  const names = warnings.filter(({ unknown }) => unknown !== undefined)
  const others = warnings.filter(({ unknown }) => unknown === undefined)
  tell(others, shownWarnings, 'Taken, but:', (left) => `${left} more`)
  const howMany = names.length === 1 ? '1 name' : `${names.length} names`
  const head = `Unassigned, until an alias says who they are: ${howMany} of this import.`
  tell(names, shownNames, head, (left) => `${left} more`)
}

const createBar = (terminal: Terminal): SingleBar | null =>
  terminal.watched
    ? new SingleBar({
        format: '{bar} {percentage}%  {eta_formatted} left',
        clearOnComplete: true,
        stream: process.stderr,
      })
    : null

export interface ReportSettings {
  readonly json: boolean
  /** Rows say which version of their fact they are. */
  readonly versioned: boolean
  readonly check: boolean
}

export const createImportReport = (
  path: string,
  { json, versioned, check }: ReportSettings,
  terminal: Terminal,
): ImportReport => {
  const whichStands = versioned ? 'the newer version stands' : 'the later row stands'
  const results = json ? createJsonReport(terminal.out) : createTextResults(terminal, check)
  const bar = createBar(terminal)
  let repeats = 0
  const stoppedWords = check
    ? 'The check stopped early; nothing was changed.'
    : 'The import stopped early. Run it again: rows that are in already come out as unchanged.'
  const tellEnd = ({ stopped }: ImportRun, { id }: ImportOutcome): void => {
    if (check && stopped === null) terminal.err('This was a check: nothing was changed.\n')
    if (id !== null) terminal.err(`floorboard undo ${id} takes this import back.\n`)
  }
  return {
    open: ({ encoding, by, bytes }) => {
      if (by === 'guessed') {
        terminal.err(
          `${path} does not say how its letters are encoded; it looks like ${encoding} (encoding: overrules).\n`,
        )
      }
      bar?.start(bytes, 0)
    },
    progress: (bytes) => bar?.increment(bytes),
    rejected: results.rejected,
    repeated: (id, line, earlier) => {
      repeats++
      if (repeats <= shownRepeats)
        terminal.err(`line ${line}: the id "${id}" is that of line ${earlier} too; ${whichStands}.\n`)
    },
    close: (run, outcome) => {
      bar?.stop()
      const { accepted, unchanged, rejected, withdrawn, passedOver } = run.totals
      if (passedOver > 0)
        terminal.err(
          `${passedOver === 1 ? '1 row was' : `${passedOver} rows were`} passed over: the mapping's when is not so.\n`,
        )
      if (run.stopped === null && accepted + unchanged + rejected + withdrawn + passedOver === 0) {
        terminal.err(`${path} has a header, but no rows. Nothing was sent.\n`)
      }
      if (repeats > shownRepeats) {
        terminal.err(
          `${repeats} rows have the id of an earlier row. Is the id in the mapping the right column?\n`,
        )
      }
      const { older } = run.totals
      if (older > 0) {
        terminal.err(
          `${older} older version${older === 1 ? '' : 's'} ignored: a newer one of the same fact stands, or was withdrawn.\n`,
        )
      }
      for (const note of run.totals.notes) terminal.err(`${path}: ${note}.\n`)
      tellWarnings(run.totals.warnings, terminal)
      if (run.stopped !== null) {
        terminal.err(`${run.stopped}\n${stoppedWords}\n`)
      }
      results.close(run, outcome)
      tellEnd(run, outcome)
    },
    fail: (message) => {
      bar?.stop()
      terminal.err(`${path} ${message}. Nothing was sent.\n`)
      results.fail(message)
    },
  }
}
