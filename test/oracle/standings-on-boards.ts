// What boards of standings must show: everybody's value, goal, pace, state and rank in the one period of the heading.
import type { BoardKind, BoardOf } from '../../shared/wire/boards.ts'
import type { Metric } from '../../shared/wire/floor.ts'
import type { Standing } from '../../shared/wire/view-parts.ts'
import type { WindowSpec } from '../../shared/wire/window.ts'
import { type Dates, dayWorked, holds, plus } from './calendar.ts'
import { isAdditive } from './goals.ts'
import { improvementOn } from './improvement.ts'
import type { Person } from './people.ts'
import { nobodyIn, type Sight, specOf } from './period.ts'
import { standingOf } from './standing.ts'
import type { Filter, Parts } from './values.ts'
import { amountByField, rowsByField } from './values-by-field.ts'

/** A part of the view, as far as it is checked; `rows` has every row. */
export type Expected<K extends BoardKind> = (board: BoardOf<K>, sight: Sight) => object

export const filterOf = ({ scope }: { readonly scope: BoardOf<BoardKind>['scope'] }): Filter => ({
  team: scope.team ?? null,
  role: scope.role ?? null,
})

export const heading = (sight: Sight, window: WindowSpec): object => {
  const { from, to } = sight.dates(window)
  return { start: from, end: to }
}

export const byId = <T>(people: readonly Person[], rowOf: (person: Person) => T): Record<string, T> =>
  Object.fromEntries(people.map((person) => [person.id, rowOf(person)]))

const byTeam = <T>(teams: readonly string[], rowOf: (team: string) => T): Record<string, T> =>
  Object.fromEntries(teams.map((team) => [team, rowOf(team)]))

/** The one metric of a board, in its window, of its people. */
const asked = (
  sight: Sight,
  board: { readonly metric: string; readonly window: string; readonly scope: BoardOf<BoardKind>['scope'] },
) => ({
  metric: sight.values.metricOf(board.metric),
  window: specOf(board.window),
  filter: filterOf(board),
})

/** The metric beside it. */
const pairOf = (
  sight: Sight,
  board: {
    readonly window: string
    readonly pair?: { readonly metric: string; readonly window?: string | undefined } | undefined
  },
) =>
  board.pair && {
    metric: sight.values.metricOf(board.pair.metric),
    window: specOf(board.pair.window ?? board.window),
  }

const ofEach = (
  sight: Sight,
  metric: Metric,
  window: WindowSpec,
  people: readonly Person[],
  filter: Filter,
): Record<string, Standing> => byId(people, (person) => sight.ofPerson(metric, window, person, filter))

/** Several teams together, each counting what its people share once. */
const partsOf =
  (sight: Sight, teams: readonly (string | null)[], dates: Dates): Parts =>
  (base) =>
    teams.flatMap((team) => sight.values.teamParts(team, dates)(base))

const teamsBelow = ({ file }: Sight, parent: string | null): readonly string[] =>
  file.teams.filter((team) => (team.parent ?? null) === parent).map(({ id }) => id)

/** Why nothing is claimed yet; null where the past is in and any of the metrics has been heard of. */
export const awaits = (sight: Sight, metrics: readonly string[]): 'first fact' | 'history' | null => {
  if (metrics.length === 0) return null
  if (sight.values.historyComing) return 'history'
  return metrics.some((id) => sight.values.isHeard(sight.values.metricOf(id))) ? null : 'first fact'
}

/** What ranks: the more the better. */
type Key = (standing: Standing) => number | null

const byValue =
  ({ better }: Metric): Key =>
  ({ value }) =>
    value === null || better === 'higher' ? value : -value

/** Of a goal of 0 there is no share; where lower is better, nothing beats nothing. */
const byAttainment =
  ({ better }: Metric): Key =>
  ({ value, goal }) => {
    if (value === null || goal === null) return null
    if (better === 'higher') return goal === 0 ? null : value / goal
    if (value > 0) return goal / value
    return value <= goal ? Number.POSITIVE_INFINITY : null
  }

/** By attainment only where somebody has a goal that gives a share. */
const isByValue = (asked: string, { better }: Metric, all: readonly Standing[]): boolean =>
  asked !== 'attainment' || !all.some(({ goal }) => goal !== null && (better === 'lower' || goal !== 0))

/** Nobody is ranked before anything is heard of a metric. */
const rankBy =
  (sight: Sight, metric: Metric, keyOf: Key, all: readonly Standing[]) =>
  (standing: Standing): number | null => {
    const key = keyOf(standing)
    if (key === null || !sight.values.isHeard(metric)) return null
    return 1 + all.filter((other) => (keyOf(other) ?? Number.NEGATIVE_INFINITY) > key).length
  }

const reached = (all: readonly Standing[]): number => all.filter(({ state }) => state === 'reached').length
const withGoal = (all: readonly Standing[]): number => all.filter(({ goal }) => goal !== null).length
const isUnjudged = ({ goal, pace }: Standing): boolean => goal !== null && pace === null
const judged = (all: readonly Standing[]): readonly Standing[] => all.filter((each) => !isUnjudged(each))

/** What somebody is ranked by. */
interface Figures {
  readonly person: Person
  readonly standing: Standing
  readonly improvement: number | null
  /** When the last thing that counted happened. */
  readonly reached: number | null
}

const noStanding: Standing = { value: null, goal: null, attainment: null, pace: null, state: null }

/** By value where nobody has what it ranks by. */
const rankedBy = (
  asked: BoardOf<'leaderboard'>['rankBy'],
  metric: Metric,
  all: readonly Figures[],
): { readonly rankBy: string; readonly fallback: string | null } => {
  const standings = all.map(({ standing }) => standing)
  if (asked === 'attainment' && isByValue(asked, metric, standings))
    return { rankBy: 'value', fallback: 'no goals' }
  if (asked === 'improvement' && !all.some(({ improvement }) => improvement !== null))
    return { rankBy: 'value', fallback: 'no past' }
  return { rankBy: asked, fallback: null }
}

/** Those who rank, then the others by value; of equal ones who reached it first, then by name. */
const inPlaces = (
  sight: Sight,
  metric: Metric,
  all: readonly Figures[],
  keyOf: (figures: Figures) => number | null,
): readonly Figures[] => {
  const collator = new Intl.Collator(sight.file.floor.locale)
  const lastFirst = (key: number | null): number => key ?? Number.NEGATIVE_INFINITY
  const compare = (a: Figures, b: Figures): number => {
    const [keyA, keyB] = [keyOf(a), keyOf(b)]
    if ((keyA === null) !== (keyB === null)) return keyA === null ? 1 : -1
    const [orderA, orderB] =
      keyA === null
        ? [byValue(metric)(a.standing), byValue(metric)(b.standing)].map(lastFirst)
        : [keyA, lastFirst(keyB)]
    if (orderA !== orderB) return (orderA ?? 0) > (orderB ?? 0) ? -1 : 1
    const [reachedA, reachedB] = [a, b].map(({ reached }) => reached ?? Number.MAX_VALUE)
    if (reachedA !== reachedB) return (reachedA ?? 0) - (reachedB ?? 0)
    return collator.compare(a.person.name, b.person.name) || (a.person.id < b.person.id ? -1 : 1)
  }
  return [...all].sort(compare)
}

/** The values of a field: each with its rank and the places that it climbed today. */
const leaderboardByField = (board: BoardOf<'leaderboard'>, field: string, sight: Sight): object => {
  const { file, values, today } = sight
  const window = specOf(board.window)
  const team = board.scope.team ?? null
  const dates = sight.dates(window)
  const selection = { metric: board.metric, field, team, dates }
  const isHeard = values.isHeard(values.metricOf(board.metric))
  const isLater = holds(dates, today) && (dates.from === null || dates.from < today)
  const before = isLater ? rowsByField(file, values, { ...selection, dates: { ...dates, to: today } }) : []
  const rows = rowsByField(file, values, selection)
  const pair = board.pair && {
    metric: board.pair.metric,
    field,
    team,
    dates: sight.dates(specOf(board.pair.window ?? board.window)),
  }
  const byKey = <T>(rowOf: (row: (typeof rows)[number], place: number) => T): Record<string, T> =>
    Object.fromEntries(rows.map((row, place) => [`=${row.subject}`, rowOf(row, place)]))
  return {
    window: heading(sight, window),
    awaits: awaits(sight, [board.metric, ...(board.pair ? [board.pair.metric] : [])]),
    rankBy: 'value',
    by: { gathered: rows.some(({ subject }) => subject === '') ? ['='] : [] },
    rows: byKey(({ subject, ...row }, place) => {
      const rank = isHeard ? row.rank : null
      const earlier = before.find((other) => other.subject === subject)?.rank ?? null
      return { ...row, rank, place, climbed: rank === null || earlier === null ? 0 : earlier - rank }
    }),
    pair: pair
      ? { rows: byKey(({ subject }) => ({ value: amountByField(values, pair, subject), goal: null })) }
      : null,
    team: sight.ofTeam(
      values.metricOf(board.metric),
      window,
      board.goalOf === 'org' ? null : (board.goalOf ?? team),
    ),
  }
}

export const leaderboard: Expected<'leaderboard'> = (board, sight) => {
  if (board.by !== undefined) return leaderboardByField(board, board.by, sight)
  const [metric, window, filter] = [
    sight.values.metricOf(board.metric),
    specOf(board.window),
    filterOf(board),
  ]
  const listed = sight.listed(window, filter)
  const all = listed.map((person) => sight.ofPerson(metric, window, person, filter))
  const pair = board.pair && {
    metric: sight.values.metricOf(board.pair.metric),
    window: specOf(board.pair.window ?? board.window),
  }
  const pairRows = pair && byId(listed, (person) => sight.ofPerson(pair.metric, pair.window, person, filter))
  const pairs = Object.values(pairRows ?? {})
  const dates = sight.dates(window)
  const isToday = holds(dates, sight.today)
  const figuresIn = (person: Person, among: Dates, standing: Standing): Figures => {
    const parts = sight.values.personParts(person.id, among, filter)
    const value = among === dates ? standing.value : sight.values.valueFrom(metric.id, parts)
    const improvement =
      board.rankBy === 'improvement' ? improvementOn(sight, metric, window, person, filter, value) : null
    const reached = sight.values.reachedAt(metric.id, [parts])
    return { person, standing: { ...standing, value }, improvement, reached }
  }
  const now = listed.map((person, at) => figuresIn(person, dates, all[at] ?? noStanding))
  const by = rankedBy(board.rankBy, metric, now)
  const keyOf = ({ standing, improvement }: Figures): number | null => {
    if (by.rankBy === 'attainment') return byAttainment(metric)(standing)
    return byValue(metric)(by.rankBy === 'value' ? standing : { ...standing, value: improvement })
  }
  const rankAmong = (some: readonly Figures[], key: number | null): number | null =>
    key === null ? null : 1 + some.filter((other) => (keyOf(other) ?? Number.NEGATIVE_INFINITY) > key).length
  // On its first day a window has no yesterday; on days outside of it, nothing changes any more.
  const isFirstDay = isToday && dates.from !== null && dates.from >= sight.today
  const before = isToday
    ? listed.map((person, at) => figuresIn(person, { ...dates, to: sight.today }, all[at] ?? noStanding))
    : now
  const isHeard = sight.values.isHeard(metric)
  const inOrder = inPlaces(sight, metric, now, keyOf)
  return {
    window: heading(sight, window),
    awaits: awaits(sight, [board.metric, ...(board.pair ? [board.pair.metric] : [])]),
    ...by,
    rows: Object.fromEntries(
      now.map((figures, at) => {
        const rank = isHeard ? rankAmong(now, keyOf(figures)) : null
        const [was] = [before[at]]
        const earlier = isFirstDay || was === undefined ? null : rankAmong(before, keyOf(was))
        const climbed = rank === null || earlier === null ? 0 : earlier - rank
        const { person, standing, improvement } = figures
        return [person.id, { ...standing, improvement, rank, climbed, place: inOrder.indexOf(figures) }]
      }),
    ),
    pair: pair
      ? {
          window: heading(sight, pair.window),
          rows: pairRows,
          atGoal: reached(pairs),
          withGoal: withGoal(judged(pairs)),
        }
      : null,
    team: board.goalOf
      ? sight.ofTeam(metric, window, board.goalOf)
      : sight.ofScope(metric, window, filter, listed),
  }
}

export const overTheLine: Expected<'over-the-line'> = (board, sight) => {
  const { metric, window, filter } = asked(sight, board)
  const listed = sight.listed(window, filter)
  const standings = ofEach(sight, metric, window, listed, filter)
  const needs = judged(Object.values(standings)).flatMap(({ state, value, goal }) =>
    state === 'reached' || value === null || goal === null ? [] : Math.abs(goal - value),
  )
  return {
    window: heading(sight, window),
    awaits: awaits(sight, [board.metric]),
    rows: Object.fromEntries(Object.entries(standings).filter(([, { state }]) => state === 'reached')),
    withGoal: withGoal(Object.values(standings)),
    nearest: needs.length === 0 ? null : Math.min(...needs),
  }
}

export const headToHead: Expected<'head-to-head'> = (board, sight) => {
  const ofSide = (id: string, metric: Metric, window: WindowSpec): Standing => {
    const person = sight.file.people.find((each) => each.id === id)
    if (person) return sight.ofPerson(metric, window, person, nobodyIn)
    const whole = sight.ofTeam(metric, window, id)
    if (board.per === undefined || !isAdditive(sight.file, metric)) return whole
    const people = sight.listed(specOf(board.window), { team: id, role: null }).length
    const each = (amount: number | null) => (amount === null || people === 0 ? null : amount / people)
    return sight.standing(metric, each(whole.value), each(whole.goal), sight.shareOf(id, window), [id])
  }
  const [left, right] = board.sides
  const leads = (metric: Metric, mine: Standing, theirs: Standing): string | null => {
    const { isJudged } = sight.values
    if (!isJudged(metric, mine.value, [left]) || !isJudged(metric, theirs.value, [right])) return null
    const [a, b] = [mine, theirs].map(byValue(metric))
    if (a == null || b == null) return null
    return a === b ? 'level' : a > b ? 'left' : 'right'
  }
  return {
    window: heading(sight, specOf(board.window)),
    awaits: awaits(
      sight,
      board.metrics.map(({ metric }) => metric),
    ),
    rows: Object.fromEntries(
      board.metrics.map((each) => {
        const [metric, text] = [sight.values.metricOf(each.metric), each.window ?? board.window]
        const window = specOf(text)
        const [mine, theirs] = [ofSide(left, metric, window), ofSide(right, metric, window)]
        return [
          `${each.metric} ${text}`,
          {
            window: heading(sight, window),
            left: mine,
            right: theirs,
            leads: leads(metric, mine, theirs),
          },
        ]
      }),
    ),
  }
}

export const teamGoal: Expected<'team-goal'> = (board, sight) => {
  const { metric, window, filter } = asked(sight, board)
  const listed = sight.listed(window, filter)
  const pair = pairOf(sight, board)
  const brought = ofEach(sight, metric, window, listed, filter)
  const standing = sight.ofScope(metric, window, filter, listed)
  return {
    window: heading(sight, window),
    awaits: awaits(sight, [board.metric, ...(board.pair ? [board.pair.metric] : [])]),
    ...standing,
    ...(isUnjudged(standing) && { ahead: null, ask: null }),
    rows: Object.fromEntries(
      Object.entries(brought).flatMap(([id, { value }]) => ((value ?? 0) > 0 ? [[id, { value }]] : [])),
    ),
    pair: pair ? sight.ofScope(pair.metric, pair.window, filter, listed) : null,
  }
}

/** What a line must end with; nothing where the window has no first day, or has not begun. */
const lineOf = (
  sight: Sight,
  metric: Metric,
  window: WindowSpec,
  teams: readonly (string | null)[],
): object => {
  const { from, to } = sight.dates(window)
  const isDrawn = from !== null && from <= sight.today
  const soFar = plus(sight.lastDate, 1)
  const among: Dates = { from, to: to !== null && to < soFar ? to : soFar, undated: false }
  const end = isDrawn ? sight.values.valueFrom(metric.id, partsOf(sight, teams, among)) : undefined
  return { asymmetricMatch: (line: readonly unknown[]) => line.at(-1) === end }
}

export const teamProgress: Expected<'team-progress'> = (board, sight) => {
  const [metric, window] = [sight.values.metricOf(board.metric), specOf(board.window)]
  return {
    window: heading(sight, window),
    awaits: awaits(sight, [board.metric, ...board.inputs.map((input) => input.metric)]),
    rows: byTeam(teamsBelow(sight, board.scope.team ?? null), (team) => ({
      ...sight.ofTeam(metric, window, team),
      trend: lineOf(sight, metric, window, [team]),
      inputs: board.inputs.map((input) => {
        const of = sight.values.metricOf(input.metric)
        const span = specOf(input.window ?? board.window)
        return { value: sight.ofTeam(of, span, team).value }
      }),
    })),
  }
}

/** What several teams together have, against their goals together. */
const together = (sight: Sight, metric: Metric, window: WindowSpec, teams: readonly string[]): Standing => {
  const goals = teams.map((team) => sight.goalOf(metric, window, team))
  const known = goals.filter((goal) => goal !== null)
  const isWhole = known.length === goals.length
  const goal = isAdditive(sight.file, metric)
    ? known.reduce((sum, each) => sum + each, 0)
    : known.every((each) => each === known[0])
      ? (known[0] ?? null)
      : null
  const value = sight.values.valueFrom(metric.id, partsOf(sight, teams, sight.dates(window)))
  return sight.standing(metric, value, isWhole ? goal : null, sight.shareOf(teams[0] ?? null, window), teams)
}

export const birdsEye: Expected<'birds-eye'> = (board, sight) => {
  const [metric, window] = [sight.values.metricOf(board.metric), specOf(board.window)]
  const scope = board.scope.team ?? null
  // As the floors under test are built: one team in one office, two in another, and one below them.
  const offices: Record<string, readonly string[]> =
    scope === null
      ? { 'office Here': ['west'], 'office There': ['east', 'south'] }
      : { 'office There': [scope] }
  const cards = board.by === 'office' ? offices : byTeam(teamsBelow(sight, scope), (team) => [team])
  return {
    window: heading(sight, window),
    headline: sight.ofTeam(metric, window, scope),
    rows: Object.fromEntries(
      Object.entries(cards).map(([id, teams]) => [
        id,
        {
          ...together(sight, metric, window, teams),
          trend: lineOf(sight, metric, window, teams),
          inputs: board.inputs.map((input) =>
            together(sight, sight.values.metricOf(input.metric), specOf(input.window ?? board.window), teams),
          ),
        },
      ]),
    ),
  }
}

export const results: Expected<'results'> = (board, sight) => {
  const metric = sight.values.metricOf(board.metric)
  const pipeline = sight.values.metricOf(board.pipeline)
  const filter = filterOf(board)
  const period = (offset: number): WindowSpec => ({ kind: 'period', grain: board.period, offset })
  const rest = (window: WindowSpec): WindowSpec => {
    const { from, to } = sight.dates(window)
    return { kind: 'range', from: from !== null && from > sight.today ? from : sight.today, to }
  }
  const three = (standingIn: (metric: Metric, window: WindowSpec) => Standing): object => {
    const outlook = (window: WindowSpec) => {
      const standing = standingIn(metric, window)
      const due = standingIn(pipeline, rest(window)).value
      return { ...standing, due, ...(isUnjudged(standing) && { coverage: null, cover: null }) }
    }
    return { last: standingIn(metric, period(-1)), current: outlook(period(0)), next: outlook(period(1)) }
  }
  const ofPerson = (person: Person) =>
    three((of, window) => {
      const standing = sight.ofPerson(of, window, person, filter)
      if (sight.isHereIn(person, sight.dates(window), filter)) return standing
      return sight.standing(of, standing.value === 0 ? null : standing.value, null, 1, [person.id])
    })
  const hereIn = (window: WindowSpec) =>
    sight.listed(window, filter).filter((person) => sight.isHereIn(person, sight.dates(window), filter))
  return {
    window: heading(sight, period(0)),
    awaits: awaits(sight, [board.metric, board.pipeline]),
    last: heading(sight, period(-1)),
    next: heading(sight, period(1)),
    rows:
      board.of === 'teams'
        ? byTeam(teamsBelow(sight, filter.team), (team) =>
            three((of, window) => sight.ofTeam(of, window, team)),
          )
        : byId(sight.listed(period(0), filter), ofPerson),
    total: three((of, window) => sight.ofScope(of, window, filter, hereIn(window))),
  }
}

/** What the working time so far asks for, in whole pieces and whole minor units. */
const dueByNow = (sight: Sight, metric: Metric, standing: Standing): Standing => {
  const { value, goal, pace } = standing
  if (goal === null || pace === null || metric.better === 'lower' || !isAdditive(sight.file, metric))
    return standing
  const isWhole = metric.unit === 'count' || metric.unit === 'money'
  // What exceeds a whole by an error of floating point asks for no more.
  const due = Math.min(goal, isWhole ? Math.max(0, Math.ceil(pace - 1e-9)) : pace)
  if (pace === goal) return standing
  const held = standingOf(metric, false, value, due, 1)
  return due === 0 ? { ...held, attainment: null, state: null } : held
}

export const accountability: Expected<'accountability'> = (board, sight) => {
  const filter = filterOf(board)
  const week = specOf(board.period === 'last-week' ? 'last week' : 'week')
  const listed = sight.listed(week, filter)
  const columns = board.metrics.map((id) => {
    const metric = sight.values.metricOf(id)
    return { metric, window: id === 'stale' ? specOf('older than 14 days') : week }
  })
  const cells = byId(listed, (person) =>
    columns.map(({ metric, window }) => {
      const standing = sight.ofPerson(metric, window, person, filter)
      return board.period === 'mid-week' && window === week ? dueByNow(sight, metric, standing) : standing
    }),
  )
  return {
    window: heading(sight, week),
    awaits: awaits(sight, board.metrics),
    rows: byId(listed, ({ id }) => ({ cells: cells[id] })),
    columns: columns.map((_, at) => {
      const column = Object.values(cells).flatMap((row) => row[at] ?? [])
      const asked = judged(column)
      // A goal of nothing that is neither reached nor missed is not due.
      const due = asked.filter(({ value, goal, state }) => value === null || goal !== 0 || state !== null)
      return {
        atGoal: reached(due),
        withGoal: withGoal(due),
        notDue: asked.length - due.length,
        unjudged: column.length - asked.length,
      }
    }),
  }
}

export const trendRace: Expected<'trend-race'> = (board, sight) => {
  const { metric, window, filter } = asked(sight, board)
  const standings =
    board.of === 'teams'
      ? byTeam(teamsBelow(sight, filter.team), (team) => sight.ofTeam(metric, window, team))
      : ofEach(sight, metric, window, sight.listed(window, filter), filter)
  const all = Object.values(standings)
  const { from, to } = sight.dates(window)
  const isTotal = board.show === 'attainment' && isByValue(board.show, metric, all)
  const show = isTotal ? 'total' : board.show
  const rankOf = rankBy(sight, metric, show === 'attainment' ? byAttainment(metric) : byValue(metric), all)
  return {
    window: heading(sight, window),
    awaits: awaits(sight, [board.metric]),
    show,
    fallback: isTotal ? 'no goals' : null,
    ...(sight.values.isHeard(metric) ? {} : { goal: null }),
    over: to !== null && sight.today >= to,
    rows: Object.fromEntries(
      Object.entries(standings).map(([id, standing]) => [id, { ...standing, rank: rankOf(standing) }]),
    ),
    ...(from !== null && sight.today < from ? { days: [] } : {}),
  }
}

export const countdownAsk: Expected<'countdown-ask'> = (board, sight) => {
  const { metric, window, filter } = asked(sight, board)
  const dates = sight.dates(window)
  const { from, to } = dates
  const hasEnd = (window.kind === 'period' || window.kind === 'range') && to !== null
  const isOver = hasEnd && sight.today >= to
  const worked = dayWorked(sight.file.floor, sight.zone, sight.at)
  const left: Dates = { ...dates, from: from !== null && from > worked ? from : worked }
  const all = sight.workingDays(dates)
  const standing = sight.ofScope(metric, window, filter, sight.listed(window, filter))
  return {
    window: heading(sight, window),
    awaits: awaits(sight, [board.metric]),
    ...standing,
    isOver,
    days: hasEnd ? { all, left: isOver ? 0 : sight.workingDays(left) } : null,
  }
}

/** The dates that crossed an `older than` line since the end of last week. */
const crossed = (sight: Sight, window: WindowSpec): Dates => {
  if (window.kind !== 'older') throw new Error(window.kind)
  const week = sight.dates(specOf('week')).from ?? sight.today
  return { from: plus(week, -1 - window.days), to: plus(sight.today, -window.days), undated: false }
}

export const hygiene: Expected<'hygiene'> = (board, sight) => {
  const filter = filterOf(board)
  const columns = board.metrics.map((id) => {
    const metric = sight.values.metricOf(id)
    return { metric, window: specOf(metric.window ?? '') }
  })
  const cellsOf = (team: string | null) =>
    columns.map(({ metric, window }) => {
      const value = sight.amountIn(metric, sight.dates(window), { team, role: filter.role })
      const goal = filter.role === null ? sight.goalOf(metric, window, team) : null
      const change = sight.amountIn(metric, crossed(sight, window), { team, role: filter.role })
      const clear = value === 0 && sight.values.isJudged(metric, value, [team])
      return { ...sight.standing(metric, value, goal, 1, [team]), change, clear }
    })
  const below = teamsBelow(sight, filter.team)
  const rows = below.length > 0 ? below : [filter.team].flatMap((team) => team ?? [])
  const isClear = (cells: readonly { readonly clear: boolean }[]) => cells.every(({ clear }) => clear)
  return {
    awaits: awaits(sight, board.metrics),
    clear: isClear(cellsOf(filter.team)),
    total: cellsOf(filter.team).reduce((sum, { value }) => sum + (value ?? 0), 0),
    columns: cellsOf(filter.team).map((total) => ({ total })),
    rows: byTeam(rows, (team) => {
      const own: Filter = { team, role: filter.role }
      const people = sight.listed(specOf('week'), own).flatMap((person) => {
        const { personParts, valueFrom } = sight.values
        const counts = columns.map(
          ({ metric, window }) => valueFrom(metric.id, personParts(person.id, sight.dates(window), own)) ?? 0,
        )
        return counts.some((count) => count > 0) ? [person.id] : []
      })
      const cells = cellsOf(team)
      return { cells, clear: isClear(cells), morePeople: Math.max(0, people.length - 4) }
    }),
  }
}
