// Reads rows beside the feed: what it has of them is facts, to be checked, written and counted.
import { SourceTrouble } from '../connectors/source-trouble.ts'
import type { ReadRows } from './read-rows.ts'
import { runThread, usualMemory } from './run-thread.ts'
import type { ThreadSaid } from './thread-said.ts'

export interface ReadInThreadParts {
  readonly code: string
  /** Of its objects, in megabytes. */
  readonly mostMemory?: number
}

/** It may take as long as it takes. */
const tooMuch = (_what: 'memory' | 'time', cause?: unknown): SourceTrouble =>
  new SourceTrouble('rights', 'The rows of the file need more memory than there is for them.', {
    click: 'Cut it into several files. What was taken by then stays, and can be undone.',
    cause,
  })

export const readInThread =
  ({ code, mostMemory = usualMemory }: ReadInThreadParts): ReadRows =>
  async (job, taker) => {
    const hear = async (said: ThreadSaid): Promise<unknown> => {
      if (said.kind === 'facts') return await taker.send(said.facts)
      if (said.kind === 'withdrawals') return await taker.withdraw(said.withdrawals)
      if (said.kind === 'end') return await taker.end(said.run)
      if (said.kind === 'progress') taker.onProgress(said.share)
      return undefined
    }
    const last = await runThread({ code, work: { kind: 'read', job }, mostMemory, tooMuch, hear })
    if (last.kind !== 'read') throw new Error(`a thread that read rows said ${last.kind}`)
    return last.read
  }
