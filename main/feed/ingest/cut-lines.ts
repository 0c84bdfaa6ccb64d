// NDJSON: one fact per line. Empty lines are passed over.
import { createPieceHolder, type Piece, type PieceCutter } from './fact-pieces.ts'

const newline = 0x0a
const space = 0x20

const isBlank = (piece: Piece): boolean => piece?.every((byte) => byte <= space) ?? false

export const createLineCutter = (): PieceCutter => {
  const held = createPieceHolder()
  const takeLine = function* (): Iterable<Piece> {
    const line = held.take()
    if (!isBlank(line)) yield line
  }
  return {
    *push(chunk) {
      let from = 0
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        held.add(chunk.subarray(from, at))
        yield* takeLine()
        from = at + 1
      }
      if (from < chunk.length) held.add(chunk.subarray(from))
    },
    *end() {
      if (!held.empty) yield* takeLine()
    },
  }
}
