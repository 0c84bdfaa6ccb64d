// What has moved since the floor's day began: goals that were passed, who leads now, the biggest deal, how far teams got.
// Of what the floor's walls show, so that whoever may look at the wall may see it.
import type { Move, MovedAnswer } from '../../wire/moved.ts'
import { parseWindow, type WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { bringsMoney } from '../counting/recent-wins.ts'
import type { SubjectIndex } from '../people/roster.ts'
import { attainmentOf, reaches } from '../standing/attainment.ts'
import { everybody, type Numbers, type Selection } from '../standing/numbers.ts'
import { intersect } from '../time/calendar-date.ts'
import { createFormat, type Format } from '../words/format.ts'
import { planOf, selectionOf } from './board-head.ts'

/** More than these nobody reads. */
const mostMoves = 6
const mostGoals = 3
/** A team that moved less than a hundredth of its goal has not moved. */
const leastProgress = 0.01

interface Watched {
  readonly plan: MetricPlan
  readonly window: WindowSpec
  readonly within: Selection
  /** Whether its rows are people in the order of their values. */
  readonly ranksPeople: boolean
}

/** What boards for everybody show, of what adds up and should be high, in a period that runs. */
const watchedOf = (numbers: Numbers): readonly Watched[] => {
  const seen = new Map<string, Watched>()
  for (const board of numbers.model.file.boards) {
    if (board.audience !== 'floor' || !('metric' in board) || !('window' in board)) continue
    if (board.metric === undefined || board.window === undefined) continue
    const [plan, window] = [planOf(numbers, board.metric), parseWindow(board.window)]
    if (!plan.additive || plan.metric.better !== 'higher') continue
    if (window?.kind !== 'period' || window.offset !== 0) continue
    const ranksPeople = board.kind === 'leaderboard' && board.by === undefined && board.rankBy === 'value'
    const within = selectionOf(numbers, board.scope)
    const key = JSON.stringify([plan.index, window, within, ranksPeople])
    if (!seen.has(key)) seen.set(key, { plan, window, within, ranksPeople })
  }
  return [...seen.values()]
}

interface Change {
  /** When the day began. */
  readonly before: number
  readonly now: number
}

/**
 * The moves of the floor's day at an instant, epoch ms, at most six: goals first, the longest window first, then who
 * leads, the biggest deal of the day, and the team that got farthest. By the floor's own date: a fact that is dated before
 * it was there when the day began, however late it came. Nothing before the first fact, and while history comes in.
 */
export const answerMoved = (floorNumbers: Numbers, ms: number): MovedAnswer => {
  const numbers = floorNumbers.about([])
  const { engine, model } = numbers
  const { roster, calendar } = model
  const today = numbers.todayAt(ms)
  const since = numbers.zoneAt(ms).reachesAt(today, 0)
  const watched = watchedOf(numbers)
  const awaits = numbers.awaits(watched.map(({ plan }) => plan))
  if (awaits !== null) return { awaits, since, moves: [] }
  const format = createFormat(model.file.floor)

  const changeOf = ({ plan, window, within }: Watched, subject: SubjectIndex): Change => {
    const days = numbers.daysOf(window, ms)
    const past = intersect(days, { from: Number.NEGATIVE_INFINITY, to: today })
    const valueIn = (range: typeof days) =>
      range.from < range.to ? engine.value(plan.index, numbers.cellsOf(subject, range, within)) : 0
    return { before: valueIn(past) ?? 0, now: valueIn(days) ?? 0 }
  }
  const aboutOf = ({ plan, window }: Watched) => ({
    metric: plan.metric.name,
    window: calendar.label(window, today),
  })
  const lengthOf = ({ window }: Watched): number => {
    const { from, to } = numbers.daysOf(window, ms)
    return to - from
  }

  const asked = new Map(
    watched.map((each) => [JSON.stringify([each.plan.index, each.window]), { ...each, within: everybody }]),
  )
  const longestFirst = [...asked.values()].sort((a, b) => lengthOf(b) - lengthOf(a))

  const goalMoves = (subjects: readonly SubjectIndex[], isTeam: boolean): readonly Move[] =>
    longestFirst.flatMap((each) =>
      subjects.flatMap((subject): Move[] => {
        const goal = numbers.goalOf(each.plan, each.window, subject, ms)
        if (goal === null || goal <= 0) return []
        const { before, now } = changeOf(each, subject)
        if (reaches(before, goal, 'higher') || !reaches(now, goal, 'higher')) return []
        const goalWords = format.value(goal, each.plan.metric.unit)
        return [{ what: 'goal', who: roster.nameOf(subject), isTeam, goalWords, ...aboutOf(each) }]
      }),
    )

  const people = roster.people.map(({ subject }) => subject)
  const teams = roster.teams.map(({ subject }) => subject)
  const leads = watched
    .filter(({ ranksPeople }) => ranksPeople)
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .flatMap((each) => leadMove(each, people, format, numbers, changeOf, aboutOf) ?? [])
  const moves = [
    ...[...goalMoves(teams, true), ...goalMoves(people, false)].slice(0, mostGoals),
    ...leads.slice(0, 1),
    ...biggestWin(numbers, format, ms),
    ...teamProgress(longestFirst, teams, numbers, format, ms, changeOf, aboutOf),
  ]
  return { awaits: null, since, moves: moves.slice(0, mostMoves) }
}

type ChangeOf = (watched: Watched, subject: SubjectIndex) => Change
type AboutOf = (watched: Watched) => { readonly metric: string; readonly window: string }

/** Who leads alone; null where nobody has anything, or two are level: then the order of the rows decides, not the value. */
const leaderOf = (values: readonly (readonly [SubjectIndex, number])[]): SubjectIndex | null => {
  const most = Math.max(0, ...values.map(([, value]) => value))
  const leaders = values.filter(([, value]) => value === most)
  const [leader] = leaders
  return most > 0 && leaders.length === 1 && leader ? leader[0] : null
}

const leadMove = (
  watched: Watched,
  people: readonly SubjectIndex[],
  format: Format,
  { model }: Numbers,
  changeOf: ChangeOf,
  aboutOf: AboutOf,
): Move | null => {
  const changes = people.map((subject) => [subject, changeOf(watched, subject)] as const)
  const before = leaderOf(changes.map(([subject, change]) => [subject, change.before]))
  const now = leaderOf(changes.map(([subject, change]) => [subject, change.now]))
  if (before === null || now === null || before === now) return null
  const value = changes.find(([subject]) => subject === now)?.[1].now ?? 0
  return {
    what: 'first',
    who: model.roster.nameOf(now),
    before: model.roster.nameOf(before),
    valueWords: format.value(value, watched.plan.metric.unit),
    ...aboutOf(watched),
  }
}

/** Of equals, the one that closed first. One for which the source gave a date only counts from that day on. */
const biggestWin = (numbers: Numbers, format: Format, ms: number): readonly Move[] => {
  const today = numbers.todayAt(ms)
  const won = numbers.engine.wonDeals.recent
    .all()
    .filter((win) => win.closedOn === today && (win.wholeDay || win.at <= ms) && bringsMoney(win))
    .filter(({ amountMinor }) => amountMinor !== null)
  const biggest = won.reduce<(typeof won)[number] | null>(
    (most, win) => (most === null || (win.amountMinor ?? 0) >= (most.amountMinor ?? 0) ? win : most),
    null,
  )
  if (biggest === null) return []
  return [
    {
      what: 'win',
      who: numbers.model.roster.nameOf(biggest.subject),
      account: biggest.account,
      amountWords: format.value(biggest.amountMinor, 'money'),
      at: biggest.wholeDay ? null : biggest.at,
    },
  ]
}

/** The team that got farthest on its way to a goal in the longest window; one that has passed it is told as a goal. */
const teamProgress = (
  longestFirst: readonly Watched[],
  teams: readonly SubjectIndex[],
  numbers: Numbers,
  format: Format,
  ms: number,
  changeOf: ChangeOf,
  aboutOf: AboutOf,
): readonly Move[] => {
  for (const each of longestFirst) {
    const steps = teams.flatMap((subject) => {
      const goal = numbers.goalOf(each.plan, each.window, subject, ms)
      const { before, now } = changeOf(each, subject)
      const from = attainmentOf(before, goal, 'higher')
      const to = attainmentOf(now, goal, 'higher')
      if (from === null || to === null || to >= 1 || to - from < leastProgress) return []
      return [{ subject, from, to }]
    })
    const farthest = steps.sort((a, b) => b.to - b.from - (a.to - a.from))[0]
    if (farthest)
      return [
        {
          what: 'team',
          who: numbers.model.roster.nameOf(farthest.subject),
          fromWords: format.attainment(farthest.from),
          toWords: format.attainment(farthest.to),
          ...aboutOf(each),
        },
      ]
  }
  return []
}
