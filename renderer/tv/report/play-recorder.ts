// What this TV has shown, until the feed has acknowledged it: kept over a reload and while the feed is out of reach, up to
// a bound. Another window of this browser keeps its own.
import { z } from 'zod'
import { longestPieceMs, Play, type PlaysMessage } from '../../../shared/wire/play.ts'

const Kept = z.object({ tv: z.string(), nth: z.int(), plays: z.array(Play), savedAt: z.number() })
type Kept = z.infer<typeof Kept>

export interface PlayRecorder {
  /** What is on from now on; null: nothing that anybody sees. Epoch ms, feed clock. */
  show(board: string | null, now: number): void
  /** The next report to send, or null. */
  next(): PlaysMessage | null
  acknowledge(sent: PlaysMessage): void
}

interface PlayRecorderOptions {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  readonly session: Pick<Storage, 'getItem' | 'setItem'>
  readonly newName: () => string
  /** Epoch ms. */
  readonly now: number
}

const keyPrefix = 'floorboard:plays:'
const nameKey = 'floorboard:plays-name'
/** Half a day of a board every twenty seconds. The oldest are given up first. */
const mostKept = 2000
const mostSent = 200
/** A window that has saved nothing for so long is closed: another one sends what it left. */
const orphanMs = 15 * 60_000
/** Shorter is no showing: a board that is passed over within one frame. */
const leastMs = 500

const read = (text: string | null): Kept | null => {
  try {
    return text === null ? null : (Kept.safeParse(JSON.parse(text)).data ?? null)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const ownName = ({ session, newName }: PlayRecorderOptions): string => {
  const name = session.getItem(nameKey) ?? newName()
  session.setItem(nameKey, name)
  return name
}

export const createPlayRecorder = (options: PlayRecorderOptions): PlayRecorder => {
  const { storage } = options
  const tv = ownName(options)
  let kept: Kept = read(storage.getItem(keyPrefix + tv)) ?? { tv, nth: 0, plays: [], savedAt: options.now }
  let on: { readonly board: string; from: number; goesOn: boolean } | null = null

  const orphans = (): readonly Kept[] => {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    return keys
      .filter((key) => key.startsWith(keyPrefix) && key !== keyPrefix + tv)
      .flatMap((key) => read(storage.getItem(key)) ?? [])
      .filter(({ savedAt }) => options.now - savedAt > orphanMs)
  }
  const left = [...orphans()]

  const save = (who: Kept): void => {
    if (who.plays.length === 0 && who.tv !== tv) storage.removeItem(keyPrefix + who.tv)
    else storage.setItem(keyPrefix + who.tv, JSON.stringify(who))
  }

  const note = (until: number): void => {
    if (on === null) return
    const ms = Math.round(until - on.from)
    const play = { board: on.board, startedAt: on.from, ms: Math.min(ms, longestPieceMs), goesOn: on.goesOn }
    on.from = until
    on.goesOn = true
    // A clock that was set back.
    if (ms < leastMs) return
    const nth = kept.nth + 1
    kept = { tv, nth, plays: [...kept.plays, { nth, ...play }].slice(-mostKept), savedAt: until }
    save(kept)
  }

  const sendable = (): Kept | undefined => left.find(({ plays }) => plays.length > 0) ?? kept

  return {
    show: (board, now) => {
      while (on !== null && now - on.from > longestPieceMs) note(on.from + longestPieceMs)
      if (on?.board === board) return
      note(now)
      on = board === null ? null : { board, from: now, goesOn: false }
    },
    next: () => {
      const from = sendable()
      if (from === undefined || from.plays.length === 0) return null
      return { tv: from.tv, plays: from.plays.slice(0, mostSent) }
    },
    acknowledge: (sent) => {
      const last = sent.plays.at(-1)?.nth ?? 0
      const without = (who: Kept): Kept => ({ ...who, plays: who.plays.filter(({ nth }) => nth > last) })
      if (sent.tv === tv) {
        kept = without(kept)
        save(kept)
        return
      }
      const index = left.findIndex((each) => each.tv === sent.tv)
      const orphan = left[index]
      if (orphan === undefined) return
      left[index] = without(orphan)
      save(without(orphan))
    },
  }
}
