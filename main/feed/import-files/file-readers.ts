// Who reads dropped files: threads beside the feed, or the feed itself where what they run has not been built.
import type { Turns } from '../turns.ts'
import { readInThread } from './read-in-thread.ts'
import { type ReadRows, readRows } from './read-rows.ts'
import { type UnpackSheet, unpackInThread } from './unpack-in-thread.ts'
import { unpackSheet } from './unpack-sheet.ts'

export interface FileReaders {
  readonly unpackSheet: UnpackSheet
  readonly readRows: ReadRows
}

export interface FileReadersParts {
  /** What a thread runs; null: others wait while the feed unpacks a workbook. */
  readonly code: string | null
  readonly turns: Turns
  /** The feed is being stopped. */
  readonly signal: AbortSignal
}

export const createFileReaders = ({ code, turns, signal }: FileReadersParts): FileReaders => {
  const giveWay = async (): Promise<void> => {
    if (turns.due()) await turns.next()
  }
  return code === null
    ? { unpackSheet, readRows: (job, taker) => readRows(job, taker, giveWay) }
    : { unpackSheet: unpackInThread({ code, signal }), readRows: readInThread({ code }) }
}
