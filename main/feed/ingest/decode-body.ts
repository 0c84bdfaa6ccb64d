// Decompresses the body of a request.
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BodyFault } from './body-fault.ts'

/** After decompression. A few kilobytes of gzip can become gigabytes: they take no memory, but they take time. */
export const maxBodyBytes = 4 * 1024 ** 3

export const decodeBody = (body: Readable, encoding: string | undefined): Readable => {
  const name = encoding?.trim().toLowerCase() ?? 'identity'
  if (name === 'identity' || name === '') return body
  if (name !== 'gzip' && name !== 'x-gzip')
    throw new BodyFault('unsupported-type', `The content encoding "${name}" is not known; send gzip or none.`)
  const gunzip = createGunzip()
  // Not `pipeline`, which would close the connection on a bad body before the sender gets the answer.
  body.once('close', () => {
    if (!body.readableEnded) gunzip.destroy(connectionLost())
  })
  return body.pipe(gunzip)
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
