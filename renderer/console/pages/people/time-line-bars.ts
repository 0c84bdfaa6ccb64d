// The bars of somebody's line of time: what is drawn from which day to which.
import { dayOf, parseDay, partsOf } from '../../../../shared/domain/time/calendar-date.ts'
import { PlainDate } from '../../../../shared/wire/text.ts'
import type { PersonDraft, Step } from './person-draft.ts'

/** `from`, `to`: days since 1970, half-open; within the line. `since`, `until`: as people write them, null without one. */
export interface Bar {
  readonly words: string
  readonly from: number
  readonly to: number
  readonly since: string | null
  readonly until: string | null
  readonly look: 'team' | 'role' | 'ramp' | 'leave'
}

export interface TimeLine {
  readonly from: number
  readonly to: number
  readonly today: number
  readonly teams: readonly Bar[]
  readonly roles: readonly Bar[]
  readonly ramp: readonly Bar[]
  readonly leave: readonly Bar[]
}

interface TimeLineParts {
  readonly draft: PersonDraft
  /** Of their role, in percent; where they have none of their own. */
  readonly roleRamp: readonly number[]
  readonly nameOf: (id: string) => string
  /** `YYYY-MM-DD` */
  readonly today: string
}

const yearDays = 365
const halfYearDays = 183

/** Null while it is being typed. */
const dayIn = (text: string): number | null => (PlainDate.safeParse(text).success ? parseDay(text) : null)

const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The same day of a later month; the 1st of the one after where that month is too short. */
const monthsAfter = (day: number, months: number): number => {
  const parts = partsOf(day)
  const moved = dayOf(parts.year, parts.month + months, parts.day)
  return partsOf(moved).day === parts.day ? moved : dayOf(parts.year, parts.month + months + 1, 1)
}

export const timeLineOf = ({ draft, roleRamp, nameOf, today: todayText }: TimeLineParts): TimeLine => {
  const today = parseDay(todayText)
  const started = dayIn(draft.startedOn)
  const ended = dayIn(draft.endedOn)
  const dates = [...draft.teams, ...draft.roles].flatMap(({ from }) => dayIn(from) ?? [])
  const leaves = draft.leave.flatMap(({ from, until }) => {
    const [first, last] = [dayIn(from), dayIn(until)]
    return first === null || last === null || last < first ? [] : [{ first, last, from, until }]
  })
  // Long years in which nothing changed would press together what did.
  const from = Math.max(
    Math.min(today - halfYearDays, started ?? today - yearDays, ...dates),
    today - 4 * yearDays,
  )
  const to = Math.max(today + halfYearDays, ...dates, ...leaves.map(({ last }) => last + 14))
  const hereFrom = Math.max(from, started ?? from)
  const hereTo = Math.min(to, ended === null ? to : ended + 1)

  const bars = (steps: readonly Step[], look: Bar['look']): Bar[] => {
    const set = steps.filter(({ id }) => id !== '').map((step) => ({ ...step, day: dayIn(step.from) }))
    return set.flatMap((step, at) => {
      const next = set[at + 1]?.day ?? null
      const begins = Math.max(step.day ?? hereFrom, hereFrom)
      const ends = Math.min(next ?? hereTo, hereTo)
      if (ends <= begins) return []
      return [
        {
          words: nameOf(step.id),
          from: begins,
          to: ends,
          since: step.from === '' ? (draft.startedOn === '' ? null : draft.startedOn) : step.from,
          until: next === null ? (draft.endedOn === '' ? null : draft.endedOn) : isoOf(next - 1),
          look,
        },
      ]
    })
  }
  const ramp = started === null ? [] : (draft.ramp ?? roleRamp)
  return {
    from,
    to,
    today,
    teams: bars(draft.teams, 'team'),
    roles: bars(draft.roles, 'role'),
    ramp: ramp.flatMap((percent, month): Bar[] => {
      const [first, last] = [monthsAfter(started ?? today, month), monthsAfter(started ?? today, month + 1)]
      if (last <= from || first >= hereTo) return []
      return [
        {
          words: `${percent} %`,
          from: first,
          to: last,
          since: isoOf(first),
          until: isoOf(last - 1),
          look: 'ramp',
        },
      ]
    }),
    leave: leaves.map(({ first, last, from: since, until }) => ({
      words: '',
      from: first,
      to: last + 1,
      since,
      until,
      look: 'leave',
    })),
  }
}
