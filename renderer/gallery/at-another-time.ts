// A board on the first day of its window, and when everybody has reached their goal: values are moved to another time, and
// whatever follows from them is worked out anew, as a feed does, so that no state of the gallery contradicts itself.
import { rhythmOf } from '../../shared/domain/boards/countdown-ask/rhythm.ts'
import { tugOf } from '../../shared/domain/boards/head-to-head/tug.ts'
import { coverageOf } from '../../shared/domain/boards/results/coverage.ts'
import { askOf } from '../../shared/domain/boards/team-ask.ts'
import { attainmentOf, paceOf, shareDue, stateOf } from '../../shared/domain/standing/attainment.ts'
import type { BoardKind, ViewOf } from '../../shared/wire/boards.ts'
import type { BoardView } from '../../shared/wire/view.ts'
import type { Standing, Trend, ViewMetric, ViewWindow } from '../../shared/wire/view-parts.ts'

type Judged = Pick<ViewMetric, 'unit' | 'better'>

interface Time {
  /** Of the working time, 0 to 1. */
  readonly gone: number
  /** Working days of a month or a quarter, and those left, today included. */
  daysOf(all: number): { readonly all: number; readonly left: number }
  /** A value at that time; `nth` counts the standings that are moved. */
  valueOf(standing: Standing, metric: Judged, nth: number): number | null
  windowOf(window: ViewWindow): ViewWindow
}

/** What comes together bit by bit: of anything else a first day is as good as any. */
const adds = ({ unit, better }: Judged): boolean =>
  better === 'higher' && (unit === 'money' || unit === 'count' || unit === 'points')

const standingAt = (
  { gone }: Time,
  metric: Judged,
  value: number | null,
  goal: Standing['goal'],
): Standing => {
  const pace = paceOf(goal, shareDue(gone), adds(metric), metric.better)
  return {
    value,
    goal,
    attainment: attainmentOf(value, goal, metric.better),
    pace,
    state: stateOf(value, goal, pace, metric.better),
  }
}

/** Each standing it is given, at that time. */
const moverTo = (time: Time) => {
  let next = 0
  return (standing: Standing, metric: Judged): Standing =>
    standingAt(time, metric, time.valueOf(standing, metric, next++), standing.goal)
}
const aheadOf = ({ value, pace, state }: Standing): number | null =>
  value === null || pace === null || state === null ? null : value - pace

/** The working days of the two windows that the gallery's boards begin with. */
const workingDays = (window: ViewWindow): number | undefined =>
  / of 30$/.test(window.progress) ? 20 : / of 92$/.test(window.progress) ? 64 : undefined

const thousand = 100_000
const firstDay: Time = {
  gone: 0,
  daysOf: (all) => ({ all, left: all }),
  // Half of them have nothing yet: the others have a hundredth, in whole hundreds of dollars and in whole pieces.
  valueOf: ({ value }, metric, nth) => {
    if (value === null || !adds(metric)) return value
    if (nth % 4 === 1 || nth % 4 === 2) return 0
    return metric.unit === 'money'
      ? Math.round(value / thousand / 10) * (thousand / 10)
      : Math.round(value / (value < 50 ? 10 : 50))
  },
  windowOf: (window) => {
    const days = workingDays(window)
    const progress = window.progress
      .replace(/^day \d+ of/, 'day 1 of')
      .replace(/^working day \d+ of/, 'working day 1 of')
    return { ...window, progress, ...(days !== undefined && { begins: days }) }
  },
}

/** Of the working time, on the afternoon of the ordinary states. */
const goneByNow = 0.56

/** How far beyond their goals people are, by turns: nobody is level by chance. */
const beyond = [1.42, 1.31, 1.36, 1.22, 1.29, 1.34, 1.25, 1.38]
const allOver: Time = {
  gone: goneByNow,
  daysOf: (all) => ({ all, left: Math.round(all * (1 - goneByNow)) }),
  valueOf: ({ value, goal }, { unit, better }, nth) => {
    if (goal === null || value === null) return value
    if (better === 'lower') return Math.min(value, Math.floor(goal * 0.8))
    const over = Math.max(value, goal * (beyond[nth % beyond.length] ?? 1))
    return unit === 'percent'
      ? over
      : unit === 'money'
        ? Math.round(over / thousand) * thousand
        : Math.ceil(over)
  },
  windowOf: (window) => window,
}

type Rows<Row> = Readonly<Record<string, Row>>
const mapRows = <Row, To>(rows: Rows<Row>, change: (row: Row, id: string) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, change(row, id)]))
const sumOf = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

/** The most first; equal ones stay in their order, and share a rank where rows have one. */
const byValue = <Row extends { readonly value: number | null; readonly place: number }>(
  rows: Rows<Row>,
): Record<string, Row> => {
  const ordered = Object.entries(rows).sort(
    ([, a], [, b]) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.place - b.place,
  )
  const rankOf = ({ value }: Row) =>
    value === null ? null : 1 + ordered.filter(([, other]) => (other.value ?? -Infinity) > value).length
  return Object.fromEntries(
    ordered.map(([id, row], place) => [id, { ...row, place, ...('rank' in row && { rank: rankOf(row) }) }]),
  )
}

/** The line to a value: one point on a first day, else the same story with another end. */
const trendTo = (time: Time, trend: Trend, from: number | null, to: number | null): Trend =>
  time === firstDay
    ? [to]
    : trend.map((point) => (point === null || !from || to === null ? point : (point * to) / from))

const atGoalOf = (standings: readonly Standing[]) => ({
  atGoal: standings.filter(({ state }) => state === 'reached').length,
  withGoal: standings.filter(({ goal }) => goal !== null).length,
})

const leaderboardAt = (view: ViewOf<'leaderboard'>, time: Time): BoardView => {
  const move = moverTo(time)
  const { metric, pair, team, latest } = view
  const rows = byValue(
    mapRows(view.rows, (row) => ({ ...row, ...move(row, metric), climbed: 0, improvement: null })),
  )
  const [best] = Object.values(rows)
  const segments = Object.entries(rows).map(([id, { hue, value }]) => ({ id, hue, value: value ?? 0 }))
  const whole = team && standingAt(time, metric, sumOf(segments.map(({ value }) => value)), team.goal)
  const held = pair && byValue(mapRows(pair.rows, (row) => ({ ...row, ...move(row, pair.metric) })))
  const begins = time === firstDay
  return {
    ...view,
    rows,
    pair: pair &&
      held && { ...pair, window: time.windowOf(pair.window), rows: held, ...atGoalOf(Object.values(held)) },
    team: team && whole && { ...team, ...whole, ahead: aheadOf(whole), segments },
    latest:
      begins && latest && best ? { ...latest, rep: best.name, amount: best.value ?? latest.amount } : latest,
    ...(begins && { last: { period: 'Q3', rep: 'Priya Raman', value: 412 * thousand } }),
  }
}

const raceAt = (view: ViewOf<'trend-race'>, time: Time): BoardView => {
  const move = moverTo(time)
  const begins = time === firstDay
  const rows = byValue(
    mapRows(view.rows, (row) => {
      const moved = move(row, view.metric)
      return { ...row, ...moved, points: trendTo(time, row.points, row.value, moved.value) }
    }),
  )
  const days = begins ? view.days.slice(0, 1) : view.days
  const { goal } = view
  const [due] = goal?.points ?? []
  return {
    ...view,
    days,
    rows,
    goal: goal && begins && due !== undefined ? { ...goal, pace: due, points: [due] } : goal,
  }
}

const headToHeadAt = (view: ViewOf<'head-to-head'>, time: Time): BoardView => {
  const move = moverTo(time)
  const rows = mapRows(view.rows, (row) => {
    const [left, right] = [move(row.left, row.metric), move(row.right, row.metric)]
    const tug = tugOf(left.value, right.value, row.metric.better)
    return {
      ...row,
      window: time.windowOf(row.window),
      left,
      right,
      share: tug?.share ?? null,
      leads: tug?.leads ?? null,
    }
  })
  const wonBy = (side: 'left' | 'right') => Object.values(rows).filter(({ leads }) => leads === side).length
  return {
    ...view,
    rows,
    left: { ...view.left, won: wonBy('left') },
    right: { ...view.right, won: wonBy('right') },
  }
}

const countdownAt = (view: ViewOf<'countdown-ask'>, time: Time): BoardView => {
  const moved = moverTo(time)(view, view.metric)
  const days = view.days && time.daysOf(view.days.all)
  const { value, goal } = moved
  const left = value === null || goal === null || view.metric.better === 'lower' ? null : goal - value
  const ask = askOf(left, view.ask?.people ?? 0, days?.left ?? null, view.metric.unit)
  const gone = days === null ? 0 : days.all - days.left
  return {
    ...view,
    ...moved,
    ahead: aheadOf(moved),
    days,
    ask,
    rhythm: ask && rhythmOf(left, days?.left ?? null, view.metric.unit),
    soFarADay: value === null || gone === 0 ? null : value / gone,
  }
}

const teamGoalAt = (view: ViewOf<'team-goal'>, time: Time): BoardView => {
  const move = moverTo(time)
  const { metric, pair } = view
  // Everybody's part of a goal that is reached is as much larger as the whole.
  const factor = time === firstDay ? 1 : (1.1 * (view.goal ?? 0)) / (view.value ?? 1)
  const rows = byValue(
    mapRows(view.rows, (row) => {
      const part = { ...row, goal: null, attainment: null, pace: null, state: null }
      const value = time === firstDay ? move(part, metric).value : Math.round(row.value * factor)
      return { ...row, value: value ?? 0 }
    }),
  )
  const added = Object.fromEntries(Object.entries(rows).filter(([, { value }]) => value > 0))
  const value = sumOf(Object.values(added).map((row) => row.value))
  const whole = standingAt(time, metric, value, view.goal)
  const workingDaysLeft = view.workingDays === null ? null : time.daysOf(64).left
  return {
    ...view,
    ...whole,
    ahead: aheadOf(whole),
    rows: added,
    others: null,
    ask: askOf(
      view.goal === null ? null : view.goal - value,
      view.ask?.people ?? 0,
      workingDaysLeft,
      metric.unit,
    ),
    workingDays: workingDaysLeft,
    thresholds: view.thresholds.map((each) => ({ ...each, reached: value >= each.at })),
    pair: pair && { ...pair, window: time.windowOf(pair.window), ...move(pair, pair.metric) },
  }
}

const teamProgressAt = (view: ViewOf<'team-progress'>, time: Time): BoardView => {
  const move = moverTo(time)
  return {
    ...view,
    rows: mapRows(view.rows, (row) => {
      const moved = move(row, view.metric)
      return {
        ...row,
        ...moved,
        ahead: aheadOf(moved),
        projected: null,
        trend: trendTo(time, row.trend, row.value, moved.value),
        inputs: row.inputs.map(({ value }, at) => {
          const of = view.inputs[at] ?? view.metric
          const bare = { value, goal: null, attainment: null, pace: null, state: null }
          return { value: of.unit === 'days' ? value : move(bare, of).value }
        }),
      }
    }),
  }
}

const birdsEyeAt = (view: ViewOf<'birds-eye'>, time: Time): BoardView => {
  const move = moverTo(time)
  const projected = (value: number | null) =>
    time === firstDay || value === null ? null : Math.round(value / time.gone)
  const rows = mapRows(view.rows, (row) => {
    const moved = move(row, row.metric)
    return {
      ...row,
      ...moved,
      ahead: aheadOf(moved),
      projected: projected(moved.value),
      trend: trendTo(time, row.trend, row.value, moved.value),
      reach: time === firstDay ? 1 / 92 : time.gone,
      inputs: row.inputs.map((input) => ({ ...input, ...move(input, input.metric) })),
    }
  })
  const value = sumOf(
    Object.values(rows)
      .filter(({ metric }) => metric.id === view.metric.id)
      .map((row) => row.value),
  )
  const whole = standingAt(time, view.metric, value, view.headline.goal)
  const headline = { ...view.headline, ...whole, ahead: aheadOf(whole), projected: projected(value) }
  return { ...view, headline, rows }
}

const resultsAt = (view: ViewOf<'results'>, time: Time): BoardView => {
  const move = moverTo(time)
  const outlook = (standing: Standing, due: number | null) => ({
    ...standing,
    due,
    ...coverageOf(standing, due, view.enough),
  })
  const currentOf = (before: typeof view.total.current) => {
    const moved = move(before, view.metric)
    // What was won meanwhile was due then.
    const due =
      before.due === null ? null : before.due + Math.max(0, (before.value ?? 0) - (moved.value ?? 0))
    return outlook(moved, due)
  }
  const rows = mapRows(view.rows, (row) => ({
    ...row,
    current: currentOf(row.current),
  }))
  const { current } = view.total
  const value = sumOf(Object.values(rows).map((row) => row.current.value))
  return {
    ...view,
    rows,
    total: {
      ...view.total,
      current: outlook(
        standingAt(time, view.metric, value, current.goal),
        sumOf(Object.values(rows).map((row) => row.current.due)),
      ),
    },
  }
}

const spotlightAt = (view: ViewOf<'spotlight'>, time: Time): BoardView => ({
  ...view,
  rows: mapRows(view.rows, (row) => {
    const move = moverTo(time)
    const goals = row.goals.map((goal, at) => {
      const of = view.metrics[at]?.metric
      return of ? move(goal, of) : goal
    })
    // Of a first day nothing can be said beside one's own past, and the latest win was before it.
    const earlierWin = row.win && { ...row.win, at: row.win.at - 5 * 86_400_000 }
    return time === firstDay ? { ...row, goals, gain: null, win: earlierWin } : { ...row, goals }
  }),
  metrics: view.metrics.map((each) => ({ ...each, window: time.windowOf(each.window) })),
})

const accountabilityAt = (view: ViewOf<'accountability'>, time: Time): BoardView => {
  const move = moverTo(time)
  const rows = mapRows(view.rows, (row) => ({
    ...row,
    cells: row.cells.map((cell, at) =>
      move(cell, view.columns[at]?.metric ?? { unit: 'count', better: 'higher' }),
    ),
  }))
  const cellsAt = (at: number) => Object.values(rows).flatMap(({ cells }) => cells[at] ?? [])
  return {
    ...view,
    rows,
    columns: view.columns.map((column, at) => ({ ...column, ...atGoalOf(cellsAt(at)) })),
  }
}

const formulaAt = (view: ViewOf<'formula'>, time: Time): BoardView => {
  const move = moverTo(time)
  const metricAt = (at: number): Judged => view.columns[at]?.metric ?? { unit: 'count', better: 'higher' }
  const rows = mapRows(view.rows, (row) => ({
    ...row,
    cells: row.cells.map((cell, at) => move(cell, metricAt(at))),
  }))
  const columns = view.columns.map((column, at) => {
    const planned = Object.values(rows)
      .flatMap(({ cells }) => cells[at] ?? [])
      .filter(({ goal }) => goal !== null)
    const value = sumOf(planned.map((cell) => cell.value))
    return {
      ...column,
      team: standingAt(time, column.metric, value, column.team.goal),
      ...atGoalOf(planned),
    }
  })
  const [first] = columns
  return {
    ...view,
    rows,
    columns,
    reached: first !== undefined && first.withGoal > 1 && first.atGoal === first.withGoal,
  }
}

const overTheLineAt = (view: ViewOf<'over-the-line'>, time: Time): BoardView =>
  time === firstDay
    ? { ...view, rows: {}, nearest: null }
    : { ...view, withGoal: Object.keys(view.rows).length, nearest: null }

/** Null for boards that look the same on any day: what stands now, the latest, words, the clock. */
const drawnAt: { readonly [K in BoardKind]: ((view: ViewOf<K>, time: Time) => BoardView) | null } = {
  accountability: accountabilityAt,
  announcement: null,
  award: null,
  'birds-eye': birdsEyeAt,
  calm: null,
  contest: null,
  'countdown-ask': countdownAt,
  exceptions: null,
  formula: formulaAt,
  'from-the-top': null,
  funnel: null,
  'hall-of-fame': null,
  'head-to-head': headToHeadAt,
  hygiene: null,
  improved: null,
  leaderboard: leaderboardAt,
  'over-the-line': overTheLineAt,
  results: resultsAt,
  spotlight: spotlightAt,
  'team-goal': teamGoalAt,
  'team-progress': teamProgressAt,
  thanks: null,
  'trend-race': raceAt,
  wins: null,
}

const at = <K extends BoardKind>(view: ViewOf<K>, time: Time): BoardView | null =>
  drawnAt[view.kind]?.(view, time) ?? null

const movedTo = (view: BoardView, time: Time): BoardView | null => {
  const moved = at(view, time)
  if (moved === null) return null
  const dated = { ...moved, window: time.windowOf(view.window) }
  // The week of a quarter's first day is another one.
  return time === firstDay
    ? JSON.parse(JSON.stringify(dated).replaceAll('Week of Nov 16', 'Week of Sep 28'))
    : dated
}

/** On its window's first day, before anything is due. */
export const firstDayOf = (view: BoardView): BoardView | null => movedTo(view, firstDay)

/** On the day of the ordinary states, where everybody has reached their goal already. */
export const allOverOf = (view: BoardView): BoardView | null => movedTo(view, allOver)
