// With what contests were won, by how many, and who won most of them.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { byPlace } from '../figures/by-place.ts'
import type { Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

export const hallOfFameFigures = (
  { figure, names, say }: FigureTools,
  _board: BoardOf<'hall-of-fame'>,
  { rows, champion }: ViewOf<'hall-of-fame'>,
): readonly Figures[] => {
  const kept = say({
    id: 'figures.note.hall-score',
    defaultMessage:
      'As it stood when the contest became final. What was corrected after that leaves it as it is.',
  })
  const named = say({
    id: 'figures.note.hall-winners',
    defaultMessage: 'Those whom a wall names: nobody who has left or is kept off it.',
  })
  const ends = byPlace(rows)
  const together: Figures = {
    id: 'all',
    name: names.together,
    figures: [
      figure({
        ...{ id: 'ends', unit: 'count', value: ends.length, note: named },
        name: say({ id: 'figures.hall.ends', defaultMessage: 'Contests that were won' }),
      }),
      ...(champion === null
        ? []
        : [
            figure({
              ...{ id: 'champion', unit: 'count', value: champion.wins },
              name: say(
                { id: 'figures.hall.champion', defaultMessage: 'Won by {name}' },
                { name: champion.name },
              ),
              note: say({
                id: 'figures.note.hall-champion',
                defaultMessage: 'Of the contests that the board shows.',
              }),
            }),
          ]),
    ],
  }
  return [
    together,
    ...ends.map(
      ([id, { called, counts, score, unit, winners, more }]): Figures => ({
        id,
        name: called,
        figures: [
          figure({
            ...{ id: `${id}.winners`, unit: 'count', value: winners.length + more, note: named },
            name: say({ id: 'figures.hall.winners', defaultMessage: 'Winners' }),
          }),
          ...(score === null
            ? []
            : [figure({ id: `${id}.score`, name: counts, unit, value: score, note: kept })]),
        ],
      }),
    ),
  ]
}
