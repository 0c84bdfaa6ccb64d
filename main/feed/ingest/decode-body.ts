// The bytes of a request as they were before they were compressed.
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BodyFault } from './body-fault.ts'

/** A few kilobytes of gzip can stand for gigabytes; nothing is held, but nobody should be kept busy for hours. */
export const maxBodyBytes = 4 * 1024 ** 3

export const decodeBody = (body: Readable, encoding: string | undefined): Readable => {
  const name = encoding?.trim().toLowerCase() ?? 'identity'
  if (name === 'identity' || name === '') return body
  if (name !== 'gzip' && name !== 'x-gzip')
    throw new BodyFault('unsupported-type', `The content encoding "${name}" is not known; send gzip or none.`)
  const gunzip = createGunzip()
  // Not `pipeline`: it would end the connection over a bad body, and the sender would never hear why.
  body.once('close', () => {
    if (!body.readableEnded) gunzip.destroy(connectionLost())
  })
  return body.pipe(gunzip)
}

export const connectionLost = (): BodyFault =>
  new BodyFault('bad-body', 'The connection ended before the body did.')

/** What reading failed with, in words for the sender. */
export const readingFault = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return new BodyFault('bad-encoding', 'The gzip body ends too early.')
  if (code.startsWith('Z_')) return new BodyFault('bad-encoding', 'The body is not gzip, as its header says.')
  if (code === 'ECONNRESET') return connectionLost()
  return error
}
