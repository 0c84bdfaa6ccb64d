// The port to what is kept of screens besides the floor file: when each was seen last, who paired it, which tokens were
// taken from it, and what it has shown. It stands beside the log and not in it: after ninety days it is forgotten.

export interface Pairing {
  /** As people read it. */
  readonly by: string
  /** Epoch ms. */
  readonly at: number
}

/** Why a token that was once good is so no longer. */
export interface Revocation extends Pairing {
  readonly screen: string
}

/** What one TV has shown of one board on one day. `nth` counts what this TV reports, from 1 on. */
export interface ShownPiece {
  readonly tv: string
  readonly nth: number
  readonly screen: string
  readonly board: string
  /** `YYYY-MM-DD`, in the floor's zone. */
  readonly day: string
  /** 0 for a piece that goes on from the one before it. */
  readonly times: number
  readonly ms: number
}

export interface ShownDay {
  readonly day: string
  readonly screen: string
  readonly board: string
  readonly times: number
  readonly ms: number
}

export interface ShownQuery {
  readonly screen: string | null
  /** Both included, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
}

/** What one screen really showed of a celebration. */
export interface CelebrationReport {
  readonly celebration: string
  readonly screen: string
  /** Epoch ms: when it began there. */
  readonly at: number
  readonly shownMs: number
  readonly lateMs: number
  readonly sound: 'played' | 'blocked' | 'muted' | 'none' | 'broken'
}

/** The disk takes nothing, or is away: nothing of what was asked has been kept. */
export class ScreenStoreUnavailable extends Error {
  override readonly name = 'ScreenStoreUnavailable'
}

/** Everything that writes throws `ScreenStoreUnavailable` where the disk refuses it. */
export interface ScreenStore {
  /** Epoch ms by screen. */
  seen(): ReadonlyMap<string, number>
  noteSeen(seen: ReadonlyMap<string, number>): void
  pairings(): ReadonlyMap<string, Pairing>
  notePairing(screen: string, pairing: Pairing): void
  /** `hash` as the token is kept. */
  revocation(hash: string): Revocation | null
  noteRevocation(hash: string, revocation: Revocation): void
  /** All of them or none. A TV's pieces up to its highest `nth` so far are counted already, and are passed over. */
  addShown(pieces: readonly ShownPiece[], at: number): void
  /** By day, screen and board, in this order. */
  shown(query: ShownQuery): readonly ShownDay[]
  /** Of several TVs of a screen the one that showed most of it stands. */
  addCelebrated(report: CelebrationReport): void
  /** Of these celebrations, as they came. */
  celebrated(ids: readonly string[]): readonly CelebrationReport[]
  /** Drops what was shown and celebrated before a day, and what is known of TVs that have reported nothing since `at`. */
  forgetBefore(day: string, at: number): void
  close(): void
}

/** Revocations that are kept; older ones are answered like any unknown token. */
export const mostRevocations = 1000
