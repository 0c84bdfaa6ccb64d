// From the body of a request to facts still to be checked, in the order in which they came.
import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { BodyFault } from './body-fault.ts'
import { createJsonCutter } from './cut-json.ts'
import { createLineCutter } from './cut-lines.ts'
import { maxBodyBytes, readingFault } from './decode-body.ts'
import { maxFactBytes, type Piece } from './fact-pieces.ts'
import { readHead } from './read-head.ts'

export type BodyFormat = 'json' | 'ndjson'

/** What stands where a fact should: its JSON value, with its own text where that is at hand, or why it has none. */
export type Candidate =
  | { readonly value: unknown; readonly text?: string | undefined }
  | { readonly error: string }

/** A body up to this size is read whole, and refused whole when it is not JSON. */
const wholeBytes = 64 * 1024

const Frame = z.strictObject({ facts: z.array(z.unknown()) })

const byteOrderMark = '\uFEFF'

const withoutMark = (text: string): string => (text.startsWith(byteOrderMark) ? text.slice(1) : text)

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const readPiece = (piece: Piece): Candidate => {
  if (piece === null) return { error: `is larger than ${maxFactBytes / 1_000_000} MB` }
  if (typeof piece !== 'string' && !isUtf8(piece)) return { error: 'is not text in UTF-8' }
  try {
    const text = withoutMark(piece.toString())
    return { value: JSON.parse(text), text }
  } catch (error) {
    return { error: `is not valid JSON: ${reason(error)}` }
  }
}

/** A line that is no JSON spoils nothing else; a document that is none is no document. */
const readPieces = function* (pieces: Iterable<Piece>, format: BodyFormat): Iterable<Candidate> {
  for (const piece of pieces) {
    const candidate = readPiece(piece)
    if (format === 'json' && piece !== null && 'error' in candidate)
      throw new BodyFault('bad-json', `The body is not valid JSON: a fact in it ${candidate.error}.`)
    yield candidate
  }
}

const readWhole = (bytes: Buffer): readonly Candidate[] => {
  if (!isUtf8(bytes)) throw new BodyFault('bad-json', 'The body is not text in UTF-8.')
  let body: unknown
  try {
    body = JSON.parse(withoutMark(bytes.toString()))
  } catch (error) {
    throw new BodyFault('bad-json', `The body is not valid JSON: ${reason(error)}.`)
  }
  const frame = Frame.safeParse(body)
  if (!frame.success) throw new BodyFault('bad-body', 'The body must be {"facts":[…]} and nothing else.')
  return frame.data.facts.map((value) => ({ value }))
}

/** Yields what each chunk of the stream completes. Throws `BodyFault` when the rest cannot be read. */
export const readFacts = async function* (
  stream: Readable,
  format: BodyFormat,
): AsyncIterable<Iterable<Candidate>> {
  try {
    const head = await readHead(stream, wholeBytes)
    if (head.whole && format === 'json') {
      yield readWhole(Buffer.concat(head.chunks))
      return
    }
    const cutter = format === 'json' ? createJsonCutter() : createLineCutter()
    let bytes = 0
    for (const chunk of head.chunks) yield readPieces(cutter.push(chunk), format)
    if (!head.whole) {
      // Left early, it must leave the connection whole for the answer.
      for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
        bytes += chunk.length
        if (bytes > maxBodyBytes)
          throw new BodyFault('too-large', `The body is larger than ${maxBodyBytes} bytes; send it in parts.`)
        yield readPieces(cutter.push(chunk), format)
      }
    }
    yield readPieces(cutter.end(), format)
  } catch (error) {
    throw readingFault(error)
  }
}
