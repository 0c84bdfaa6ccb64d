// Cuts JSON `{"facts":[…]}` at the commas of its list. Only the frame is checked here; each fact's own text is left to
// JSON.parse.
import { BodyFault } from './body-fault.ts'
import { createPieceHolder, type PieceCutter } from './fact-pieces.ts'

const code = (character: string): number => character.charCodeAt(0)
const [quote, backslash, comma] = [code('"'), code('\\'), code(',')]
const [openBrace, closeBrace, openBracket, closeBracket] = [code('{'), code('}'), code('['), code(']')]

/** What must come before the first fact. White space may come anywhere in it but within the name. */
const head = Buffer.from('{"facts":[')
const [nameStart, nameEnd] = [2, 7]
/** In UTF-8. Some programs begin every file with it. */
const byteOrderMark = [0xef, 0xbb, 0xbf]

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** `head`, a `value` (before it, inside it, after it), the `tail` brace, the `end`. */
type Place = 'head' | 'before-first' | 'before' | 'inside' | 'after' | 'tail' | 'end'

export const createJsonCutter = (): PieceCutter => {
  const held = createPieceHolder()
  let place: Place = 'head'
  let matched = 0
  let depth = 0
  let inText = false
  let escaped = false
  /** Inside a number, true, false or null, which ends only where something else begins. */
  let bare = false
  let chunkStart = 0

  const fault = (at: number, what: string): BodyFault =>
    new BodyFault('bad-json', `The body is not {"facts":[…]}: ${what} at byte ${chunkStart + at}.`)

  const readHead = (byte: number, at: number): void => {
    if (byte === head[matched]) matched += 1
    else if (matched === 0 && byte === byteOrderMark[chunkStart + at]) return
    else if (!isSpace(byte) || (matched >= nameStart && matched <= nameEnd))
      throw fault(at, `expected ${JSON.stringify(String.fromCharCode(head[matched] ?? 0))}`)
    if (matched === head.length) place = 'before-first'
  }

  const startValue = (byte: number, at: number): void => {
    if (byte === comma || byte === closeBrace || byte === closeBracket) throw fault(at, 'expected a fact')
    place = 'inside'
    depth = byte === openBrace || byte === openBracket ? 1 : 0
    inText = byte === quote
    bare = depth === 0 && !inText
  }

  /** True when the value ends with this byte; a bare one ended before it. */
  const readValue = (byte: number): boolean => {
    if (inText) {
      if (escaped) escaped = false
      else if (byte === backslash) escaped = true
      else if (byte === quote) inText = false
      return !inText && depth === 0
    }
    if (bare) return byte === comma || byte === closeBracket || isSpace(byte)
    if (byte === quote) inText = true
    else if (byte === openBrace || byte === openBracket) depth += 1
    else if (byte === closeBrace || byte === closeBracket) depth -= 1
    return depth === 0
  }

  const readFrame = (byte: number, at: number): void => {
    if (place === 'head') readHead(byte, at)
    else if (isSpace(byte)) return
    else if (place === 'before-first' && byte === closeBracket) place = 'tail'
    else if (place === 'before-first' || place === 'before') startValue(byte, at)
    else if (place === 'after' && byte === comma) place = 'before'
    else if (place === 'after' && byte === closeBracket) place = 'tail'
    else if (place === 'after') throw fault(at, 'expected a comma or the end of the list')
    else if (place === 'tail' && byte === closeBrace) place = 'end'
    else throw fault(at, place === 'tail' ? 'expected the closing brace' : 'expected nothing more')
  }

  return {
    *push(chunk) {
      let from = 0
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0
        if (place !== 'inside') {
          readFrame(byte, at)
          from = at
        } else if (readValue(byte)) {
          const end = bare ? at : at + 1
          held.add(chunk.subarray(from, end))
          yield held.take()
          place = 'after'
          if (bare) readFrame(byte, at)
        }
      }
      if (place === 'inside') held.add(chunk.subarray(from))
      chunkStart += chunk.length
    },
    // biome-ignore lint/correctness/useYield: nothing can be left over; a body that ends early is a fault.
    *end() {
      if (place !== 'end') throw fault(0, 'it ends too early')
    },
  }
}
