// A trend race: people or teams, each with the line they have drawn so far, and the goal's own line among them.
import type { TrendRaceBoard, TrendRaceRow, TrendRaceView } from '../../../wire/boards/trend-race-board.ts'
import type { Face, Standing } from '../../../wire/view-parts.ts'
import type { Cell } from '../../counting/counters.ts'
import type { Member, SubjectIndex } from '../../people/roster.ts'
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
import { createFaces, teamFace } from '../face.ts'
import { nameOrder } from '../name-order.ts'
import { isAttainable, rankKey } from '../rank-key.ts'
import type { TrendPoint } from '../trend.ts'
import { raceGoal } from './race-goal.ts'
import { racePoints } from './race-points.ts'

interface Racer {
  readonly id: string
  readonly name: string
  readonly subject: SubjectIndex
  faceAmong(members: readonly Member[], ms: number): Face
  readonly member: Member | null
  isListed(ms: number): boolean
  cellsOver(days: DayRange): readonly Cell[]
}

const peopleOf = (numbers: Numbers, board: TrendRaceBoard): Racer[] => {
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  const facesOf = createFaces(numbers.model.roster)
  return numbers.model.roster.people.map((member, index) => ({
    id: member.id,
    name: member.name,
    subject: member.subject,
    member,
    faceAmong: (members, ms) => facesOf(members, ms)(member, index),
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
      member: null,
      faceAmong: () => teamFace(team, index),
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

  const runOf = (racer: Racer, range: DayRange, points: readonly TrendPoint[], ms: number) => {
    const { subject } = racer
    const cells = racer.cellsOver(range)
    const value = engine.value(plan.index, cells)
    const standing: Standing = numbers.standingFor(
      plan,
      value,
      numbers.goalOf(plan, window, subject, ms),
      numbers.shareGone(window, subject, ms),
      [subject],
    )
    const totals = points.map(({ days }) =>
      days === range ? value : engine.value(plan.index, racer.cellsOver(days)),
    )
    return { racer, standing, totals, reachedAt: engine.reachedAt(plan.index, cells) ?? Number.NaN }
  }

  const compute = (ms: number): TrendRaceView => {
    const range = numbers.daysOf(window, ms)
    const today = numbers.todayAt(ms)
    const points = racePoints(range, today)
    const days = points.map(({ day }) => day)
    const [ranking, byValue] = [createRanking(order), createRanking(order)]
    /** Those without a rank stand last, in the order of their values. */
    const inOrder = (a: number, b: number): number => {
      const [isRanked, isOtherRanked] = [ranking.rankOf(a) !== null, ranking.rankOf(b) !== null]
      if (isRanked !== isOtherRanked) return isRanked ? -1 : 1
      return isRanked ? ranking.placeOf(a) - ranking.placeOf(b) : byValue.placeOf(a) - byValue.placeOf(b)
    }
    const runs = racers.flatMap((racer, index) => {
      if (!racer.isListed(ms)) return []
      return [{ ...runOf(racer, range, points, ms), index }]
    })
    const hasGoals = runs.some(({ standing }) => isAttainable(standing.goal, better))
    const show = board.show === 'attainment' && !hasGoals ? 'total' : board.show
    for (const { standing, reachedAt, index } of runs) {
      const { value, goal } = standing
      ranking.set(
        index,
        rankKey(show === 'attainment' ? show : 'value', value, goal, null, better),
        reachedAt,
      )
      byValue.set(index, rankKey('value', value, null, null, better), reachedAt)
    }
    const isJudged = numbers.awaits([plan]) === null
    const ranksOn = (day: number) =>
      ranksOf(runs.map(({ totals }) => rankKey('value', totals[day] ?? null, null, null, better)))
    const ranksByDay = show === 'rank' ? days.map((_, day) => ranksOn(day)) : []
    const pointsOf = (run: (typeof runs)[number], at: number): TrendRaceRow['points'] => {
      if (show === 'rank') return ranksByDay.map((ranks) => ranks[at] ?? null)
      if (show === 'total') return run.totals
      return run.totals.map((total) => attainmentOf(total, run.standing.goal, better))
    }
    const members = runs.flatMap(({ racer }) => racer.member ?? [])
    const rows = runs
      .map((run, at) => ({ run, points: pointsOf(run, at) }))
      .sort((a, b) => inOrder(a.run.index, b.run.index))
      .map(({ run: { racer, standing, index }, points }, place): [string, TrendRaceRow] => [
        racer.id,
        {
          place,
          rank: isJudged ? ranking.rankOf(index) : null,
          points,
          ...racer.faceAmong(members, ms),
          ...standing,
        },
      ])
    return {
      id: board.id,
      kind: 'trend-race',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, [plan]),
      awaits: numbers.awaits([plan]),
      of: board.of,
      show,
      fallback: show === board.show ? null : 'no goals',
      days: days.map(formatDay),
      over: today >= range.to,
      start: plan.additive && show !== 'rank' ? 0 : null,
      goal: isJudged
        ? raceGoal(plan, {
            show,
            goals: runs.flatMap(({ standing }) => standing.goal ?? []),
            shares: sharesOver(range, days, ms),
            totals: runs.map(({ totals }) => totals),
          })
        : null,
      rows: Object.fromEntries(rows),
    }
  }

  return { bases: plan.bases, compute }
}
