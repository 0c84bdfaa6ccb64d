// The TVs that wait to be paired, and how often who asks: it outlives the routes, which are closed while nobody uses them.
import { createGuessThrottle, type GuessThrottle } from './guess-throttle.ts'
import { createPairingDesk, type PairingDesk } from './pairing-desk.ts'
import { createRequestThrottle, type RequestThrottle } from './request-throttle.ts'

export interface Pairing {
  readonly desk: PairingDesk
  readonly guesses: GuessThrottle
  /** Of TVs that ask for a code. */
  readonly begun: RequestThrottle
  /** Of TVs that ask with a secret that nobody knows. */
  readonly lost: RequestThrottle
}

/** A floor of forty TVs comes back from a power cut behind one address. */
const codesPerMinute = 60
/** Each of them asks once with a secret that the feed no longer knows. */
const lostSecretsPerMinute = 120

export const createPairing = (): Pairing => ({
  desk: createPairingDesk(),
  guesses: createGuessThrottle(),
  begun: createRequestThrottle(codesPerMinute),
  lost: createRequestThrottle(lostSecretsPerMinute),
})
