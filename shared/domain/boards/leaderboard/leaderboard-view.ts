// The leaderboard: people on one metric, each beside their own goal, with the input (or output) that goes with it
// and the goal that the whole team adds to.
import type {
  LeaderboardBoard,
  LeaderboardRow,
  LeaderboardView,
  PairRow,
  TeamBar,
} from '../../../wire/boards/leaderboard-board.ts'
import type { Cell } from '../../counting/counters.ts'
import { basesOf } from '../../counting/metric-plan.ts'
import { type Member, orgSubject, type SubjectIndex } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { createRanking, type Ranking } from '../../standing/ranking.ts'
import {
  aheadOf,
  type BoardSource,
  beforeToday,
  isListed,
  lastChange,
  planOf,
  scopeName,
  selectionOf,
  subjectOfScope,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { createFaces, type Faces } from '../face.ts'
import { nameOrder } from '../name-order.ts'
import { improvementOf, isAttainable, rankKey } from '../rank-key.ts'
import { roleStanding } from '../role-standing.ts'
import { type BarSegment, barSegments } from './bar-segments.ts'
import { createFieldLeaderboard } from './field-leaderboard.ts'
import { latestDeal } from './latest-deal.ts'

/** The places of some, counted among themselves; those without a rank stand last, in the order of another ranking. */
const placesOf = (
  ranking: Ranking,
  listed: readonly number[],
  others: Ranking = ranking,
): ReadonlyMap<number, number> => {
  const orderOf = (a: number, b: number): number => {
    const [isRanked, isOtherRanked] = [ranking.rankOf(a) !== null, ranking.rankOf(b) !== null]
    if (isRanked !== isOtherRanked) return isRanked ? -1 : 1
    const order = isRanked ? ranking : others
    return order.placeOf(a) - order.placeOf(b)
  }
  return new Map([...listed].sort(orderOf).map((index, place) => [index, place]))
}

type RankedBy = Pick<LeaderboardView, 'rankBy' | 'fallback'>

/** Where there is nothing for anybody to be ranked by, the values rank. */
const rankedBy = (
  asked: LeaderboardBoard['rankBy'],
  all: readonly { readonly goal: number | null; readonly improvement: number | null }[],
  better: 'higher' | 'lower',
): RankedBy => {
  if (asked === 'attainment' && !all.some(({ goal }) => isAttainable(goal, better)))
    return { rankBy: 'value', fallback: 'no goals' }
  if (asked === 'improvement' && all.every(({ improvement }) => improvement === null))
    return { rankBy: 'value', fallback: 'no past' }
  return { rankBy: asked, fallback: null }
}

export const createLeaderboardView = (
  numbers: Numbers,
  board: LeaderboardBoard,
): BoardSource<LeaderboardView> => {
  const { by } = board
  return by === undefined
    ? createPeopleLeaderboard(numbers, board)
    : createFieldLeaderboard(numbers, { ...board, by })
}

const createPeopleLeaderboard = (numbers: Numbers, board: LeaderboardBoard): BoardSource<LeaderboardView> => {
  const { model, engine } = numbers
  const { people } = model.roster
  const plan = planOf(numbers, board.metric)
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  const pairPlan = board.pair ? planOf(numbers, board.pair.metric) : null
  const pairWindow = board.pair?.window === undefined ? window : windowOf(board.pair.window)
  const facesOf = createFaces(model.roster)
  const order = nameOrder(people, model.file.floor.locale)
  const [now, earlier, paired] = [createRanking(order), createRanking(order), createRanking(order)]
  /** Those who have nothing to be ranked by stand in the order of their values. */
  const byValue = board.rankBy === 'value' ? now : createRanking(order)
  /** Unlisted people stand behind everybody, unknown and unseen. */
  const unlisted = Number.NaN

  const cellsIn = (member: Member, days: Cell['days']): readonly Cell[] =>
    numbers.cellsOf(member.subject, days, within)

  const gone = (member: Member, days: Cell['days'], ms: number): number =>
    numbers.shareGone(window, member.subject, ms) * model.workingTime.daysIn(days)

  const keyOver = (
    member: Member,
    days: Cell['days'],
    whole: Cell['days'],
    goal: number | null,
    ms: number,
  ) => {
    const cells = cellsIn(member, days)
    const value = engine.value(plan.index, cells)
    const improvement =
      board.rankBy === 'improvement'
        ? improvementOf(numbers, plan, value, whole, gone(member, whole, ms), (range) =>
            cellsIn(member, range),
          )
        : null
    return { value, goal, improvement, reachedAt: engine.reachedAt(plan.index, cells) ?? Number.NaN }
  }

  const figuresOf = (member: Member, ms: number) => {
    const days = numbers.daysOf(window, ms)
    const goal = numbers.goalOf(plan, window, member.subject, ms)
    const current = keyOver(member, days, days, goal, ms)
    const past = beforeToday(days, numbers.todayAt(ms))
    // On its first day a window has no yesterday, from which to climb or fall.
    const isFirstDay = past.from >= past.to
    const before = isFirstDay ? null : past === days ? current : keyOver(member, past, days, goal, ms)
    return { current, before }
  }

  const rowsAt = (
    ms: number,
    listed: readonly number[],
    faceOf: Faces,
  ): RankedBy & { readonly rows: Record<string, LeaderboardRow> } => {
    const found = new Map(
      listed.flatMap((index) => {
        const member = people[index]
        return member ? [[index, figuresOf(member, ms)] as const] : []
      }),
    )
    const { better } = plan.metric
    const by = rankedBy(
      board.rankBy,
      [...found.values()].map(({ current }) => current),
      better,
    )
    const keyOf = (figures: ReturnType<typeof keyOver> | null, rankBy = by.rankBy): number =>
      figures === null ? unlisted : rankKey(rankBy, figures.value, figures.goal, figures.improvement, better)
    people.forEach((_, index) => {
      const { current = null, before = null } = found.get(index) ?? {}
      const reachedAt = current?.reachedAt ?? unlisted
      now.set(index, keyOf(current), reachedAt)
      earlier.set(index, keyOf(before), before?.reachedAt ?? unlisted)
      if (byValue !== now) byValue.set(index, keyOf(current, 'value'), reachedAt)
    })
    const isJudged = numbers.awaits([plan]) === null
    const places = placesOf(now, listed, byValue)
    const rows: Record<string, LeaderboardRow> = {}
    for (const index of listed) {
      const [member, current] = [people[index], found.get(index)?.current]
      if (!member || !current) continue
      const [rank, rankBefore] = isJudged ? [now.rankOf(index), earlier.rankOf(index)] : [null, null]
      const share = numbers.shareGone(window, member.subject, ms)
      rows[member.id] = {
        rank,
        place: places.get(index) ?? 0,
        climbed: rank === null || rankBefore === null ? 0 : rankBefore - rank,
        improvement: current.improvement,
        ...faceOf(member, index),
        ...numbers.standingFor(plan, current.value, current.goal, share, [member.subject]),
      }
    }
    return { ...by, rows }
  }

  const pairAt = (ms: number, listed: readonly number[], faceOf: Faces): LeaderboardView['pair'] => {
    if (!pairPlan) return null
    const days = numbers.daysOf(pairWindow, ms)
    const standings = new Map(
      listed.flatMap((index) => {
        const member = people[index]
        if (!member) return []
        const standing = numbers.standingOf(pairPlan, pairWindow, member.subject, ms, within)
        const key = rankKey('value', standing.value, null, null, pairPlan.metric.better)
        paired.set(index, key, numbers.reachedAt(pairPlan, member.subject, days, within))
        return [[index, standing] as const]
      }),
    )
    const places = placesOf(paired, listed)
    const rows: Record<string, PairRow> = {}
    for (const [index, standing] of standings) {
      const member = people[index]
      if (member) rows[member.id] = { place: places.get(index) ?? 0, ...faceOf(member, index), ...standing }
    }
    const all = [...standings.values()]
    return {
      metric: viewMetric(pairPlan),
      window: viewWindow(numbers, pairWindow, ms),
      rows,
      atGoal: all.filter(({ state }) => state === 'reached').length,
      withGoal: all.filter(({ goal, pace }) => goal !== null && pace !== null).length,
    }
  }

  /** What each row brought to a bar, best first; to a team's, what was done on that team. */
  const broughtTo = (
    named: SubjectIndex | null,
    ms: number,
    rows: Readonly<Record<string, LeaderboardRow>>,
  ): readonly BarSegment[] => {
    const team = named === orgSubject || named === within.team ? null : named
    const doneOn = (member: Member): number | null => {
      const cells = cellsIn(member, numbers.daysOf(window, ms))
      return engine.value(
        plan.index,
        cells.flatMap(({ days }) => numbers.cellsOf(member.subject, days, { team, role: null })),
      )
    }
    return people
      .flatMap((member) => {
        const row = rows[member.id]
        return row ? [{ member, row }] : []
      })
      .sort((a, b) => a.row.place - b.row.place)
      .map(({ member, row }) => {
        const value = team === null ? row.value : doneOn(member)
        return { id: member.id, hue: row.hue, value: value ?? 0 }
      })
  }

  const teamAt = (ms: number, rows: Record<string, LeaderboardRow>): TeamBar => {
    const named = board.goalOf === undefined ? subjectOfScope(within) : model.roster.subjectOf(board.goalOf)
    const goals = Object.values(rows).map(({ goal }) => goal)
    const standing =
      named === null && within.role !== null
        ? roleStanding(numbers, plan, window, { team: within.team, role: within.role }, ms, goals)
        : numbers.standingOf(plan, window, named ?? orgSubject, ms, within)
    return {
      name: named === null ? scopeName(numbers, board.scope) : model.roster.nameOf(named),
      ...standing,
      ahead: aheadOf(plan, standing.value, standing.pace),
      segments: barSegments(plan, broughtTo(named, ms, rows), standing.value),
    }
  }

  /** While a period begins: who had most in the one before; of several with as much the first in the floor file. */
  const lastAt = (ms: number, members: readonly Member[], faceOf: Faces): Pick<LeaderboardView, 'last'> => {
    if (window.kind !== 'period' || plan.metric.better === 'lower') return {}
    const before = { ...window, offset: window.offset - 1 }
    const days = numbers.daysOf(before, ms)
    let best: { readonly member: Member; readonly value: number } | null = null
    for (const member of members) {
      const value = engine.value(plan.index, cellsIn(member, days)) ?? 0
      if (value > (best?.value ?? 0)) best = { member, value }
    }
    if (best === null) return {}
    const period = model.calendar.label(before, numbers.todayAt(ms))
    return {
      last: { period, rep: faceOf(best.member, people.indexOf(best.member)).name, value: best.value },
    }
  }

  return {
    bases: basesOf(pairPlan ? [plan, pairPlan] : [plan]),
    compute: (ms) => {
      const listed = people.flatMap((member, index) =>
        isListed(numbers, member, window, within, ms) ? [index] : [],
      )
      const members = listed.flatMap((index) => people[index] ?? [])
      const faceOf = facesOf(members, ms)
      const { rows, rankBy, fallback } = rowsAt(ms, listed, faceOf)
      const shownWindow = viewWindow(numbers, window, ms)
      return {
        id: board.id,
        kind: 'leaderboard',
        title: board.title,
        scope: scopeName(numbers, board.scope),
        window: shownWindow,
        metric: viewMetric(plan),
        changedAt: lastChange(numbers, pairPlan ? [plan, pairPlan] : [plan]),
        awaits: numbers.awaits(pairPlan ? [plan, pairPlan] : [plan]),
        rankBy,
        fallback,
        bars: board.bars,
        rows,
        pair: pairAt(ms, listed, faceOf),
        team: teamAt(ms, rows),
        latest: latestDeal(numbers, plan, members, faceOf, ms),
        ...(shownWindow.begins === undefined ? {} : lastAt(ms, members, faceOf)),
      }
    },
  }
}
