// Which boards of a meeting are talked about, and which only hang there: digital wallpaper.
import type { Cadence } from '../../wire/cadence.ts'
import { dayMs } from '../time/calendar-date.ts'

/** What was on for so long was looked at; what was on for less was passed over. */
export const leastShownMs = 20_000

/**
 * How long a board may go without a word: three weeks; of rarer meetings two of their periods, since a board that comes up
 * once a quarter cannot be talked about every three weeks.
 */
const patienceMs: Readonly<Record<Cadence['every'], number>> = {
  week: 21 * dayMs,
  month: 62 * dayMs,
  quarter: 184 * dayMs,
}

export interface ShownBoard {
  readonly board: string
  readonly spentMs: number
  /** Ticked off by whoever led. */
  readonly discussed: boolean
}

export const wasDiscussed = ({ spentMs, discussed }: ShownBoard): boolean =>
  discussed || spentMs >= leastShownMs

/** `at`: when it was held, epoch ms. */
export interface HeldMeeting {
  readonly at: number
  readonly boards: readonly ShownBoard[]
}

export interface BoardTalk {
  /** When it was last discussed, epoch ms; null: never yet. */
  readonly lastAt: number | null
  /** Since when nobody says a word, longer than the meeting's patience; null where it is talked about, or is new. */
  readonly silentSince: number | null
  /** No meeting has had it yet. */
  readonly isNew: boolean
}

/** Of one board in the meetings of one cadence, in any order. A board that no meeting has had yet is new, and not silent. */
export const talkAbout = (
  board: string,
  every: Cadence['every'],
  meetings: readonly HeldMeeting[],
  now: number,
): BoardTalk => {
  const withIt = meetings.flatMap(({ at, boards }) => {
    const shown = boards.find((each) => each.board === board)
    return shown ? [{ at, discussed: wasDiscussed(shown) }] : []
  })
  const spoken = withIt.filter(({ discussed }) => discussed).map(({ at }) => at)
  const lastAt = spoken.length === 0 ? null : Math.max(...spoken)
  const since = lastAt ?? (withIt.length === 0 ? null : Math.min(...withIt.map(({ at }) => at)))
  const isSilent = since !== null && now - since > patienceMs[every]
  return { lastAt, silentSince: isSilent ? since : null, isNew: since === null }
}

/**
 * Of a board in several cadences: talked about in one of them is talked about. A meeting that was never held with it says
 * nothing of it.
 */
export const talkTogether = (talks: readonly BoardTalk[]): BoardTalk => {
  const known = talks.filter(({ isNew }) => !isNew)
  const times = known.flatMap(({ lastAt }) => lastAt ?? [])
  const silent = known.flatMap(({ silentSince }) => silentSince ?? [])
  return {
    lastAt: times.length === 0 ? null : Math.max(...times),
    silentSince: silent.length < known.length || silent.length === 0 ? null : Math.max(...silent),
    isNew: known.length === 0,
  }
}
