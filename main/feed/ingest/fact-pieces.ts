// A body of facts is cut into pieces, one fact each, while it streams by: no more than one fact is held at a time.

/** One fact's own JSON: its bytes, or its text where they are known to be UTF-8; null for one larger than any fact may be. */
export type Piece = Buffer | string | null

export interface PieceCutter {
  /** The facts that end in this chunk. Throws `BodyFault` when what follows cannot be read. */
  push(chunk: Buffer): Iterable<Piece>
  /** The body is over: what was left open, if that is allowed. */
  end(): Iterable<Piece>
}

export const maxFactBytes = 1_000_000

/** Gathers what a fact's bytes were cut into by the network; drops them once they are too many. */
export const createPieceHolder = () => {
  let parts: Buffer[] = []
  let bytes = 0
  return {
    get empty() {
      return bytes === 0
    },
    add(part: Buffer): void {
      bytes += part.length
      if (bytes > maxFactBytes) parts = []
      else parts.push(part)
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
