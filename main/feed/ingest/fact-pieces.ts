// A body of facts is cut into pieces, one fact each, as it arrives: memory holds no more than one fact at a time.

/** One fact's JSON, as bytes, or as text where it is known to be UTF-8; null when it is larger than `maxFactBytes`. */
export type Piece = Buffer | string | null

export interface PieceCutter {
  /** The facts that end in this chunk. Throws `BodyFault` when the rest cannot be read. */
  push(chunk: Buffer): Iterable<Piece>
  /** At the end of the body: the last fact, if it may end there. */
  end(): Iterable<Piece>
}

export const maxFactBytes = 1_000_000

/** A buffer of one byte takes a hundred: those who send drop by drop are not to fill the memory. */
const manyParts = 512

/** The same bytes, in few parts. */
export const inFewParts = (parts: Buffer[]): Buffer[] =>
  parts.length < manyParts ? parts : [Buffer.concat(parts)]

/** Collects the bytes of a fact from several chunks; drops them once they are too many. */
export const createPieceHolder = () => {
  let parts: Buffer[] = []
  let bytes = 0
  return {
    get empty() {
      return bytes === 0
    },
    add(part: Buffer): void {
      bytes += part.length
      if (bytes > maxFactBytes) {
        parts = []
        return
      }
      parts.push(part)
      parts = inFewParts(parts)
    },
    take(): Piece {
      const [first] = parts
      const piece = bytes > maxFactBytes ? null : parts.length === 1 && first ? first : Buffer.concat(parts)
      parts = []
      bytes = 0
      return piece
    },
  }
}
