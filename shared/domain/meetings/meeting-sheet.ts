// The sheet of a meeting, as it is printed: its boards' numbers, what was agreed the last time, and room to write.
import type { FloorFile } from '../../wire/floor.ts'
import type { MeetingAction, MeetingAnswer } from '../../wire/meetings.ts'
import type { BoardView } from '../../wire/view.ts'
import { dayMs, parseDay } from '../time/calendar-date.ts'
import { directionOf } from '../words/direction.ts'
import { createFormat } from '../words/format.ts'
import { spokenLocale } from '../words/say.ts'
import { type BoardOnPaper, boardOnPaper } from './board-table.ts'

export interface SheetItem {
  readonly text: string
  /** Whose, by when: "Devon Achebe · by 4 Dec". */
  readonly about: string
  readonly isDone: boolean
}

/** All of it is in the language of the floor's words, dates too, and its numbers in the floor's format. */
export interface MeetingSheet {
  /** Of its words, BCP 47. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  /** The floor's name. */
  readonly over: string
  readonly title: string
  /** When, of whom, who leads. */
  readonly about: string
  readonly boards: readonly BoardOnPaper[]
  /** That some boards are not for the reader; null where none is kept back. */
  readonly withheld: string | null
  readonly actions: { readonly heading: string; readonly items: readonly SheetItem[]; readonly none: string }
  readonly notes: { readonly heading: string; readonly items: readonly SheetItem[] }
  /** Of a meeting that goes on: what was written so far. */
  readonly today: { readonly heading: string; readonly items: readonly SheetItem[] }
  readonly room: { readonly decisions: string; readonly agreed: string }
  /** As of when, and for whom it was made. */
  readonly foot: string
}

interface SheetOf {
  readonly floor: FloorFile['floor']
  readonly answer: MeetingAnswer
  /** Those that the reader may see, in the meeting's order. */
  readonly views: readonly BoardView[]
  /** Whoever it is made for. */
  readonly reader: string
  /** Epoch ms. */
  readonly now: number
}

/** Of the notes of the last time. */
const mostNotes = 12

export const meetingSheet = ({ floor, answer, views, reader, now }: SheetOf): MeetingSheet => {
  const { timeZone } = floor
  const locale = spokenLocale(floor.locale)
  const format = createFormat(floor)
  const { say } = format
  const dates = (options: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    return (ms: number): string => made.format(ms)
  }
  const long = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const time = dates({ hour: 'numeric', minute: '2-digit' })
  const short = dates({ day: 'numeric', month: 'short' })
  const shortDay = dates({ day: 'numeric', month: 'short' }, 'UTC')
  const { meeting, open, past, actions, notes, withheld } = answer
  const last = past[0]
  const since = last?.startedAt ?? 0

  const dueWords = ({ dueOn, isOverdue }: MeetingAction): string | null =>
    dueOn === null
      ? null
      : say(
          {
            id: 'sheet.by',
            defaultMessage: '{state, select, late {was due on {day}} other {by {day}}}',
          },
          { state: isOverdue ? 'late' : 'due', day: shortDay(parseDay(dueOn) * dayMs) },
        )
  const doneWords = ({ done }: MeetingAction): string | null =>
    done && say({ id: 'sheet.done', defaultMessage: 'done {day}' }, { day: short(done.at) })
  const itemOf = (action: MeetingAction): SheetItem => ({
    text: action.what,
    about: [action.owner?.name, doneWords(action) ?? dueWords(action)].filter(Boolean).join(' · '),
    isDone: action.done !== null,
  })
  const begun = open?.startedAt ?? Number.POSITIVE_INFINITY
  const kept = actions
    .filter(({ at, done }) => at < begun && (done === null || done.at >= since))
    .sort(
      (a, b) =>
        Number(a.done !== null) - Number(b.done !== null) ||
        (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
        a.at - b.at,
    )
  const noteItem = ({ text, by, at }: (typeof notes)[number]): SheetItem => ({
    text,
    about: `${by} · ${short(at)}`,
    isDone: false,
  })
  const oldestFirst = (a: { readonly at: number }, b: { readonly at: number }): number => a.at - b.at
  const before = notes.filter(({ at }) => at >= since && at < begun)
  const when = open?.startedAt ?? meeting.nextAt
  return {
    locale,
    direction: directionOf(floor.locale),
    over: floor.name,
    title: meeting.name,
    about: [
      `${long(when)}, ${time(when)}`,
      meeting.team?.name,
      meeting.owner &&
        !meeting.owner.hasLeft &&
        say({ id: 'sheet.led-by', defaultMessage: 'led by {name}' }, { name: meeting.owner.name }),
    ]
      .filter(Boolean)
      .join(' · '),
    boards: views.map((view) => boardOnPaper(view, { format, date: short })),
    withheld:
      withheld === 0
        ? null
        : say(
            {
              id: 'sheet.withheld',
              defaultMessage:
                '{count, plural, one {One board of this meeting is} other {# boards of this meeting are}} not for you, and left out.',
            },
            { count: withheld },
          ),
    actions: {
      heading: say({ id: 'sheet.agreed', defaultMessage: 'Agreed the last time' }),
      items: kept.map(itemOf),
      none: say({ id: 'sheet.none-agreed', defaultMessage: 'Nothing is open.' }),
    },
    notes: {
      heading: say({ id: 'sheet.noted', defaultMessage: 'Noted the last time' }),
      items: before.sort(oldestFirst).slice(0, mostNotes).map(noteItem),
    },
    today: {
      heading: say({ id: 'sheet.today', defaultMessage: 'Written down so far' }),
      items: [
        ...notes
          .filter(({ at }) => at >= begun)
          .sort(oldestFirst)
          .map(noteItem),
        ...actions
          .filter(({ at }) => at >= begun)
          .sort(oldestFirst)
          .map(itemOf),
      ],
    },
    room: {
      decisions: say({ id: 'sheet.decisions', defaultMessage: 'Decided today' }),
      agreed: say({ id: 'sheet.to-do', defaultMessage: 'To do: what, who, by when' }),
    },
    foot: say(
      { id: 'sheet.foot', defaultMessage: 'Numbers of {day}, {time}. Made for {name}.' },
      { day: short(now), time: time(now), name: reader },
    ),
  }
}
