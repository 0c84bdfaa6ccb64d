// The TVs that wait for a manager to type their code. They are known in memory alone: after a restart of the feed a TV
// asks for another code by itself.
import { createHash, randomBytes } from 'node:crypto'
import type { FoundTv, NewTv, PairingState } from '../../../../shared/wire/pairing.ts'
import { createPairingCode, differencesOf } from './pairing-code.ts'

/** A TV that has just been given a code; `secret` is shown to it once, and only its hash is kept. */
export interface BegunPairing {
  readonly code: string
  readonly secret: string
  /** Epoch ms. */
  readonly expiresAt: number
}

/** A TV that is being made a screen. Whoever holds it ends it with one of the two. */
export interface TakenPairing {
  /** Set by `keepScreen`: the screen that an earlier try has already added. */
  readonly screen: string | null
  keepScreen(screen: string): void
  finish(token: string, screen: string): void
  /** It did not come to it: the code is good again, for as long as it would have been. */
  giveBack(): void
}

export interface PairingDesk {
  begin(tv: NewTv, address: string, now: number): BegunPairing
  /** What the TV with this secret is told; null where no TV has it. */
  state(secret: string, now: number): PairingState | null
  /** For a manager: from now on the TV shows that it was found. Null alike for no code and for one that has ended. */
  find(code: string, now: number): FoundTv | null
  /** Null as in `find`, and while another takes it. */
  take(code: string, now: number): TakenPairing | null
  /** A code that no TV has was tried: one that looks much like it ends after five such tries. Says how many ended. */
  noteWrong(code: string, now: number): number
  waiting(now: number): number
}

interface Pairing {
  readonly code: string
  readonly secretHash: string
  readonly tv: NewTv
  readonly address: string
  readonly expiresAt: number
  found: boolean
  isTaken: boolean
  nearTries: number
  screen: string | null
  paired: { readonly token: string; readonly screen: string; readonly until: number } | null
}

const codeMs = 5 * 60_000
/** How long a TV may come for its token, should it not have heard the first answer. */
const tokenMs = 2 * 60_000
/** Beyond, whoever holds most of them loses the oldest one: nobody can keep others from pairing. */
const mostWaiting = 500
/** A code that was seen in part, or is mistyped, differs in no more places. */
const nearPlaces = 2
const mostNearTries = 5

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const createPairingDesk = (): PairingDesk => {
  const bySecret = new Map<string, Pairing>()
  const byCode = new Map<string, Pairing>()

  const drop = (pairing: Pairing): void => {
    bySecret.delete(pairing.secretHash)
    byCode.delete(pairing.code)
  }

  const dropEnded = (now: number): void => {
    for (const pairing of bySecret.values()) {
      const until = pairing.paired?.until ?? pairing.expiresAt
      if (now >= until && !pairing.isTaken) drop(pairing)
    }
  }

  const dropOfGreediest = (): void => {
    const held = new Map<string, Pairing[]>()
    for (const pairing of bySecret.values())
      if (!pairing.isTaken && pairing.paired === null)
        held.set(pairing.address, [...(held.get(pairing.address) ?? []), pairing])
    const [greediest] = [...held.values()].sort((a, b) => b.length - a.length)
    if (greediest?.[0]) drop(greediest[0])
  }

  const freshCode = (): string => {
    let code = createPairingCode()
    while (byCode.has(code)) code = createPairingCode()
    return code
  }

  const open = (code: string, now: number): Pairing | null => {
    dropEnded(now)
    const pairing = byCode.get(code)
    return pairing && pairing.paired === null && !pairing.isTaken ? pairing : null
  }

  return {
    begin: (tv, address, now) => {
      dropEnded(now)
      if (bySecret.size >= mostWaiting) dropOfGreediest()
      const secret = randomBytes(24).toString('base64url')
      const fresh = { found: false, isTaken: false, nearTries: 0, screen: null, paired: null }
      const pairing: Pairing = {
        code: freshCode(),
        secretHash: hashOf(secret),
        tv,
        address,
        expiresAt: now + codeMs,
        ...fresh,
      }
      bySecret.set(pairing.secretHash, pairing)
      byCode.set(pairing.code, pairing)
      return { code: pairing.code, secret, expiresAt: pairing.expiresAt }
    },
    state: (secret, now) => {
      dropEnded(now)
      const pairing = bySecret.get(hashOf(secret))
      if (!pairing) return null
      if (pairing.paired !== null)
        return { state: 'paired', token: pairing.paired.token, screen: pairing.paired.screen }
      return { state: pairing.found || pairing.isTaken ? 'found' : 'waiting' }
    },
    find: (code, now) => {
      const pairing = open(code, now)
      if (!pairing) return null
      pairing.found = true
      return { ...pairing.tv, code, address: pairing.address, expiresAt: pairing.expiresAt }
    },
    take: (code, now) => {
      const pairing = open(code, now)
      if (!pairing) return null
      pairing.isTaken = true
      return {
        get screen() {
          return pairing.screen
        },
        keepScreen: (screen) => {
          pairing.screen = screen
        },
        finish: (token, screen) => {
          pairing.isTaken = false
          pairing.paired = { token, screen, until: now + tokenMs }
          byCode.delete(code)
        },
        giveBack: () => {
          pairing.isTaken = false
        },
      }
    },
    noteWrong: (code, now) => {
      dropEnded(now)
      let ended = 0
      for (const pairing of byCode.values()) {
        if (pairing.isTaken || differencesOf(pairing.code, code) > nearPlaces) continue
        pairing.nearTries += 1
        if (pairing.nearTries < mostNearTries) continue
        drop(pairing)
        ended += 1
      }
      return ended
    },
    waiting: (now) => {
      dropEnded(now)
      return byCode.size
    },
  }
}
