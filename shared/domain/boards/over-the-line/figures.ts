// What the numbers of everybody over the line are made of.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { selectionOf } from '../board-head.ts'
import { factsOfSubject } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { createListing } from '../listing.ts'

export const overTheLineFigures = (
  tools: FigureTools,
  board: BoardOf<'over-the-line'>,
  view: ViewOf<'over-the-line'>,
): readonly Figures[] => {
  const { numbers, names, figure, term, say, ms } = tools
  const plan = tools.planOf(board.metric)
  const window = tools.window(board.window)
  const shown = tools.shown(window)
  const within = selectionOf(numbers, board.scope)
  const { unit } = plan.metric

  const rows = Object.entries(view.rows).map(([id, row]): Figures => {
    const subject = tools.subjectOf(id)
    return {
      id,
      name: row.name,
      figures: tools.standing({
        key: id,
        plan,
        shown,
        facts: factsOfSubject(numbers, plan, shown, subject, within),
        standing: row,
        share: tools.shareGone(window, subject),
        goal: { note: tools.goalNote(plan, subject) },
      }),
    }
  })

  /** Of whoever is nearest, without their name. */
  const nearestOf = (nearest: number): Figure => {
    const found = createListing(numbers)(window, within, ms)
      .map(({ member }) => numbers.standingOf(plan, window, member.subject, ms, within))
      .find(
        ({ state, value, goal, pace }) =>
          state !== 'reached' &&
          value !== null &&
          goal !== null &&
          pace !== null &&
          Math.abs(goal - value) === nearest,
      )
    const [value, goal] = [
      term(plan.metric.name, found?.value ?? null, unit),
      term(names.goal, found?.goal ?? null, unit),
    ]
    return figure({
      id: 'nearest',
      name: say({ id: 'figures.nearest', defaultMessage: 'To the line, for whoever is nearest' }),
      unit,
      value: nearest,
      window: shown.window.label,
      working: {
        by: 'difference',
        terms: (found?.goal ?? 0) >= (found?.value ?? 0) ? [goal, value] : [value, goal],
        isPrivate: true,
      },
    })
  }

  const over = rows.length
  const all: Figures = {
    id: 'all',
    name: names.together,
    figures: [
      tools.howMany(
        'over',
        say({ id: 'figures.over', defaultMessage: 'Over the line' }),
        over,
        rows.map(({ name, id }) => term(name, view.rows[id]?.value ?? null, unit, `${id}.value`)),
      ),
      figure({
        id: 'with-goal',
        name: names.withGoal,
        unit: 'count',
        value: view.withGoal,
        working: {
          by: 'sum',
          terms: [
            term(say({ id: 'figures.over', defaultMessage: 'Over the line' }), over, 'count', 'over'),
            term(say({ id: 'figures.not-yet', defaultMessage: 'Not yet' }), view.withGoal - over, 'count'),
          ],
        },
      }),
      ...(view.nearest === null ? [] : [nearestOf(view.nearest)]),
    ],
  }
  return [all, ...rows]
}
