// What shows now, and from when on each screen is free again. Time is measured by what only goes on, whatever becomes of
// the clock; the instant at which screens begin is one of the clock's.
import type { CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import type { Clock } from '../clock.ts'
import type { LedgerEntry } from './ledger.ts'

/** What a TV needs to have the message and the first frame. */
const leadMs = 150
/** Between two on a screen the rotation is seen again. */
const breathMs = 1200

/** What screens are told. */
export type DeskMessage =
  | { readonly screens: readonly string[]; readonly celebrate: CelebrateMessage }
  | { readonly screens: readonly string[]; readonly retract: string }

export interface Takeover {
  /** Null: a test, which is kept nowhere. */
  readonly entry: LedgerEntry | null
  /** Shown with it, without a takeover of their own. */
  readonly together: readonly LedgerEntry[]
  readonly screens: readonly string[]
  readonly message: CelebrateMessage
}

export interface Takeovers {
  /** Begins a moment from now. */
  begin(takeover: Omit<Takeover, 'message'> & { readonly message: Omit<CelebrateMessage, 'startsAt'> }): void
  get(id: string): Takeover | null
  all(): readonly Takeover[]
  /** Whether it shows, by itself or with another. */
  shows(id: string): boolean
  /** The same one, corrected; nothing is told where it looks the same. */
  renew(takeover: Takeover): void
  /** Null where it does not show. */
  retract(id: string): Takeover | null
  /** Those that are over, which are forgotten. */
  removeOver(): readonly Takeover[]
  /** From when on (epoch ms) each screen is free again. */
  busy(): ReadonlyMap<string, number>
  close(): void
}

export interface TakeoverParts {
  readonly clock: Clock
  readonly elapsed: () => number
  readonly send: (message: DeskMessage) => void
  /** One may be over, or a screen free. */
  readonly wake: () => void
}

export const createTakeovers = ({ clock, elapsed, send, wake }: TakeoverParts): Takeovers => {
  const showing = new Map<string, Takeover & { readonly endsAt: number }>()
  const free = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()

  const wakeIn = (ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      wake()
    }, ms)
    timer.unref()
    timers.add(timer)
  }
  const occupy = (screens: readonly string[], ms: number): void => {
    for (const screen of screens) free.set(screen, elapsed() + ms + breathMs)
    wakeIn(ms + 5)
    wakeIn(ms + breathMs + 10)
  }

  return {
    begin: ({ message: of, ...takeover }) => {
      const message = { ...of, startsAt: clock.now() + leadMs }
      const ms = leadMs + message.ms
      showing.set(message.id, { ...takeover, message, endsAt: elapsed() + ms })
      occupy(takeover.screens, ms)
      send({ screens: takeover.screens, celebrate: message })
    },
    get: (id) => showing.get(id) ?? null,
    all: () => [...showing.values()],
    shows: (id) =>
      showing.has(id) ||
      [...showing.values()].some(({ together }) => together.some(({ cause }) => cause.id === id)),
    renew: (takeover) => {
      const { id } = takeover.message
      const before = showing.get(id)
      if (before === undefined) return
      showing.set(id, { ...before, ...takeover })
      if (JSON.stringify(takeover.message.view) !== JSON.stringify(before.message.view))
        send({ screens: takeover.screens, celebrate: takeover.message })
    },
    retract: (id) => {
      const takeover = showing.get(id)
      if (takeover === undefined) return null
      showing.delete(id)
      occupy(takeover.screens, 0)
      send({ screens: takeover.screens, retract: id })
      return takeover
    },
    removeOver: () => {
      const isOver = ({ endsAt, message }: Takeover & { readonly endsAt: number }): boolean =>
        elapsed() >= endsAt || clock.now() >= message.startsAt + message.ms
      const over = [...showing.values()].filter(isOver)
      for (const { message } of over) showing.delete(message.id)
      return over
    },
    busy: () => new Map([...free].map(([screen, at]) => [screen, clock.now() + at - elapsed()])),
    close: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
