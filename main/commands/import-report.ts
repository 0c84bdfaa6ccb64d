// What `floorboard import` says: results on one side, words for a person and the progress bar on the other.
import { SingleBar } from 'cli-progress'
import type { ImportRun, ImportWarning, Rejection } from '../feed/ingest/csv/import-csv.ts'
import type { CsvFile } from '../feed/ingest/csv/open-csv.ts'
import type { Terminal } from './options.ts'

export interface ImportReport {
  open(file: CsvFile): void
  progress(bytes: number): void
  rejected(rejection: Rejection): void
  repeated(id: string, line: number, earlier: number): void
  close(run: ImportRun): void
  /** The file as a whole is no good. */
  fail(message: string): void
}

/** Enough to see what is going on. */
const shownRepeats = 5
const shownWarnings = 20

const rowsInWords = ({ count, line }: ImportWarning): string => {
  const from = line === null ? '' : count === 1 ? `, line ${line}` : `, the first on line ${line}`
  return count === 1 ? `1 row${from}` : `${count} rows${from}`
}

/** Rejections are written as they come: a file of millions of bad rows is not held in memory to be listed. */
const createResults = (json: boolean, { out }: Terminal) => {
  let first = true
  return {
    rejected: ({ line, id, reason }: Rejection) => {
      if (!json) return out(`line ${line}: ${reason}\n`)
      out(`${first ? '{"rejected":[' : ','}\n${JSON.stringify({ line, id, reason })}`)
      first = false
    },
    close: ({ totals, stopped }: ImportRun) => {
      const { rejected, ...counts } = totals
      // Of a mapping that knows no deleted rows nobody asks.
      const withdrawn = counts.withdrawn > 0 ? `withdrawn ${counts.withdrawn}\n` : ''
      if (!json)
        return out(
          `accepted ${counts.accepted}\nunchanged ${counts.unchanged}\n${withdrawn}rejected ${rejected}\n`,
        )
      out(`${first ? '{"rejected":[' : '\n'}],${JSON.stringify({ ...counts, stopped }).slice(1)}\n`)
    },
    fail: (message: string) => {
      if (json) out(`${JSON.stringify({ rejected: [], accepted: 0, unchanged: 0, error: message })}\n`)
    },
  }
}

const createBar = (terminal: Terminal): SingleBar | null =>
  terminal.watched
    ? new SingleBar({
        format: '{bar} {percentage}%  {eta_formatted} left',
        clearOnComplete: true,
        stream: process.stderr,
      })
    : null

/** `versioned`: rows say which version of their fact they are. */
export const createImportReport = (
  path: string,
  { json, versioned }: { readonly json: boolean; readonly versioned: boolean },
  terminal: Terminal,
): ImportReport => {
  const whichStands = versioned ? 'the newer version stands' : 'the later row stands'
  const results = createResults(json, terminal)
  const bar = createBar(terminal)
  let repeats = 0
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
    close: (run) => {
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
      const { warnings, notes } = run.totals
      for (const note of notes) terminal.err(`${path}: ${note}.\n`)
      if (warnings.length > 0) terminal.err('Taken, but:\n')
      for (const warning of warnings.slice(0, shownWarnings))
        terminal.err(`  ${warning.what} (${rowsInWords(warning)})\n`)
      if (warnings.length > shownWarnings)
        terminal.err(`  and ${warnings.length - shownWarnings} more; --json lists them all\n`)
      if (run.stopped !== null) {
        terminal.err(
          `${run.stopped}\nThe import stopped early. Run it again: rows that are in already come out as unchanged.\n`,
        )
      }
      results.close(run)
    },
    fail: (message) => {
      bar?.stop()
      terminal.err(`${path} ${message}. Nothing was sent.\n`)
      results.fail(message)
    },
  }
}
