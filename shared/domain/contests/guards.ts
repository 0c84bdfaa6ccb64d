// What makes a contest unfair, or go unseen, said before it is announced.
import type { ContestWarning } from '../../wire/contests/api.ts'
import type { Contest } from '../../wire/contests/contest.ts'
import type { ContestStandings } from '../../wire/contests/standings.ts'
import type { Occasion } from '../counting/contest-occasions.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { screensWith } from '../screens/board-places.ts'
import { dayMs } from '../time/calendar-date.ts'
import { spokenLocale } from '../words/say.ts'
import { roundsOf } from './bracket.ts'
import { type Entrant, entrantsOf } from './entrants.ts'

export interface GuardParts {
  readonly model: FloorModel
  readonly contest: Contest
  /** Its first one. */
  readonly occasion: Occasion
  /** How it would have ended four weeks earlier, or the last such time. */
  readonly past: ContestStandings
  /** Final ones, the latest first. */
  readonly ended: readonly ContestStandings[]
}

/** Of so many contests. */
const looksBack = 6
const fewWinners = 3
/** Somebody is new for so long. */
const newDays = 90
/** Who would have come to less of the best score than this does not reach it. */
const withinReach = 0.5

const sameWinners = ({ model, contest, ended }: GuardParts): ContestWarning[] => {
  const last = ended.filter(({ between }) => between === 'people').slice(0, looksBack)
  if (contest.between !== 'people' || last.length < looksBack) return []
  const names = new Map(
    last.flatMap(({ rows }) =>
      Object.entries(rows).flatMap(([id, { isIn, name }]) => (isIn ? [[id, name] as const] : [])),
    ),
  )
  if (names.size === 0 || names.size > fewWinners) return []
  const list = new Intl.ListFormat(model.file.floor.locale).format(names.values())
  const says = model.say(
    {
      id: 'contest.guard.same-winners',
      defaultMessage:
        '{count, plural, one {One person} other {# people}} won the last {contests}: {names}. Count improvement or teams, or draw tickets, and others can win.',
    },
    { count: names.size, contests: looksBack, names: list },
  )
  return [{ id: 'same-winners', says }]
}

const emptyActivity = ({ model, contest }: GuardParts): ContestWarning[] => {
  const { counts, atLeast, win } = contest
  if (win.by === 'collect') return []
  const asked = [
    ...(typeof counts === 'string' ? [counts] : counts.map(({ metric }) => metric)),
    ...(atLeast === undefined ? [] : [atLeast.metric]),
  ].flatMap((id) => model.metric(id)?.metric ?? [])
  const [first] = asked
  if (first === undefined || asked.some(({ indicator }) => indicator === 'output')) return []
  if (atLeast !== undefined) return []
  const says = model.say(
    {
      id: 'contest.guard.empty-activity',
      defaultMessage:
        'This pays for {metric}, whatever comes of them. Ask for a least of what they are for, or give points for both.',
    },
    { metric: first.name },
  )
  return [{ id: 'empty-activity', says }]
}

const reachable: ReadonlySet<string> = new Set(['most', 'first-to', 'over', 'bracket', 'king'])

const outOfReach = (
  { model, contest, past, occasion }: GuardParts,
  entrants: readonly Entrant[],
): ContestWarning[] => {
  if (contest.between !== 'people' || contest.handicap !== undefined || !reachable.has(contest.win.by))
    return []
  const scores = Object.values(past.rows).map(({ score }) => score ?? 0)
  const asked = past.line ?? Math.max(0, ...scores)
  const newcomers = entrants.filter(({ id, parts: [part] }) => {
    const started = part?.member?.employed.from ?? Number.NEGATIVE_INFINITY
    const own = past.rows[id]?.score ?? 0
    return started > occasion.days.from - newDays && own < asked * withinReach
  })
  const [newest] = newcomers
  if (newest === undefined || asked === 0) return []
  const says = model.say(
    {
      id: 'contest.guard.out-of-reach',
      defaultMessage:
        'Somebody new cannot reach this: {name}{others, plural, =0 {} one { and one more} other { and # more}}. A handicap by own usual or by role lets them win.',
    },
    { name: newest.face.name, others: newcomers.length - 1 },
  )
  return [{ id: 'out-of-reach', says }]
}

const endsOnHoliday = ({ model, occasion }: GuardParts): ContestWarning[] => {
  const last = occasion.days.to - 1
  if (model.workingTime.isWorkingDay(last)) return []
  const says = model.say(
    {
      id: 'contest.guard.ends-on-holiday',
      defaultMessage: 'It ends on {date}, a day on which the floor does not work: nobody sees the end.',
    },
    {
      date: new Intl.DateTimeFormat(spokenLocale(model.file.floor.locale), {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }).format(last * dayMs),
    },
  )
  return [{ id: 'ends-on-holiday', says }]
}

const noScreen = ({ model, contest }: GuardParts): ContestWarning[] => {
  const { file } = model
  const isShown = file.boards.some(
    (board) => 'contest' in board && board.contest === contest.id && screensWith(file, board.id).length > 0,
  )
  if (isShown) return []
  const says = model.say({
    id: 'contest.guard.no-screen',
    defaultMessage: 'No screen shows it: put a board of it into a playlist.',
  })
  return [{ id: 'no-screen', says }]
}

const nobody = ({ model, past }: GuardParts, entrants: readonly Entrant[]): ContestWarning[] => {
  if (entrants.length < 2) {
    const says = model.say(
      {
        id: 'contest.guard.nobody',
        defaultMessage:
          '{count, plural, =0 {Nobody plays.} other {Only one plays: there is nobody to win against.}}',
      },
      { count: entrants.length },
    )
    return [{ id: 'nobody', says }]
  }
  const hasSome = Object.values(past.rows).some(
    ({ score, raw, tickets }) => (score ?? 0) !== 0 || (raw ?? 0) !== 0 || (tickets ?? 0) > 0,
  )
  if (hasSome) return []
  const says = model.say(
    {
      id: 'contest.guard.nothing',
      defaultMessage: 'In the same time before, nobody had any of it: {counts}.',
    },
    { counts: past.counts },
  )
  return [{ id: 'nobody', says }]
}

const tooShort = (
  { model, contest, occasion }: GuardParts,
  entrants: readonly Entrant[],
): ContestWarning[] => {
  const rounds = roundsOf(entrants.length)
  const days = occasion.days.to - occasion.days.from
  if (contest.win.by !== 'bracket' || occasion.isByTheClock || rounds <= days) return []
  const says = model.say(
    {
      id: 'contest.guard.too-short',
      defaultMessage:
        'A bracket of {count} has {rounds} rounds, and there are {days, plural, one {one day} other {# days}}: some rounds have none.',
    },
    { count: entrants.length, rounds, days },
  )
  return [{ id: 'too-short', says }]
}

const noPrize = ({ model, contest }: GuardParts): ContestWarning[] =>
  contest.prizes.length > 0
    ? []
    : [
        {
          id: 'no-prize',
          says: model.say({
            id: 'contest.guard.no-prize',
            defaultMessage: 'There is nothing to win. A lunch, a day off or a parking space is enough.',
          }),
        },
      ]

/** In the floor's language, what weighs most first. */
export const contestWarnings = (parts: GuardParts): readonly ContestWarning[] => {
  const entrants = entrantsOf(parts.contest, parts.occasion, parts.model, parts.occasion.from)
  return [
    ...nobody(parts, entrants),
    ...sameWinners(parts),
    ...emptyActivity(parts),
    ...outOfReach(parts, entrants),
    ...endsOnHoliday(parts),
    ...tooShort(parts, entrants),
    ...noScreen(parts),
    ...noPrize(parts),
  ]
}
