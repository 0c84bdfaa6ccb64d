// A file goes to the feed piece by piece. What breaks off, a line, a closed tab, a feed that is started anew, goes on from where it
// stopped: the file is known again by its name, its size, when it was changed and how it begins.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { ImportFile, ImportFilesAnswer, largestImportPiece } from '../../../shared/wire/import-files.ts'
import { ApiFailure, request } from './request.ts'

export interface Sent {
  /** Bytes that are on the feed's disk. */
  readonly received: number
  readonly bytes: number
  /** The feed cannot be reached at the moment: it is asked again by itself. */
  readonly isWaiting: boolean
}

export interface PutParts {
  readonly onSent: (sent: Sent) => void
  readonly signal: AbortSignal
  /** Resolves after so many milliseconds, or once there is a network again. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
  /** Of a clock that never jumps. */
  readonly nowMs?: () => number
}

/** It was changed or removed while it was read. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged'
}

const smallestPiece = 256 * 1024
/** Of a piece: often enough to see it move, seldom enough to be quick. */
const pieceMs = 500
/** After which a piece has gone astray: the smallest of them would come at five kilobytes a second. */
const lostMs = 60_000
const pausesMs = [1000, 2000, 4000, 8000]
/** Eight minutes of a network that is not there. */
const mostTries = 60
const markBytes = 64 * 1024

const usualWait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    window.addEventListener('online', over)
    signal.addEventListener('abort', over)
  })

/** Whether it may go better in a moment. */
const isPassing = ({ status, code }: ApiFailure): boolean =>
  status === 0 || status >= 502 || code === 'in-use'

const bytesOf = async (file: File, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer())
  } catch (error) {
    throw new FileChanged('the file cannot be read any more', { cause: error })
  }
}

/** Web Crypto is not there on a page that came by plain HTTP, as most consoles do. */
const markOf = async (file: File): Promise<string> =>
  `${file.lastModified}-${bytesToHex(sha256(await bytesOf(file, 0, markBytes)))}`

/** Rejects with `ApiFailure`, with `FileChanged`, or as `signal` says. */
export const putImportFile = async (
  file: File,
  { onSent, signal, wait = usualWait, nowMs = () => performance.now() }: PutParts,
): Promise<ImportFile> => {
  const mark = await markOf(file)
  const begin = () =>
    request(ImportFile, '/import-files', { json: { name: file.name, bytes: file.size, mark }, signal })
  const again = async ({ id }: ImportFile): Promise<ImportFile> => {
    const { files } = await request(ImportFilesAnswer, '/import-files', { signal })
    const found = files.find((each) => each.id === id)
    // Somebody removed it.
    return found ?? (await begin())
  }

  let size = smallestPiece
  const send = async ({ id, received }: ImportFile): Promise<ImportFile> => {
    const piece = await bytesOf(file, received, received + size)
    const lost = new AbortController()
    const giveUp = (): void => lost.abort()
    const timer = setTimeout(giveUp, lostMs)
    signal.addEventListener('abort', giveUp)
    const start = nowMs()
    try {
      const put = await request(ImportFile, `/import-files/${id}/pieces?from=${received}`, {
        method: 'PUT',
        file: new Blob([piece]),
        signal: lost.signal,
      })
      if (nowMs() - start < pieceMs) size = Math.min(size * 2, largestImportPiece)
      else size = Math.max(size / 2, smallestPiece)
      return put
    } catch (error) {
      if (!lost.signal.aborted || signal.aborted) throw error
      throw new ApiFailure(0, { code: 'unreachable', message: 'The feed does not answer.' })
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    }
  }

  let put = await begin()
  const say = (isWaiting: boolean): void => onSent({ received: put.received, bytes: put.bytes, isWaiting })
  say(false)
  /** Since something came through. */
  let tries = 0
  while (put.received < put.bytes) {
    const before = put.received
    try {
      if (tries > 0) put = await again(put)
      if (put.received < put.bytes) put = await send(put)
      tries = 0
      say(false)
    } catch (error) {
      if (!(error instanceof ApiFailure) || !isPassing(error) || tries >= mostTries) throw error
      size = smallestPiece
      say(true)
      await wait(pausesMs[Math.min(tries, pausesMs.length - 1)] ?? 0, signal)
      // Somebody else may be sending the same file.
      tries = put.received > before ? 1 : tries + 1
    }
  }
  return put
}
