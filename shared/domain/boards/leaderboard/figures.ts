// What a leaderboard's numbers are made of: each row, the pair beside it, the goal at its foot, its news.

import type { LeaderboardRow } from '../../../wire/boards/leaderboard-board.ts'
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { otherValue } from '../../counting/breakdowns.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import { isListed, selectionOf, subjectOfScope } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import { dealFigure } from '../figures/deal-figure.ts'
import {
  type FactsQuestion,
  factsOfScope,
  factsOfSubject,
  type ShownDays,
} from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { aheadOf, placeFigure } from '../figures/place-figure.ts'
import { usualFigures } from '../figures/usual-figures.ts'
import { rankKey } from '../rank-key.ts'
import { latestWin } from './latest-deal.ts'

type Board = BoardOf<'leaderboard'>
type View = ViewOf<'leaderboard'>

export const leaderboardFigures = (tools: FigureTools, board: Board, view: View): readonly Figures[] => {
  const { numbers, names, figure, term, say } = tools
  const { engine, model } = numbers
  const plan = tools.planOf(board.metric)
  const window = tools.window(board.window)
  const shown = tools.shown(window)
  const within = selectionOf(numbers, board.scope)
  const { better } = plan.metric
  const scope = within.team ?? orgSubject
  const { by } = board

  const subjectOfRow = (id: string): SubjectIndex => (by === undefined ? tools.subjectOf(id) : scope)

  const factsOfRow = (id: string, of: MetricPlan, days: ShownDays): FactsQuestion => {
    if (by === undefined) return factsOfSubject(numbers, of, days, tools.subjectOf(id), within)
    const values = new Set(engine.valuesOf(by) ?? [])
    const field = {
      name: by,
      value: id.slice(1),
      isCounted: (value: string) => value !== otherValue && values.has(value),
    }
    const name = view.rows[id]?.name ?? id
    return factsOfScope(numbers, { kind: 'metric', plan: of, field }, days, { ...within, role: null }, name)
  }

  const keyOf = ({ value, goal, improvement }: LeaderboardRow): number =>
    rankKey(view.rankBy, value, goal, improvement, better)
  const rows = byPlace(view.rows)
  const ranked = rows.flatMap(([id, row]) =>
    row.rank === null
      ? []
      : [{ key: keyOf(row), term: term(row.name, row.value, plan.metric.unit, `${id}.value`) }],
  )

  const rowOf = (id: string, row: LeaderboardRow): Figures => {
    const subject = subjectOfRow(id)
    const [value, ...rest] = tools.standing({
      key: id,
      plan,
      shown,
      facts: factsOfRow(id, plan, shown),
      standing: row,
      share: tools.shareGone(window, subject),
      goal: { note: tools.goalNote(plan, subject) },
    })
    const figures: Figure[] = value === undefined ? [] : [value, ...rest]
    if (row.improvement !== null && value !== undefined)
      figures.push(
        ...usualFigures(tools, {
          key: id,
          plan,
          window,
          subject,
          within,
          now: value,
          change: row.improvement,
        }),
      )
    if (row.rank !== null) figures.push(placeFigure(tools, id, row.rank, aheadOf(ranked, keyOf(row))))
    if (row.climbed !== 0 && row.rank !== null)
      figures.push(
        figure({
          id: `${id}.climbed`,
          name: say({ id: 'figures.climbed', defaultMessage: 'Places climbed today' }),
          unit: 'count',
          value: row.climbed,
          as: 'delta',
          working: {
            by: 'difference',
            terms: [
              term(
                say({ id: 'figures.place-before', defaultMessage: 'Place when today began' }),
                row.rank + row.climbed,
                'count',
              ),
              term(names.rank, row.rank, 'count', `${id}.place`),
            ],
          },
        }),
      )
    return { id, name: row.name, figures: [...figures, ...pairedOf(id)] }
  }

  const pairPlan = board.pair === undefined ? null : tools.planOf(board.pair.metric)
  const pairWindow = tools.window(board.pair?.window ?? board.window)
  const pairDays = tools.shown(pairWindow)

  /** What stands beside a row, on the paired metric. */
  const pairedOf = (id: string): Figure[] => {
    const row = view.pair?.rows[id]
    if (pairPlan === null || row === undefined) return []
    return tools.standing({
      key: `pair ${id}`,
      suffix: pairPlan.metric.name,
      plan: pairPlan,
      shown: pairDays,
      facts: factsOfRow(id, pairPlan, pairDays),
      standing: row,
      share: tools.shareGone(pairWindow, subjectOfRow(id)),
      goal: { note: tools.goalNote(pairPlan, subjectOfRow(id)) },
    })
  }

  const pairOf = (): Figures[] => {
    const { pair } = view
    if (pair === null) return []
    const paired = byPlace(pair.rows)
    const termsOf = (some: typeof paired) =>
      some.map(([id, row]) => term(row.name, row.value, pair.metric.unit, `pair ${id}.value`))
    const judged = paired.filter(([, { goal, pace }]) => goal !== null && pace !== null)
    const reached = paired.filter(([, { state }]) => state === 'reached')
    return [
      {
        id: 'pair',
        name: `${pair.metric.name}, ${pair.window.label}`,
        figures: [
          tools.howMany('pair.at-goal', names.atGoal, pair.atGoal, termsOf(reached)),
          tools.howMany('pair.with-goal', names.withGoal, pair.withGoal, termsOf(judged)),
        ],
      },
    ]
  }

  const teamOf = (): Figures[] => {
    const { team } = view
    if (team === null) return []
    const named =
      board.goalOf === undefined
        ? subjectOfScope(within)
        : (model.roster.subjectOf(board.goalOf) ?? orgSubject)
    const isRole = named === null
    const subject = named ?? scope
    const goals = Object.values(view.rows).map(({ goal }) => goal)
    return [
      {
        id: 'team',
        name: team.name,
        figures: tools.standing({
          key: 'team',
          plan,
          shown,
          facts: isRole
            ? factsOfScope(numbers, { kind: 'metric', plan }, shown, within, team.name)
            : factsOfSubject(numbers, plan, shown, subject, within),
          standing: team,
          share: tools.shareGone(window, subject),
          goal: isRole
            ? tools.roleGoal(plan, window, within, goals)
            : { note: tools.goalNote(plan, subject) },
          ahead: team.ahead,
        }),
      },
    ]
  }

  const newsOf = (): Figures[] => {
    const listed = Object.keys(view.rows)
    const members = model.roster.people.filter((member) =>
      by === undefined ? listed.includes(member.id) : isListed(numbers, member, window, within, tools.ms),
    )
    const win = view.latest === null ? null : latestWin(numbers, members, tools.ms, view.latest.at)
    const figures: Figure[] = []
    if (view.latest !== null && view.latest.amount !== null && win !== null)
      figures.push(dealFigure(tools, 'latest', view.latest.rep, view.latest.amount, win))
    const { last } = view
    const best = last && Object.entries(view.rows).find(([, { name }]) => name === last.rep)
    if (last && best && window.kind === 'period') {
      const before = tools.shown({ ...window, offset: window.offset - 1 })
      figures.push(
        figure({
          id: 'last.value',
          name: last.rep,
          unit: plan.metric.unit,
          value: last.value,
          window: last.period,
          facts: factsOfSubject(numbers, plan, before, tools.subjectOf(best[0]), within),
        }),
      )
    }
    return figures.length === 0
      ? []
      : [{ id: 'news', name: say({ id: 'figures.foot', defaultMessage: 'At the foot' }), figures }]
  }

  return [...rows.map(([id, row]) => rowOf(id, row)), ...pairOf(), ...teamOf(), ...newsOf()]
}
