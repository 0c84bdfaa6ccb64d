// Reads the first bytes of a stream by its events. Most requests are no longer, and an async iterator would cost them
// more than everything else.
import type { Readable } from 'node:stream'
import { connectionLost } from './decode-body.ts'
import { inFewParts } from './fact-pieces.ts'

export interface StreamHead {
  readonly chunks: readonly Buffer[]
  /** False: there are more than `maxBytes`, and the stream is paused. */
  readonly whole: boolean
}

export const readHead = (stream: Readable, maxBytes: number): Promise<StreamHead> =>
  new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let bytes = 0
    const stop = (): void => {
      stream.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose)
    }
    const onData = (chunk: Buffer): void => {
      chunks.push(chunk)
      chunks = inFewParts(chunks)
      bytes += chunk.length
      if (bytes <= maxBytes) return
      stop()
      stream.pause()
      // An error before anybody reads on would be unhandled and end the feed; the next reader gets it anyway.
      stream.on('error', () => undefined)
      resolve({ chunks, whole: false })
    }
    const onEnd = (): void => {
      stop()
      resolve({ chunks, whole: true })
    }
    const onError = (error: Error): void => {
      stop()
      reject(error)
    }
    const onClose = (): void => onError(connectionLost())
    stream.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose)
  })
