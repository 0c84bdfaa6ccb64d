// Starts the thread that works on a dropped file, answers what it asks, and ends it where it takes more than it may.
import { Worker } from 'node:worker_threads'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { keepCompiled, runProgram, threadProgram } from './thread-program.ts'
import { ThreadSaid, type ThreadWork } from './thread-said.ts'

/** Of its objects, in megabytes. Forty of cells in a workbook need less than 256; the ids of a long file a hundred. */
export const usualMemory = 384

export interface ThreadParts {
  /** What it runs: all of it in one text, as it may lie in an archive that threads cannot open. */
  readonly code: string
  readonly work: ThreadWork
  /** Of its objects, in megabytes. */
  readonly mostMemory: number
  /** From its start; left out, as long as it takes. */
  readonly mostMs?: number
  /** Ends it; left out, it comes to its end. */
  readonly signal?: AbortSignal
  /** Why it ended early. */
  readonly tooMuch: (what: 'memory' | 'time', cause?: unknown) => SourceTrouble
  /** What it says before its last word; what this resolves with is said back, unless that is nothing. */
  readonly hear: (said: ThreadSaid) => Promise<unknown>
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

/** Its last word. Rejects with `CsvProblem` or `SourceTrouble` where that is one of trouble, and with whatever `hear` does. */
export const runThread = (parts: ThreadParts): Promise<ThreadSaid> =>
  new Promise((resolve, reject) => {
    const { code, work, mostMemory, mostMs, signal, tooMuch, hear } = parts
    const thread = new Worker(runProgram, {
      eval: true,
      workerData: { program: threadProgram(code), work },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    })
    const end = (error: unknown): void => {
      reject(error)
      void thread.terminate()
    }
    const stop = (): void => end(new SourceTrouble('strange', 'The feed is being stopped.'))
    const timer = mostMs === undefined ? undefined : setTimeout(() => end(tooMuch('time')), mostMs)
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    thread.on('message', (message) => {
      const said = ThreadSaid.parse(message)
      if (said.kind === 'unpacked' || said.kind === 'read') resolve(said)
      else if (said.kind === 'problem') reject(new CsvProblem(said.message))
      else if (said.kind === 'trouble') reject(new SourceTrouble('rights', said.message))
      else if (said.kind === 'compiled') keepCompiled(code, said.compiled)
      else
        hear(said).then((answer) => {
          if (answer !== undefined) thread.postMessage(answer)
        }, end)
    })
    thread.on('error', (error) => {
      reject(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('memory', error) : error)
    })
    thread.on('exit', (exit) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      reject(new Error(`the thread that works on a file ended with ${exit}`))
    })
  })
