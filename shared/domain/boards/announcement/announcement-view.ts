// An announcement: its text read once, its countdown as an instant.
import type { AnnouncementBoard, AnnouncementView } from '../../../wire/boards/announcement-board.ts'
import { orgSubject } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { parseDay } from '../../time/calendar-date.ts'
import { minutesOf } from '../../time/week.ts'
import type { Zone } from '../../time/zone.ts'
import { parseMarkdown } from '../../words/markdown.ts'
import { type BoardSource, scopeName, selectionOf } from '../board-head.ts'

/** Epoch ms of a checked `countdownTo`: an instant as it is; else what clocks show in the zone. */
const instantOf = (text: string, zone: Zone): number => {
  if (text.length > 16) return Date.parse(text)
  return zone.instantAt(parseDay(text), text.length === 10 ? 0 : minutesOf(text.slice(11)))
}

export const createAnnouncementView = (
  numbers: Numbers,
  board: AnnouncementBoard,
): BoardSource<AnnouncementView> => {
  const { team } = selectionOf(numbers, board.scope)
  const { countdownTo, afterwards = null } = board
  const text = parseMarkdown(board.text ?? '')

  const compute = (ms: number): AnnouncementView => ({
    id: board.id,
    kind: 'announcement',
    title: board.title,
    scope: scopeName(numbers, board.scope),
    window: { start: null, end: null, label: '', progress: '' },
    changedAt: null,
    awaits: null,
    text,
    picture: board.picture ?? null,
    video: board.video ?? null,
    countdown:
      countdownTo === undefined
        ? null
        : { to: instantOf(countdownTo, numbers.clockOf(team ?? orgSubject, ms)), afterwards },
  })

  return { bases: [], compute }
}
