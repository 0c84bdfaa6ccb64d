// A trend race: people or teams, each with the line they have drawn so far, and the goal's own line among them.
import type { TrendRaceBoard, TrendRaceRow, TrendRaceView } from '../../../wire/boards/trend-race-board.ts'
import type { Face, Standing } from '../../../wire/view-parts.ts'
import type { Cell } from '../../counting/counters.ts'
import type { SubjectIndex } from '../../people/roster.ts'
import { attainmentOf } from '../../standing/attainment.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { createRanking } from '../../standing/ranking.ts'
import { type Day, type DayRange, formatDay } from '../../time/calendar-date.ts'
import {
  type BoardSource,
  isListed,
  lastChange,
  planOf,
  scopeName,
  selectionOf,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { faceOf, teamFace } from '../face.ts'
import { nameOrder } from '../name-order.ts'
import { rankKey } from '../rank-key.ts'
import { trendDays } from '../trend.ts'
import { raceGoal } from './race-goal.ts'

interface Racer {
  readonly id: string
  readonly name: string
  readonly subject: SubjectIndex
  readonly face: Face
  isListed(ms: number): boolean
  cellsOver(days: DayRange): readonly Cell[]
}

const peopleOf = (numbers: Numbers, board: TrendRaceBoard): Racer[] => {
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  return numbers.model.roster.people.map((member, index) => ({
    id: member.id,
    name: member.name,
    subject: member.subject,
    face: faceOf(member, index),
    isListed: (ms) => isListed(numbers, member, window, within, ms),
    cellsOver: (days) => numbers.cellsOf(member.subject, days, within),
  }))
}

const teamsOf = ({ model: { roster } }: Numbers, { scope }: TrendRaceBoard): Racer[] => {
  const parent = scope.team === undefined ? null : roster.subjectOf(scope.team)
  return roster.teams.flatMap((team, index) => {
    const { id, name, subject } = team
    const racer = {
      id,
      name,
      subject,
      face: teamFace(team, index),
      isListed: () => true,
      cellsOver: (days: DayRange) => [{ subject, days }],
    }
    return team.parent === parent ? [racer] : []
  })
}

/** Competition ranks: one more than there are better keys; null for what is unknown (NaN). */
const ranksOf = (keys: readonly number[]): readonly (number | null)[] => {
  const rankOf = new Map<number, number>()
  const known = keys.filter((key) => !Number.isNaN(key)).sort((a, b) => b - a)
  known.forEach((key, place) => {
    if (!rankOf.has(key)) rankOf.set(key, place + 1)
  })
  return keys.map((key) => rankOf.get(key) ?? null)
}

export const createTrendRaceView = (numbers: Numbers, board: TrendRaceBoard): BoardSource<TrendRaceView> => {
  const { engine, model } = numbers
  const { show } = board
  const plan = planOf(numbers, board.metric)
  const { better } = plan.metric
  const window = windowOf(board.window)
  const racers = board.of === 'people' ? peopleOf(numbers, board) : teamsOf(numbers, board)
  const order = nameOrder(racers, model.file.floor.locale)

  /** Working time over at the end of each day; of the last one, now. */
  const sharesOver = (range: DayRange, days: readonly Day[], ms: number): readonly number[] => {
    const whole = model.workingTime.daysIn(range)
    return days.map((day, at) =>
      at === days.length - 1
        ? model.workingTime.shareGone(range, numbers.zoneAt(ms), ms)
        : whole === 0
          ? 0
          : model.workingTime.daysIn({ from: range.from, to: day + 1 }) / whole,
    )
  }

  const runOf = (racer: Racer, range: DayRange, days: readonly Day[], ms: number) => {
    const { subject } = racer
    const { from, to } = range
    const cells = racer.cellsOver(range)
    const value = engine.value(plan.index, cells)
    const standing: Standing = numbers.standingFor(
      plan,
      value,
      numbers.goalOf(plan, window, subject, ms),
      numbers.shareGone(window, subject, ms),
    )
    const totals = days.map((day, at) =>
      at === days.length - 1
        ? value
        : engine.value(plan.index, racer.cellsOver({ from, to: Math.min(day + 1, to) })),
    )
    const key = rankKey(show === 'attainment' ? show : 'value', value, standing.goal, null, better)
    return { racer, standing, totals, key, reachedAt: engine.reachedAt(plan.index, cells) ?? Number.NaN }
  }

  const compute = (ms: number): TrendRaceView => {
    const range = numbers.daysOf(window, ms)
    const today = numbers.todayAt(ms)
    const days = trendDays(range, today)
    const ranking = createRanking(order)
    const runs = racers.flatMap((racer, index) => {
      if (!racer.isListed(ms)) return []
      const run = runOf(racer, range, days, ms)
      ranking.set(index, run.key, run.reachedAt)
      return [{ ...run, index }]
    })
    const ranksOn = (day: number) =>
      ranksOf(runs.map(({ totals }) => rankKey('value', totals[day] ?? null, null, null, better)))
    const ranksByDay = show === 'rank' ? days.map((_, day) => ranksOn(day)) : []
    const pointsOf = (run: (typeof runs)[number], at: number): TrendRaceRow['points'] => {
      if (show === 'rank') return ranksByDay.map((ranks) => ranks[at] ?? null)
      if (show === 'total') return run.totals
      return run.totals.map((total) => attainmentOf(total, run.standing.goal, better))
    }
    const rows = runs
      .map((run, at) => ({ run, points: pointsOf(run, at) }))
      .sort((a, b) => ranking.placeOf(a.run.index) - ranking.placeOf(b.run.index))
      .map(({ run: { racer, standing, index }, points }, place): [string, TrendRaceRow] => [
        racer.id,
        { place, rank: ranking.rankOf(index), points, ...racer.face, ...standing },
      ])
    return {
      id: board.id,
      kind: 'trend-race',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, [plan]),
      of: board.of,
      show,
      days: days.map(formatDay),
      over: today >= range.to,
      start: plan.additive && show !== 'rank' ? 0 : null,
      goal: raceGoal(plan, {
        show,
        goals: runs.flatMap(({ standing }) => standing.goal ?? []),
        shares: sharesOver(range, days, ms),
        totals: runs.map(({ totals }) => totals),
      }),
      rows: Object.fromEntries(rows),
    }
  }

  return { bases: plan.bases, compute }
}
