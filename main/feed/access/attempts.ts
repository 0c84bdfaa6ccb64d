// Slows down whoever guesses, and nobody else. Failures are counted for each pair of an account and an address, for each
// address, and for each account over all addresses that it never signed in from: the owner of an account under attack
// still gets in from where they usually do.

/** `known`: whether the account has signed in from this address before. */
export interface Attempt {
  readonly account: string
  readonly address: string
  readonly known: boolean
}

export interface Attempts {
  /** Seconds until this one may try; 0: now. */
  waitSeconds(attempt: Attempt): number
  /** Of every attempt, before it is known how it ends: those that come at the same time all count. */
  noteAttempt(attempt: Attempt): void
  /** Takes the attempt back, and forgets the pair's failures. Other failures of the address stay. */
  noteSuccess(attempt: Attempt): void
}

interface Limit {
  /** Failures that cost nothing. */
  readonly free: number
  /** After the first that is too many; it doubles with each. */
  readonly firstWaitMs: number
  readonly mostWaitMs: number
}

const minute = 60_000
const pairLimit: Limit = { free: 5, firstWaitMs: 5_000, mostWaitMs: 15 * minute }
/** A whole office may share one. */
const addressLimit: Limit = { free: 30, firstWaitMs: 10_000, mostWaitMs: 15 * minute }
const accountLimit: Limit = { free: 50, firstWaitMs: 10_000, mostWaitMs: 15 * minute }

/** Failures this long ago are forgiven. */
const forgivenAfterMs = 60 * minute
/** Of those who guess from ever new addresses the oldest are forgotten; the limit of the account then holds. */
const mostKept = 20_000

interface Failures {
  count: number
  at: number
}

/** One home has an IPv6 network of 64 bits, and so as many addresses as it likes. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const [first, last] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return `${[...first, ...Array.from({ length: zeros }, () => '0'), ...last].slice(0, 4).join(':')}::/64`
}

/** `now` in epoch ms. */
export const createAttempts = (now: () => number): Attempts => {
  const failures = new Map<string, Failures>()

  const limitsOf = ({ account, address, known }: Attempt): readonly (readonly [string, Limit])[] => {
    const network = networkOf(address)
    return [
      [`pair ${network} ${account}`, pairLimit],
      [`address ${network}`, addressLimit],
      ...(known ? [] : [[`account ${account}`, accountLimit] as const]),
    ]
  }
  const waitMs = ([key, { free, firstWaitMs, mostWaitMs }]: readonly [string, Limit]): number => {
    const found = failures.get(key)
    if (found === undefined || found.count < free) return 0
    const wait = Math.min(mostWaitMs, firstWaitMs * 2 ** Math.min(20, found.count - free))
    return Math.max(0, found.at + wait - now())
  }

  return {
    waitSeconds: (attempt) => Math.ceil(Math.max(...limitsOf(attempt).map(waitMs)) / 1000),
    noteAttempt: (attempt) => {
      const at = now()
      for (const [key] of limitsOf(attempt)) {
        const found = failures.get(key)
        const count = found === undefined || at - found.at > forgivenAfterMs ? 0 : found.count
        // Put at the end, where the newest are.
        failures.delete(key)
        failures.set(key, { count: count + 1, at })
      }
      for (const key of failures.keys()) {
        if (failures.size <= mostKept) break
        failures.delete(key)
      }
    },
    noteSuccess: (attempt) => {
      for (const [key, limit] of limitsOf(attempt)) {
        const found = failures.get(key)
        if (limit === pairLimit || found === undefined || found.count <= 1) failures.delete(key)
        else found.count -= 1
      }
    },
  }
}
