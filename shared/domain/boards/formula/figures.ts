// What is done of everybody's plan, and what it asks for.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { Standing } from '../../../wire/view-parts.ts'
import { selectionOf } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import { factsOfSubject } from '../figures/facts-question.ts'
import type { Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

export const formulaFigures = (
  tools: FigureTools,
  board: BoardOf<'formula'>,
  view: ViewOf<'formula'>,
): readonly Figures[] => {
  const { numbers, names, notes, term, ms } = tools
  const within = selectionOf(numbers, board.scope)
  const rows = byPlace(view.rows)
  const asked = view.columns.map(({ metric, plannedFor }) => ({
    plan: tools.planOf(metric.id),
    shown: tools.shown(tools.window(plannedFor)),
  }))

  const people = rows.map(([id, row]): Figures => {
    const subject = tools.subjectOf(id)
    return {
      id,
      name: row.name,
      figures: row.cells.flatMap((standing, at) => {
        const of = asked[at]
        if (of === undefined) return []
        return tools.standing({
          key: `${id}.${at}`,
          suffix: of.plan.metric.name,
          ...of,
          facts: factsOfSubject(numbers, of.plan, of.shown, subject, within),
          standing,
          share: numbers.shareOver(of.shown.days, subject, ms),
          goal: { note: notes.plan },
        })
      }),
    }
  })

  const columns = view.columns.flatMap((column, at): Figures[] => {
    const of = asked[at]
    if (of === undefined) return []
    const named = rows.flatMap(([id, { name, cells }]) => {
      const cell = cells[at]
      return cell === undefined || cell.goal === null ? [] : [{ id, name, cell }]
    })
    const terms = (end: 'value' | 'goal', passes: (cell: Standing) => boolean = () => true) =>
      named
        .filter(({ cell }) => passes(cell))
        .map(({ id, name, cell }) => term(name, cell[end], column.metric.unit, `${id}.${at}.${end}`))
    const { goal } = column.team
    const due = named.reduce((sum, { cell }) => sum + (cell.pace ?? 0), 0)
    const key = `column ${at}`
    const together =
      goal === null
        ? []
        : tools.standing({
            key,
            ...of,
            facts: null,
            working: { by: 'sum', terms: terms('value') },
            standing: column.team,
            share: goal === 0 ? 0 : due / goal,
            goal: { working: { by: 'sum', terms: terms('goal') } },
          })
    return [
      {
        id: key,
        name: column.metric.name,
        figures: [
          ...together,
          tools.howMany(
            `${key}.at-goal`,
            names.atGoal,
            column.atGoal,
            terms('value', ({ state }) => state === 'reached'),
          ),
          tools.howMany(`${key}.with-goal`, names.withGoal, column.withGoal, terms('value')),
        ],
      },
    ]
  })
  return [...columns, ...people]
}
