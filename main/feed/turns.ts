// Long work gives way by time, whatever comes of it: all requests together have a few milliseconds of each turn of the
// event loop, so that whoever asks meanwhile is answered.

export interface Turns {
  /** Whether this turn's time is used up. */
  due(): boolean
  /** Resolves in a later turn. Whoever waits goes on one a turn, first come first served. */
  next(): Promise<void>
}

export interface TurnsParts {
  /** Of a clock that never jumps. */
  readonly nowMs: () => number
  /** Calls back in the next turn, after whatever came over the network has been taken in. */
  readonly later: (run: () => void) => void
  /** Of each turn, for all that share them. */
  readonly turnMs: number
}

const realParts: TurnsParts = {
  nowMs: () => performance.now(),
  later: (run) => void setImmediate(run),
  // Ten of them are no longer than anybody notices.
  turnMs: 5,
}

/** Parts that are left out are the real ones. */
export const createTurns = (parts: Partial<TurnsParts> = {}): Turns => {
  const { nowMs, later, turnMs } = { ...realParts, ...parts }
  const waiting: (() => void)[] = []
  /** When work began in this turn; null before it does. */
  let since: number | null = null

  const end = (): void => {
    since = null
    const next = waiting.shift()
    if (next === undefined) return
    begin()
    next()
  }
  const begin = (): void => {
    since = nowMs()
    later(end)
  }
  return {
    due: () => {
      if (since === null) begin()
      return since !== null && nowMs() - since >= turnMs
    },
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        if (since === null) begin()
      }),
  }
}

/** Runs work that says where it may be interrupted. */
export const inTurns = async <T>(work: Generator<void, T>, turns: Turns): Promise<T> => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (turns.due()) await turns.next()
  }
}

/** The same at once, where nobody waits for anything else. */
export const atOnce = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
