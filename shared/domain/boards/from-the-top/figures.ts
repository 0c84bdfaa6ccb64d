// The deals that leaders wrote about.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { dealFigure } from '../figures/deal-figure.ts'
import type { Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

export const fromTheTopFigures = (
  tools: FigureTools,
  _board: BoardOf<'from-the-top'>,
  view: ViewOf<'from-the-top'>,
): readonly Figures[] => {
  const { numbers, ms } = tools
  const { floorZone } = numbers.model.roster
  const words = new Map(
    numbers.topWords.since(floorZone.startOf(floorZone.dayAt(ms))).map((word) => [word.id, word]),
  )
  return Object.entries(view.rows).flatMap(([id, row]) => {
    const deal = words.get(id)?.deal ?? null
    return deal === null || row.amount === null
      ? []
      : [{ id, name: row.name, figures: [dealFigure(tools, id, row.names.join(', '), row.amount, deal)] }]
  })
}
