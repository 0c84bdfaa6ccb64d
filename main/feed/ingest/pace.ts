// How a past comes in beside what happens now: a small piece at a time, and after each one others have as long as it took. So it
// takes half of the feed at most, and less while there is other work: that makes its pieces take longer.

export interface Pace {
  /** Facts that are written in one go: whoever comes in meanwhile waits for no more than these. */
  readonly pieceFacts: number
  /** Begins a piece. What it returns resolves once others had their time. */
  begin(): () => Promise<void>
}

export interface PaceParts {
  /** Of a clock that never jumps. */
  readonly nowMs: () => number
  readonly wait: (ms: number) => Promise<void>
}

const realParts: PaceParts = {
  nowMs: () => performance.now(),
  wait: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
}

const pieceFacts = 50
/** A fact that came in meanwhile is through by then; a machine that others keep busy would make it ever longer. */
const longestRestMs = 10

/** Parts that are left out are the real ones. */
export const createPace = (parts: Partial<PaceParts> = {}): Pace => {
  const { nowMs, wait } = { ...realParts, ...parts }
  return {
    pieceFacts,
    begin: () => {
      const startedAt = nowMs()
      return () => wait(Math.min(nowMs() - startedAt, longestRestMs))
    },
  }
}

/** Piece by piece, each once the one before it is in; what came of each. */
export const inPieces = async <T, R>(
  all: readonly T[],
  pace: Pace,
  write: (piece: readonly T[]) => Promise<R>,
): Promise<readonly R[]> => {
  const came: R[] = []
  for (let from = 0; from < all.length; from += pace.pieceFacts) {
    const giveWay = pace.begin()
    came.push(await write(all.slice(from, from + pace.pieceFacts)))
    await giveWay()
  }
  return came
}
