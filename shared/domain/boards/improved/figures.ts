// What everybody's gain on their own past is made of, and the days of each streak.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { everybody } from '../../standing/numbers.ts'
import { byPlace } from '../figures/by-place.ts'
import { factsOfSubject } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { streakFigure } from '../figures/streak-figure.ts'
import { usualFigures } from '../figures/usual-figures.ts'

export const improvedFigures = (
  tools: FigureTools,
  board: BoardOf<'improved'>,
  view: ViewOf<'improved'>,
): readonly Figures[] => {
  const { numbers, names, figure, say } = tools
  const { roster } = numbers.model
  const plan = tools.planOf(board.metric)
  const streakPlan = tools.planOf(board.streak ?? board.metric)
  const window = tools.window(board.window)
  const shown = tools.shown(window)

  const gains = byPlace(view.rows).map(([id, row]): Figures => {
    const subject = tools.subjectOf(id)
    const now = figure({
      id: `${id}.value`,
      name: plan.metric.name,
      unit: plan.metric.unit,
      value: row.to,
      window: shown.window.label,
      facts: factsOfSubject(numbers, plan, shown, subject, everybody),
    })
    const usual = usualFigures(tools, {
      key: id,
      plan,
      window,
      subject,
      within: everybody,
      now,
      change: row.change,
    })
    return { id, name: row.name, figures: [now, ...usual] }
  })

  const streaks = byPlace(view.streaks.rows).flatMap(([id, row]): Figure[] => {
    const member = roster.people.find((each) => each.id === id)
    return member === undefined
      ? []
      : [{ ...streakFigure(tools, `streak ${id}`, streakPlan, member, row), name: row.name }]
  })
  const withGoal = figure({
    id: 'with-goal',
    name: names.withGoal,
    unit: 'count',
    value: view.streaks.withGoal,
    note: say({
      id: 'figures.note.day-goal',
      defaultMessage:
        'People on the board who have a goal for the day, or for the week of which it is a part.',
    }),
  })
  return [...gains, { id: 'streaks', name: names.streak, figures: [...streaks, withGoal] }]
}
