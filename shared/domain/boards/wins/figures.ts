// The deals that a wins board shows and counts.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { selectionOf } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import { dealFigure } from '../figures/deal-figure.ts'
import { cellsOfScope, type FactsQuestion } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { dealOfRow } from './wins-view.ts'

export const winsFigures = (
  tools: FigureTools,
  board: BoardOf<'wins'>,
  view: ViewOf<'wins'>,
): readonly Figures[] => {
  const { numbers, names, figure, say } = tools
  const within = selectionOf(numbers, board.scope)
  const shown = tools.shown(tools.window(`last ${board.days} days`))
  const factsOf = (part: 'deals' | 'total' | 'refunds'): FactsQuestion => ({
    of: { kind: 'deals', board, part },
    ...cellsOfScope(numbers, within, shown.days),
    window: shown.window,
    who: { kind: within.role !== null ? 'role' : within.team !== null ? 'team' : 'org', name: view.scope },
  })
  const counted = (part: 'deals' | 'total' | 'refunds', name: string): Figure =>
    figure({
      id: part,
      name,
      unit: part === 'total' ? 'money' : 'count',
      value: view[part],
      window: shown.window.label,
      facts: factsOf(part),
    })
  const all: Figures = {
    id: 'all',
    name: names.together,
    figures: [
      counted('deals', say({ id: 'figures.deals', defaultMessage: 'Deals' })),
      counted('total', say({ id: 'figures.deals-total', defaultMessage: 'Together, less what went back' })),
      ...(view.refunds === 0
        ? []
        : [counted('refunds', say({ id: 'figures.refunds', defaultMessage: 'Went back' }))]),
    ],
  }
  const rows = byPlace(view.rows).flatMap(([id, row]): Figures[] => {
    const shares = row.helpers.flatMap(({ id: helper, name, share }) =>
      share === null
        ? []
        : [
            figure({
              id: `${id}.${helper}`,
              name: say({ id: 'figures.share-of', defaultMessage: 'Share of {name}' }, { name }),
              unit: 'percent',
              value: share,
              note: say({ id: 'figures.note.source', defaultMessage: 'As its source says it.' }),
            }),
          ],
    )
    const figures = [
      ...(row.amount === null ? [] : [dealFigure(tools, id, row.name, row.amount, dealOfRow(id))]),
      ...shares,
    ]
    const name = row.account === null ? row.name : `${row.account} · ${row.name}`
    return figures.length === 0 ? [] : [{ id, name, figures }]
  })
  return [all, ...rows]
}
