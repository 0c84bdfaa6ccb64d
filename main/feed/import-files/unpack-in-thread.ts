// Unpacks sheets beside the feed, one after another: it answers meanwhile, and a workbook that needs more memory or time than one
// may is refused, and takes nothing with it.
import { Worker } from 'node:worker_threads'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { type SheetJob, SheetSaid } from './sheet-said.ts'

/** Rejects with `CsvProblem` or `SourceTrouble`, and then there is no file. */
export type UnpackSheet = (job: SheetJob) => Promise<void>

export interface UnpackInThreadParts {
  /** What the thread runs: all of it in one text, as it may lie in an archive that threads cannot open. */
  readonly code: string
  /** Ends whatever runs. */
  readonly signal: AbortSignal
  /** Of its objects, in megabytes. */
  readonly mostMemory?: number
  /** From its start. */
  readonly mostMs?: number
}

/** Forty megabytes of cells need less than 256. */
const usualMemory = 384
/** They take three seconds of a usual processor; a wall's may be ten times as slow. */
const usualMs = 120_000

const tooMuch = (what: string, cause?: unknown): SourceTrouble =>
  new SourceTrouble(
    'rights',
    `The workbook needs more ${what} than there is for one: save its sheet as CSV.`,
    {
      cause,
    },
  )

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

export const unpackInThread = ({
  code,
  signal,
  mostMemory = usualMemory,
  mostMs = usualMs,
}: UnpackInThreadParts): UnpackSheet => {
  const unpack = (job: SheetJob): Promise<void> =>
    new Promise((resolve, reject) => {
      const thread = new Worker(code, {
        eval: true,
        workerData: job,
        resourceLimits: { maxOldGenerationSizeMb: mostMemory },
      })
      const ended = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', stop)
      }
      const stop = (): void => {
        reject(new SourceTrouble('strange', 'The feed is being stopped.'))
        void thread.terminate()
      }
      const timer = setTimeout(() => {
        reject(tooMuch('time'))
        void thread.terminate()
      }, mostMs)
      signal.addEventListener('abort', stop)
      if (signal.aborted) stop()
      thread.on('message', (message) => {
        const said = SheetSaid.parse(message)
        if (said.kind === 'unpacked') resolve()
        else if (said.kind === 'problem') reject(new CsvProblem(said.message))
        else reject(new SourceTrouble('rights', said.message))
      })
      thread.on('error', (error) => {
        reject(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('memory', error) : error)
      })
      thread.on('exit', (exit) => {
        ended()
        reject(new Error(`the thread that unpacks a sheet ended with ${exit}`))
      })
    })
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const unpacked = last.catch(() => undefined).then(() => unpack(job))
    last = unpacked
    return unpacked
  }
}
