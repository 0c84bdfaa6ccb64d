// What came of it, and what is due: of each row and of all together.

import type { Outlook, ThreePeriods } from '../../../wire/boards/results-board.ts'
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { Standing } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import { orgSubject } from '../../people/roster.ts'
import { everybody } from '../../standing/numbers.ts'
import { selectionOf } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import {
  type FactsQuestion,
  factsOfScope,
  factsOfSubject,
  type ShownDays,
} from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { createGoalsIn, restOf } from './results-view.ts'

/** Whose row it is: how its facts are asked for, and its share of the time. */
interface RowOf {
  readonly key: string
  facts(plan: MetricPlan, shown: ShownDays): FactsQuestion
  shareGone(window: WindowSpec): number
  goal(plan: MetricPlan, window: WindowSpec): Parameters<FigureTools['standing']>[0]['goal']
}

export const resultsFigures = (
  tools: FigureTools,
  board: BoardOf<'results'>,
  view: ViewOf<'results'>,
): readonly Figures[] => {
  const { numbers, names, figure, term, termOf, say, ms } = tools
  const plan = tools.planOf(board.metric)
  const pipeline = tools.planOf(board.pipeline)
  const within = selectionOf(numbers, board.scope)
  const goalsIn = createGoalsIn(numbers, within)
  const period = (offset: number): WindowSpec => ({ kind: 'period', grain: board.period, offset })

  /** Null where they were not there and nothing is said of them, although nothing was counted too. */
  const factsOr = (value: number | null, facts: FactsQuestion): FactsQuestion | null =>
    value === null && numbers.engine.value(plan.index, facts.cells, facts.group) !== null ? null : facts

  const standingIn = (row: RowOf, window: WindowSpec, end: string, of: Standing): Figure[] => {
    const shown = tools.shown(window)
    const figures = tools.standing({
      key: `${row.key}.${end}`,
      plan,
      shown,
      facts: factsOr(of.value, row.facts(plan, shown)),
      standing: of,
      share: row.shareGone(window),
      goal: row.goal(plan, window) ?? {},
    })
    return figures.map((each) =>
      each.facts === null && each.working === null && each.note === null
        ? {
            ...each,
            note: say({ id: 'figures.note.not-here', defaultMessage: 'Not here in this period.' }),
          }
        : each,
    )
  }

  const outlookIn = (row: RowOf, window: WindowSpec, end: string, of: Outlook): Figure[] => {
    const standing = standingIn(row, window, end, of)
    const key = `${row.key}.${end}`
    const rest = tools.shown(restOf(numbers, window, ms))
    const facts = row.facts(pipeline, rest)
    const isKnown = of.due !== null || numbers.engine.value(pipeline.index, facts.cells, facts.group) === null
    const due = figure({
      id: `${key}.due`,
      name: pipeline.metric.name,
      unit: pipeline.metric.unit,
      value: of.due,
      window: rest.window.label,
      facts: isKnown ? facts : null,
      note: isKnown ? null : say({ id: 'figures.note.not-here', defaultMessage: 'Not here in this period.' }),
    })
    if (of.coverage === null || of.goal === null || of.value === null) return [...standing, due]
    const missing = term(names.left, of.goal - of.value, plan.metric.unit, `${key}.left`)
    const coverage = figure({
      id: `${key}.coverage`,
      name: say({ id: 'figures.coverage', defaultMessage: 'Times what is missing' }),
      unit: 'count',
      value: of.coverage,
      working: { by: 'cover', terms: [termOf(due), missing] },
    })
    return [...standing, due, coverage]
  }

  const figuresOf = (row: RowOf, { last, current, next }: ThreePeriods): Figure[] => [
    ...standingIn(row, period(-1), 'last', last),
    ...outlookIn(row, period(0), 'current', current),
    ...outlookIn(row, period(1), 'next', next),
  ]

  const rows = byPlace(view.rows).map(([id, row]): Figures => {
    const subject = tools.subjectOf(id)
    const selection = board.of === 'teams' ? everybody : within
    const of: RowOf = {
      key: id,
      facts: (each, shown) => factsOfSubject(numbers, each, shown, subject, selection),
      shareGone: (window) => tools.shareGone(window, subject),
      goal: (each) => ({ note: tools.goalNote(each, subject) }),
    }
    return { id, name: row.name, figures: figuresOf(of, row) }
  })
  const whole: RowOf = {
    key: 'total',
    facts: (each, shown) => factsOfScope(numbers, { kind: 'metric', plan: each }, shown, within, view.scope),
    shareGone: (window) => tools.shareGone(window, within.team ?? orgSubject),
    goal: (each, window) =>
      tools.roleGoal(each, window, within, within.role === null ? [] : goalsIn(each, window, ms)),
  }
  const enough = figure({
    id: 'enough',
    name: say({ id: 'figures.enough', defaultMessage: 'Enough, in times what is missing' }),
    unit: 'count',
    value: view.enough,
    note: tools.notes.board,
  })
  return [...rows, { id: 'total', name: names.together, figures: [...figuresOf(whole, view.total), enough] }]
}
