// What the numbers of teams side by side are made of.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { everybody } from '../../standing/numbers.ts'
import { factsOfSubject } from '../figures/facts-question.ts'
import type { Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { lineFigures } from '../figures/line-figures.ts'
import { trendPoints } from '../trend.ts'

export const teamProgressFigures = (
  tools: FigureTools,
  board: BoardOf<'team-progress'>,
  view: ViewOf<'team-progress'>,
): readonly Figures[] => {
  const plan = tools.planOf(board.metric)
  const window = tools.window(board.window)
  const shown = tools.shown(window)
  return Object.entries(view.rows).map(([id, row]) => {
    const subject = tools.subjectOf(id)
    const inputs = board.inputs.map((input, at) => {
      const of = tools.planOf(input.metric)
      const days = tools.shown(tools.window(input.window ?? board.window))
      return tools.figure({
        id: `${id}.input ${at}`,
        name: of.metric.name,
        unit: of.metric.unit,
        value: row.inputs[at]?.value ?? null,
        window: days.window.label,
        facts: factsOfSubject(tools.numbers, of, days, subject, everybody),
      })
    })
    const figures = tools.standing({
      key: id,
      plan,
      shown,
      facts: factsOfSubject(tools.numbers, plan, shown, subject, everybody),
      standing: row,
      share: tools.shareGone(window, subject),
      goal: { note: tools.goalNote(plan, subject) },
      ahead: row.ahead,
      projected: row.projected,
    })
    const line = lineFigures(tools, {
      key: `${id}.line`,
      plan,
      points: trendPoints(tools.numbers, shown.days, tools.ms),
      label: shown.window.label,
      facts: (days) => factsOfSubject(tools.numbers, plan, days, subject, everybody),
    })
    return { id, name: row.name, figures: [...figures, ...inputs], line }
  })
}
