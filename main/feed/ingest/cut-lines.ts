// Cuts NDJSON, one fact per line. Blank lines are skipped.
import { isUtf8 } from 'node:buffer'
import { createPieceHolder, maxFactBytes, type Piece, type PieceCutter } from './fact-pieces.ts'

const newline = 0x0a
const space = 0x20

const isBlankText = (line: string): boolean => {
  for (let at = 0; at < line.length; at += 1) if (line.charCodeAt(at) > space) return false
  return true
}
const isBlank = (piece: Piece): boolean =>
  typeof piece === 'string' ? isBlankText(piece) : (piece?.every((byte) => byte <= space) ?? false)

export const createLineCutter = (): PieceCutter => {
  const held = createPieceHolder()
  const takeLine = function* (): Iterable<Piece> {
    const line = held.take()
    if (!isBlank(line)) yield line
  }
  const cutBytes = function* (lines: Buffer): Iterable<Piece> {
    for (let from = 0; from < lines.length; ) {
      const end = lines.indexOf(newline, from)
      held.add(lines.subarray(from, end))
      yield* takeLine()
      from = end + 1
    }
  }
  const cutText = function* (lines: string): Iterable<Piece> {
    for (let from = 0; from < lines.length; ) {
      const end = lines.indexOf('\n', from)
      const line = lines.slice(from, end)
      if (!isBlank(line)) yield line
      from = end + 1
    }
  }
  return {
    *push(chunk) {
      const first = chunk.indexOf(newline)
      if (first === -1) {
        held.add(chunk)
        return
      }
      held.add(chunk.subarray(0, first))
      yield* takeLine()
      const end = chunk.lastIndexOf(newline) + 1
      const whole = chunk.subarray(first + 1, end)
      // Decoding many lines at once is much faster. But one line that is not UTF-8 must not spoil the others.
      yield* whole.length <= maxFactBytes && isUtf8(whole) ? cutText(whole.toString()) : cutBytes(whole)
      if (end < chunk.length) held.add(chunk.subarray(end))
    },
    *end() {
      if (!held.empty) yield* takeLine()
    },
  }
}
