// Unpacks sheets beside the feed, one after another: it answers meanwhile, and a workbook that needs more memory or time than one
// may is refused, and takes nothing with it.
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { runThread, usualMemory } from './run-thread.ts'
import type { SheetJob } from './thread-said.ts'

/** Rejects with `CsvProblem` or `SourceTrouble`, and then there is no file. */
export type UnpackSheet = (job: SheetJob) => Promise<void>

export interface UnpackInThreadParts {
  readonly code: string
  /** Ends whatever runs. */
  readonly signal: AbortSignal
  /** Of its objects, in megabytes. */
  readonly mostMemory?: number
  /** From its start. */
  readonly mostMs?: number
}

/** They take three seconds of a usual processor; a wall's may be ten times as slow. */
const usualMs = 120_000

const tooMuch = (what: string, cause?: unknown): SourceTrouble =>
  new SourceTrouble(
    'rights',
    `The workbook needs more ${what} than there is for one: save its sheet as CSV.`,
    { cause },
  )

export const unpackInThread = ({
  code,
  signal,
  mostMemory = usualMemory,
  mostMs = usualMs,
}: UnpackInThreadParts): UnpackSheet => {
  const unpack = async (job: SheetJob): Promise<void> => {
    const work = { kind: 'unpack' as const, job }
    await runThread({ code, work, mostMemory, mostMs, signal, tooMuch, hear: async () => undefined })
  }
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const unpacked = last.catch(() => undefined).then(() => unpack(job))
    last = unpacked
    return unpacked
  }
}
