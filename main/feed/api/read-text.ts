// A body that is read whole, as text.
import type { FastifyRequest } from 'fastify'
import { decodeBody, readingFault } from '../ingest/decode-body.ts'
import { ApiError } from './api-error.ts'

const maxBytes = 8 * 1024 * 1024

/** Plain or gzip. The limit is on the unpacked size. */
export const readText = async (request: FastifyRequest): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  const body = decodeBody(request.raw, request.headers['content-encoding'])
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length
      if (bytes > maxBytes) throw new ApiError('too-large', 'The body is too large.')
      chunks.push(chunk)
    }
  } catch (error) {
    throw readingFault(error)
  } finally {
    if (body !== request.raw) body.destroy()
  }
  return Buffer.concat(chunks).toString('utf8')
}
