// Which TVs are there, what they say of themselves, and what screens are told to do.

import { randomBytes } from 'node:crypto'
import type { ScreenCommand, ScreenStatus } from '../../../shared/wire/screens.ts'
import type { CommandMessage, HealthMessage } from '../../../shared/wire/socket.ts'
import { nameOf, type Principal } from '../access/principal.ts'
import { addListener, type StopListening } from '../add-listener.ts'
import type { Clock } from '../clock.ts'
import type { Controls } from '../control/controls.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { Pairing, Revocation, ScreenStore } from '../store/screen-store.ts'
import type { TokenStore } from '../store/tokens.ts'
import { createBecause } from './because.ts'
import { type ConnectedTv, statusOf } from './screen-status.ts'

/** A TV on the socket. */
export interface TvLine {
  /** As it was let in; null: the floor's first. */
  readonly screen: string | null
  command(message: CommandMessage): void
  /** Cuts it off; it comes back, and is then let in or told why not. */
  drop(): void
}

export interface TvPresence {
  say(health: HealthMessage): void
  leave(): void
}

export interface SentCommand {
  readonly id: string
  readonly reached: number
}

export interface ScreenDesk {
  arrive(line: TvLine): TvPresence
  /** Of every screen of the floor, in the file's order. */
  statuses(): readonly ScreenStatus[]
  /** Something about a screen, or about all of them, may have changed. */
  onChange(listener: () => void): StopListening
  command(screen: string, command: ScreenCommand['command']): SentCommand
  notePairing(screen: string, pairing: Pairing): void
  /** Takes all tokens from the screen's TVs; says how many they were. */
  revoke(screen: string, principal: Principal): Promise<number>
  /** By whom and when a token of this hash was taken away. */
  revocation(hash: string): Revocation | null
  close(): void
}

export interface ScreenDeskParts {
  readonly floor: Pick<LiveFloor, 'current' | 'stage' | 'onStageChange'>
  readonly controls: Pick<Controls, 'holdOf' | 'onChange'>
  readonly tokens: Pick<TokenStore, 'tokens' | 'revokeToken'>
  readonly store: ScreenStore
  readonly clock: Clock
  /** Names the renderer that the feed serves. */
  readonly build: string
  readonly onError: (what: string, error: unknown) => void
}

interface PresentTv extends ConnectedTv {
  readonly line: TvLine
  health: HealthMessage | null
}

/** How often it is kept which screens are there: after a crash of the feed they were seen last about then. */
const keepEveryMs = 20_000

export const createScreenDesk = (parts: ScreenDeskParts): ScreenDesk => {
  const { floor, controls, tokens, store, clock, build, onError } = parts
  const present = new Set<PresentTv>()
  const because = createBecause()
  const listeners = new Set<() => void>()
  const states = new Map<string, { readonly state: ScreenStatus['state']; readonly since: number | null }>()
  /** When a TV of a screen left, where that is not kept yet. */
  const leftAt = new Map<string, number>()

  const announce = (): void => {
    for (const listener of listeners) listener()
  }
  /** A screen that is known by this process alone is no reason to end it. */
  const keeping = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      onError('what is known of the screens cannot be kept', error)
    }
  }

  const screenOf = ({ line }: PresentTv): string | null =>
    line.screen ?? floor.current().file.screens[0]?.id ?? null
  const tvsOf = (screen: string): PresentTv[] => [...present].filter((tv) => screenOf(tv) === screen)
  const tvsByScreen = (): ReadonlyMap<string | null, readonly PresentTv[]> => {
    const found = new Map<string | null, PresentTv[]>()
    for (const tv of present) {
      const screen = screenOf(tv)
      const others = found.get(screen)
      if (others) others.push(tv)
      else found.set(screen, [tv])
    }
    return found
  }

  const sinceOf = (id: string, state: ScreenStatus['state'], lastSeen: number | null): number | null => {
    const known = states.get(id)
    if (known?.state === state) return known.since
    const since = state === 'never' ? null : state === 'off' ? lastSeen : clock.now()
    states.set(id, { state, since })
    return since
  }

  const statuses = (): readonly ScreenStatus[] => {
    const current = floor.current()
    const { file } = current
    const now = clock.now()
    const tvs = tvsByScreen()
    return file.screens.map((screen) => {
      const status = statusOf({
        file,
        screen,
        stage: floor.stage(screen.id, build),
        hold: controls.holdOf(screen.id),
        because: because(current, screen, now),
        tvs: tvs.get(screen.id) ?? [],
        lastSeen: leftAt.get(screen.id) ?? store.seen().get(screen.id) ?? null,
        now,
      })
      return {
        ...status,
        since: sinceOf(screen.id, status.state, status.lastSeen),
        paired: store.pairings().get(screen.id) ?? null,
      }
    })
  }

  const keepSeen = (): void => {
    const seen = new Map(leftAt)
    leftAt.clear()
    for (const screen of tvsByScreen().keys()) if (screen !== null) seen.set(screen, clock.now())
    if (seen.size > 0) keeping(() => store.noteSeen(seen))
  }
  const keepingSeen = setInterval(keepSeen, keepEveryMs)
  keepingSeen.unref()
  floor.onStageChange(announce)
  controls.onChange(announce)

  return {
    arrive: (line) => {
      const tv: PresentTv = { line, since: clock.now(), health: null }
      present.add(tv)
      announce()
      return {
        say: (health) => {
          tv.health = health
          announce()
        },
        leave: () => {
          const screen = screenOf(tv)
          present.delete(tv)
          if (screen !== null) leftAt.set(screen, clock.now())
          announce()
        },
      }
    },
    statuses,
    onChange: (listener) => addListener(listeners, listener),
    command: (screen, command) => {
      const id = randomBytes(9).toString('base64url')
      const all = tvsOf(screen)
      // One picture is enough, and the TV that came last is the one that speaks for the screen.
      const asked = command === 'screenshot' ? all.slice(-1) : all
      for (const { line } of asked) line.command({ command, id })
      return { id, reached: asked.length }
    },
    notePairing: (screen, pairing) => {
      keeping(() => store.notePairing(screen, pairing))
      announce()
    },
    revoke: async (screen, principal) => {
      const revocation = { screen, by: nameOf(principal), at: clock.now() }
      let revoked = 0
      for (const token of await tokens.tokens()) {
        if (token.screen !== screen || !(await tokens.revokeToken(token.id))) continue
        keeping(() => store.noteRevocation(token.hash, revocation))
        revoked += 1
      }
      for (const { line } of present) if (line.screen === screen) line.drop()
      announce()
      return revoked
    },
    revocation: (hash) => store.revocation(hash),
    close: () => {
      clearInterval(keepingSeen)
      keepSeen()
    },
  }
}
