// How the simulator's TVs are paired: the real desk of codes, the real desk of screens and the real doors of a feed, on what the
// feed keeps of them. That is synced as it is written, and outlives every feed of a world.
import { type Access, createAccess } from '../../main/feed/access/access.ts'
import type { Principal } from '../../main/feed/access/principal.ts'
import { createToken, keepToken } from '../../main/feed/access/token.ts'
import type { Clock } from '../../main/feed/clock.ts'
import type { LiveFloor } from '../../main/feed/fold/live-floor.ts'
import { createPairScreens, type PairOutcome } from '../../main/feed/screens/pairing/pair-screens.ts'
import { createPairingDesk } from '../../main/feed/screens/pairing/pairing-desk.ts'
import { createScreenDesk, type ScreenDesk } from '../../main/feed/screens/screen-desk.ts'
import { createMemoryScreenStore } from '../../main/feed/store/memory-screen-store.ts'
import type { ScreenStore } from '../../main/feed/store/screen-store.ts'
import type { StoredToken, TokenStore } from '../../main/feed/store/tokens.ts'
import type { PostAnswer } from '../../renderer/tv/pairing/pairing-run.ts'
import { NewTv, type PairingAnswer, type PairingState } from '../../shared/wire/pairing.ts'

/** What a feed keeps of its TVs. */
export interface KeptTvs {
  readonly tokens: TokenStore
  readonly store: ScreenStore
}

export const createKeptTvs = (): KeptTvs => {
  const tokens = new Map<string, StoredToken>()
  return {
    tokens: {
      tokens: async () => [...tokens.values()],
      findToken: async (hash) => [...tokens.values()].find((token) => token.hash === hash) ?? null,
      addToken: async (token) => void tokens.set(token.id, token),
      revokeToken: async (id) => tokens.delete(id),
    },
    store: createMemoryScreenStore(),
  }
}

export interface FeedPairing {
  readonly access: Access
  readonly screens: ScreenDesk
  /** What a TV asks over HTTP. */
  post(path: string, body: unknown): PostAnswer
  /** A manager puts the TV that shows this code in the place of a screen's. */
  pair(code: string, screen: string): Promise<PairOutcome>
  /** A manager takes a screen's TVs off the wall. */
  takeOff(screen: string): Promise<number>
  /** From now on nobody is let in without a token. */
  lock(): Promise<void>
}

interface PairingParts {
  readonly kept: KeptTvs
  readonly floor: LiveFloor
  readonly clock: Clock
  readonly build: string
  readonly onError: (what: string, error: unknown) => void
}

const manager: Principal = {
  kind: 'person',
  id: 'maya',
  name: 'Maya',
  role: 'admin',
  teams: [],
  person: null,
  session: 's',
}
const address = '10.0.0.1'
/** Remotes are not simulated. */
const nobodyHolds = { holdOf: () => null, onChange: () => () => undefined }

export const openFeedPairing = ({ kept, floor, clock, build, onError }: PairingParts): FeedPairing => {
  const { tokens, store } = kept
  const screens = createScreenDesk({ floor, controls: nobodyHolds, tokens, store, clock, build, onError })
  const desk = createPairingDesk()
  const pair = createPairScreens({
    desk,
    screens,
    floor,
    tokens,
    clock,
    addScreen: () => Promise.reject(new Error('managers put TVs in the place of others')),
  })
  const begin = (body: unknown): PairingAnswer => {
    const { code, secret, expiresAt } = desk.begin(NewTv.parse(body), address, clock.now())
    return { code, secret, now: clock.now(), expiresAt, url: 'http://floor:4400', console: 'floor:4400' }
  }
  const stateOf = (body: unknown): PairingState =>
    desk.state(String(Reflect.get(Object(body), 'secret')), clock.now()) ?? { state: 'gone' }
  return {
    access: createAccess({
      tokens,
      accounts: { hasAdmin: async () => false },
      sessions: { find: async () => null },
      loopback: true,
    }),
    screens,
    post: (path, body) => ({ ok: true, body: path.endsWith('/state') ? stateOf(body) : begin(body) }),
    pair: (code, screen) => pair(code, { replaces: screen }, manager),
    takeOff: (screen) => screens.revoke(screen, manager),
    lock: () => tokens.addToken(keepToken(createToken('screen'), 'screen', 'an older TV', clock.now())),
  }
}
