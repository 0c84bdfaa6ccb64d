// Reads the body of a request into values that are yet to be checked, in their order.
import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { BodyFault } from './body-fault.ts'
import { createJsonCutter } from './cut-json.ts'
import { createLineCutter } from './cut-lines.ts'
import { maxBodyBytes, readingFault } from './decode-body.ts'
import { maxFactBytes, type Piece, type PieceCutter } from './fact-pieces.ts'
import { tooMuchIn } from './json-bounds.ts'
import { readHead, type StreamHead } from './read-head.ts'

export type BodyFormat = 'json' | 'ndjson'

/** What is in a fact's place: its JSON value, with its text where that is at hand, or why it cannot be read. */
export type Candidate =
  | { readonly value: unknown; readonly text?: string | undefined }
  | { readonly error: string; readonly isJson: boolean }

/** In the place of a fact that nobody wants to know any more. */
const unread: Candidate = { error: 'was not looked at', isJson: true }

/** A JSON body up to this size is parsed at once, and refused whole when it is not JSON. */
const wholeBytes = 64 * 1024

export interface FactsBody {
  /** What a small body holds, or the beginning of a large one. */
  readonly first: Iterable<Candidate>
  /** The facts that each further chunk completes; null when `first` is all. Throws `BodyFault` when the rest cannot be read. */
  readonly rest: AsyncIterable<Iterable<Candidate>> | null
  /** What follows is only counted: `unread` stands for each. */
  readonly stopLooking: () => void
}

const Frame = z.compile(z.strictObject({ facts: z.array(z.unknown()) }))

const byteOrderMark = '\uFEFF'

const withoutMark = (text: string): string => (text.startsWith(byteOrderMark) ? text.slice(1) : text)

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const readPiece = (piece: Piece): Candidate => {
  if (piece === null) return { error: `is larger than ${maxFactBytes / 1_000_000} MB`, isJson: true }
  if (typeof piece !== 'string' && !isUtf8(piece)) return { error: 'is not text in UTF-8', isJson: false }
  try {
    const text = withoutMark(piece.toString())
    const tooMuch = tooMuchIn(text)
    return tooMuch === null ? { value: JSON.parse(text), text } : { error: tooMuch, isJson: true }
  } catch (error) {
    return { error: `is not valid JSON: ${reason(error)}`, isJson: false }
  }
}

type ReadPieces = (pieces: Iterable<Piece>) => Iterable<Candidate>

/** In NDJSON a line that is no JSON is refused alone; in a JSON document nothing after it can be trusted. */
const readPiecesAs = (format: BodyFormat, isLooking: () => boolean): ReadPieces =>
  function* (pieces) {
    for (const piece of pieces) {
      const candidate = isLooking() ? readPiece(piece) : unread
      if (format === 'json' && 'error' in candidate && !candidate.isJson)
        throw new BodyFault('bad-json', `The body is not valid JSON: a fact in it ${candidate.error}.`)
      yield candidate
    }
  }

const readWhole = (chunks: readonly Buffer[]): readonly Candidate[] => {
  const [only] = chunks
  const bytes = only && chunks.length === 1 ? only : Buffer.concat(chunks)
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

const readRest = async function* (
  stream: Readable,
  cutter: PieceCutter,
  readPieces: ReadPieces,
): AsyncIterable<Iterable<Candidate>> {
  let bytes = 0
  try {
    // The answer needs the connection, also when reading ends early.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length
      if (bytes > maxBodyBytes)
        throw new BodyFault('too-large', `The body is larger than ${maxBodyBytes} bytes; send it in parts.`)
      yield readPieces(cutter.push(chunk))
    }
    yield readPieces(cutter.end())
  } catch (error) {
    throw readingFault(error)
  }
}

/** Throws `BodyFault` when not even the beginning can be read. */
export const readFacts = async (stream: Readable, format: BodyFormat): Promise<FactsBody> => {
  let head: StreamHead
  try {
    head = await readHead(stream, wholeBytes)
  } catch (error) {
    throw readingFault(error)
  }
  const { chunks, whole } = head
  let looking = true
  const stopLooking = (): void => {
    looking = false
  }
  if (whole && format === 'json') return { first: readWhole(chunks), rest: null, stopLooking }
  const cutter = format === 'json' ? createJsonCutter() : createLineCutter()
  const pieces = function* (): Iterable<Piece> {
    for (const chunk of chunks) yield* cutter.push(chunk)
    if (whole) yield* cutter.end()
  }
  const readPieces = readPiecesAs(format, () => looking)
  return {
    first: readPieces(pieces()),
    rest: whole ? null : readRest(stream, cutter, readPieces),
    stopLooking,
  }
}
