// A meeting that goes on, as it is kept: which board is on, how long each was, what was ticked off. Pure; times are epoch ms.
import { wasDiscussed } from '../../../shared/domain/meetings/discussed.ts'
import type { StoredMeeting } from '../store/talk-store.ts'

/** Nobody talks about one board for longer without touching anything: what is beyond it was a forgotten phone. */
const longestOnMs = 45 * 60_000

/** One in which nothing happened for so long is over: it ended when something happened last. */
export const forgottenMs = 2 * 3_600_000

/** The time on the board that is on is added to it. */
const withTime = (meeting: StoredMeeting, now: number): StoredMeeting['boards'] =>
  meeting.boards.map((each) =>
    each.board === meeting.board
      ? { ...each, spentMs: each.spentMs + Math.min(longestOnMs, Math.max(0, now - meeting.since)) }
      : each,
  )

/** On another board. One that an edit of the floor brought while it went on joins the others. */
export const onBoard = (meeting: StoredMeeting, board: string, now: number): StoredMeeting => {
  if (board === meeting.board) return meeting
  const boards = withTime(meeting, now)
  const isKnown = boards.some((each) => each.board === board)
  return {
    ...meeting,
    board,
    since: now,
    lastAt: now,
    boards: isKnown ? boards : [...boards, { board, spentMs: 0, discussed: false }],
  }
}

export const tickedOff = (
  meeting: StoredMeeting,
  discussed: readonly string[],
  now: number,
): StoredMeeting => ({
  ...meeting,
  lastAt: now,
  boards: meeting.boards.map((each) =>
    discussed.includes(each.board) ? { ...each, discussed: true } : each,
  ),
})

export const ended = (meeting: StoredMeeting, at: number): StoredMeeting => ({
  ...meeting,
  boards: withTime(meeting, at),
  since: at,
  lastAt: at,
  endedAt: at,
})

export const isForgotten = ({ endedAt, lastAt }: StoredMeeting, now: number): boolean =>
  endedAt === null && now - lastAt >= forgottenMs

/** Whether it was more than a finger that slipped: something was discussed, or written (`entries`: how many). */
export const wasHeld = ({ boards }: StoredMeeting, entries: number): boolean =>
  entries > 0 || boards.some(wasDiscussed)
