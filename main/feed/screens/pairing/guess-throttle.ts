// How often codes may be guessed: five wrong ones a minute by one person or from one address, thirty a minute by all
// together. Once all together have used theirs up, only those are heard who have guessed nothing wrong for a while: a
// manager at the TV gets in, however many guess at the same time.

interface Tries {
  /** How many wrong ones are still free, up to `ownLimit`; grows with time. */
  left: number
  /** Epoch ms, as all instants here. */
  at: number
  wrongAt: number
}

export interface GuessThrottle {
  /** Null: the guess is heard. Else the instant at which the next one may be. */
  refusal(who: readonly string[], now: number): number | null
  noteWrong(who: readonly string[], now: number): void
}

const minuteMs = 60_000
const ownLimit = 5
const commonLimit = 30
/** How long whoever guessed wrong is not heard while all together have used theirs up. */
const suspectMs = 10 * minuteMs
/** More are not remembered; those who have guessed nothing for longest are forgotten first. */
const mostRemembered = 20_000

const refilled = (tries: Tries, limit: number, now: number): number =>
  Math.min(limit, tries.left + (Math.max(0, now - tries.at) * limit) / minuteMs)

const take = (tries: Tries, limit: number, now: number): void => {
  tries.left = Math.max(0, refilled(tries, limit, now) - 1)
  tries.at = now
  tries.wrongAt = now
}

const freeAt = (tries: Tries, limit: number, now: number): number =>
  now + Math.ceil(((1 - refilled(tries, limit, now)) * minuteMs) / limit)

/** `who` are the names by which somebody is known: the account, the address. Each of them is counted. */
export const createGuessThrottle = (): GuessThrottle => {
  const known = new Map<string, Tries>()
  const common: Tries = { left: commonLimit, at: 0, wrongAt: Number.NEGATIVE_INFINITY }

  const refusalOf = (name: string, now: number): number | null => {
    const own = known.get(name)
    if (own === undefined) return null
    if (refilled(own, ownLimit, now) < 1) return freeAt(own, ownLimit, now)
    const isSuspect = now - own.wrongAt < suspectMs
    return isSuspect && refilled(common, commonLimit, now) < 1 ? freeAt(common, commonLimit, now) : null
  }

  return {
    refusal: (who, now) => {
      const refusals = who.flatMap((name) => refusalOf(name, now) ?? [])
      return refusals.length === 0 ? null : Math.max(...refusals)
    },
    noteWrong: (who, now) => {
      take(common, commonLimit, now)
      for (const name of who) {
        const tries = known.get(name) ?? { left: ownLimit, at: now, wrongAt: now }
        take(tries, ownLimit, now)
        known.delete(name)
        known.set(name, tries)
      }
      for (const oldest of known.keys()) {
        if (known.size <= mostRemembered) break
        known.delete(oldest)
      }
    },
  }
}
