// What the numbers at the ends of the lines are made of, and the goal's own.

import type { TrendRaceRow } from '../../../wire/boards/trend-race-board.ts'
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { everybody } from '../../standing/numbers.ts'
import { selectionOf } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import { factsOfSubject } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { aheadOf, placeFigure } from '../figures/place-figure.ts'
import { rankKey } from '../rank-key.ts'

export const trendRaceFigures = (
  tools: FigureTools,
  board: BoardOf<'trend-race'>,
  view: ViewOf<'trend-race'>,
): readonly Figures[] => {
  const { numbers, names, figure, term, termOf, say, ms } = tools
  const plan = tools.planOf(board.metric)
  const window = tools.window(board.window)
  const shown = tools.shown(window)
  const within = board.of === 'people' ? selectionOf(numbers, board.scope) : everybody
  const { unit, better } = plan.metric
  const { label } = shown.window
  const rows = byPlace(view.rows)

  const keyOf = ({ value, goal }: TrendRaceRow): number =>
    rankKey(view.show === 'attainment' ? 'attainment' : 'value', value, goal, null, better)

  const ranked = rows.flatMap(([id, row]) =>
    row.rank === null ? [] : [{ key: keyOf(row), term: term(row.name, row.value, unit, `${id}.value`) }],
  )

  const rowOf = (id: string, row: TrendRaceRow): Figures => {
    const subject = tools.subjectOf(id)
    return {
      id,
      name: row.name,
      figures: [
        ...tools.standing({
          key: id,
          plan,
          shown,
          facts: factsOfSubject(numbers, plan, shown, subject, within),
          standing: row,
          share: tools.shareGone(window, subject),
          goal: { note: tools.goalNote(plan, subject) },
        }),
        ...(row.rank === null ? [] : [placeFigure(tools, id, row.rank, aheadOf(ranked, keyOf(row)))]),
      ],
    }
  }

  const goalOf = (): Figures[] => {
    const { goal } = view
    if (goal === null) return []
    const isAmount = goal.amount !== null
    const whole = figure({
      id: 'goal',
      name: names.goal,
      unit: isAmount ? unit : 'percent',
      value: goal.amount ?? 1,
      window: label,
      note: isAmount
        ? say({
            id: 'figures.note.shared-goal',
            defaultMessage: 'The goal that more than half of those who have one share.',
          })
        : say({ id: 'figures.note.own-goal', defaultMessage: 'All of their own goal, for each.' }),
    })
    const share = numbers.model.workingTime.shareGone(shown.days, numbers.zoneAt(ms), ms)
    const pace: Figure = figure({
      id: 'pace',
      name: names.pace,
      unit: whole.unit,
      value: goal.pace,
      window: label,
      working:
        plan.additive && better === 'higher'
          ? { by: 'product', terms: [termOf(whole), term(names.timeOver, share, 'percent')] }
          : { by: 'same', terms: [termOf(whole)] },
    })
    return [
      {
        id: 'line',
        name: say({ id: 'figures.goal-line', defaultMessage: 'The goal’s line' }),
        figures: [whole, pace],
      },
    ]
  }
  return [...rows.map(([id, row]) => rowOf(id, row)), ...goalOf()]
}
