// What came of an import, as JSON: the same whoever ran it. Rejections are written as they come: a file of millions of bad
// rows is not held in memory to be listed.
import type { Forecast } from '../../../../shared/wire/imports.ts'
import type { ImportRun, Rejection } from './import-rows.ts'

/** What came of an import beside its rows. */
export interface ImportOutcome {
  /** By which it can be undone; null: it changed nothing. */
  readonly id: string | null
  /** Facts that were, or would be, withdrawn as the file lacks them; null: nobody asked for it. */
  readonly withdrawn: number | null
  /** Of a check; null: it was none, or no feed said. */
  readonly forecast: Forecast | null
}

export interface JsonReport {
  rejected(rejection: Rejection): void
  close(run: ImportRun, outcome: ImportOutcome): void
  /** The file as a whole is no good. */
  fail(message: string): void
}

export const createJsonReport = (out: (text: string) => void): JsonReport => {
  let first = true
  return {
    rejected: ({ line, id, reason }) => {
      out(`${first ? '{"rejected":[' : ','}\n${JSON.stringify({ line, id, reason })}`)
      first = false
    },
    close: ({ totals, stopped }, { id, withdrawn, forecast }) => {
      const { rejected, ...counts } = totals
      const more = {
        withdrawn: counts.withdrawn + (withdrawn ?? 0),
        stopped,
        import: id,
        ...(forecast !== null && { forecast }),
      }
      out(`${first ? '{"rejected":[' : '\n'}],${JSON.stringify({ ...counts, ...more }).slice(1)}\n`)
    },
    fail: (message) =>
      out(
        `${first ? '{"rejected":[' : '\n'}],${JSON.stringify({ accepted: 0, unchanged: 0, error: message }).slice(1)}\n`,
      ),
  }
}
