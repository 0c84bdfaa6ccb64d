// Hints from node to node that a floor has grown. They only hasten what others would find out by themselves within a second, so
// nothing waits for them: all floors that grew while one was on its way go with the next, and one that is lost is not missed.

/** A floor, and the number of its last entry. */
type Hint = readonly [floor: number, seq: number]

/** A payload holds 8,000 bytes; a hint has at most 28. */
const hintsAPayload = 250

export interface Hints {
  add(floor: number, seq: number): void
}

export const createHints = (send: (payload: string) => Promise<void>): Hints => {
  const waiting = new Map<number, number>()
  let isSending = false
  const sendAll = async (): Promise<void> => {
    while (waiting.size > 0) {
      const hints = [...waiting].slice(0, hintsAPayload)
      for (const [floor] of hints) waiting.delete(floor)
      await send(hints.map((hint) => hint.join(':')).join(' '))
    }
  }
  return {
    add: (floor, seq) => {
      waiting.set(floor, seq)
      if (isSending) return
      isSending = true
      sendAll()
        // The database is away, which the beat says.
        .catch(() => waiting.clear())
        .finally(() => {
          isSending = false
        })
    },
  }
}

/** What is no hint is left out: anybody who may use the database may notify. */
export const readHints = (payload: string): readonly Hint[] =>
  payload.split(' ').flatMap((text): readonly Hint[] => {
    const [, floor, seq] = /^(\d{1,10}):(\d{1,15})$/.exec(text) ?? []
    return floor === undefined || seq === undefined ? [] : [[Number(floor), Number(seq)]]
  })
