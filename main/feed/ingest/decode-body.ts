// Decompresses the body of a request. A few kilobytes of gzip can become gigabytes, so what it unfolds to is bounded by
// what was sent.
import { type Readable, Transform } from 'node:stream'
import { createGunzip, type Gunzip } from 'node:zlib'
import { BodyFault } from './body-fault.ts'

/** After decompression. */
export const maxBodyBytes = 4 * 1024 ** 3

/** Facts that differ in nothing but their ids unfold to forty times their size. */
const maxRatio = 200
/** A little may unfold to any number of times its size. */
const freeBytes = 1024 * 1024

const bounded = (gunzip: Gunzip): Transform => {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes <= freeBytes + gunzip.bytesWritten * maxRatio) done(null, chunk)
      else
        done(
          new BodyFault(
            'too-large',
            `The gzip body unfolds to more than ${maxRatio} times its size; send it as it is.`,
          ),
        )
    },
  })
}

export const decodeBody = (body: Readable, encoding: string | undefined): Readable => {
  const name = encoding?.trim().toLowerCase() ?? 'identity'
  if (name === 'identity' || name === '') return body
  if (name !== 'gzip' && name !== 'x-gzip')
    throw new BodyFault('unsupported-type', `The content encoding "${name}" is not known; send gzip or none.`)
  const gunzip = createGunzip()
  const decoded = bounded(gunzip)
  // Not `pipeline`, which would close the connection on a bad body before the sender gets the answer.
  body.once('close', () => {
    if (!body.readableEnded) decoded.destroy(connectionLost())
  })
  gunzip.once('error', (error) => decoded.destroy(error))
  // Whoever reads no further lets go of the body too, so that the rest of it can be dropped.
  decoded.once('close', () => {
    body.unpipe(gunzip)
    gunzip.destroy()
  })
  body.pipe(gunzip).pipe(decoded)
  return decoded
}

export const connectionLost = (): BodyFault =>
  new BodyFault('bad-body', 'The connection ended before the body did.')

/** Turns an error of reading into one with words for the sender, where it is the sender's; else returns it. */
export const readingFault = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return new BodyFault('bad-encoding', 'The gzip body ends too early.')
  if (code.startsWith('Z_')) return new BodyFault('bad-encoding', 'The body is not gzip, as its header says.')
  if (code === 'ECONNRESET') return connectionLost()
  return error
}
