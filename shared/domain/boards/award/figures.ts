// How many stand for it, how many voted, and with what somebody was chosen: who chose whom is no figure.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { byPlace } from '../figures/by-place.ts'
import type { Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

export const awardFigures = (
  { figure, names, say }: FigureTools,
  _board: BoardOf<'award'>,
  { rows, standing, chosen, counts, unit }: ViewOf<'award'>,
): readonly Figures[] => {
  const secret = say({
    id: 'figures.note.award-votes',
    defaultMessage:
      'One vote each, not for oneself, of those who worked here when it was decided. Nobody is told who chose whom.',
  })
  const period = say({
    id: 'figures.note.award-metric',
    defaultMessage: 'Of the whole period, as it stands now.',
  })
  const all: Figures = {
    id: 'all',
    name: names.together,
    figures:
      chosen === null
        ? [
            figure({
              ...{ id: 'standing', unit: 'count', value: standing },
              name: say({ id: 'figures.award.standing', defaultMessage: 'Stand for it' }),
              note: say({
                id: 'figures.note.award-standing',
                defaultMessage: 'Those whom a wall names: nobody who has left or is kept off it.',
              }),
            }),
          ]
        : [
            ...(chosen.by === 'metric'
              ? []
              : [
                  figure({
                    ...{ id: 'voted', unit: 'count', value: chosen.voted, note: secret },
                    name: say({ id: 'figures.award.voted', defaultMessage: 'Votes that counted' }),
                  }),
                ]),
            ...(chosen.votes === null
              ? []
              : [
                  figure({
                    ...{ id: 'votes', unit: 'count', value: chosen.votes, note: secret },
                    name: say({ id: 'figures.award.votes', defaultMessage: 'Votes for whoever was chosen' }),
                  }),
                ]),
            ...(chosen.value === null || chosen.counts === null
              ? []
              : [
                  figure({
                    ...{ id: 'won', unit: chosen.unit, value: chosen.value, name: chosen.counts },
                    note: say({
                      id: 'figures.note.award-won',
                      defaultMessage:
                        'As it stood when it was decided. What was corrected after that leaves it as it is.',
                    }),
                  }),
                ]),
          ],
  }
  return [
    all,
    ...byPlace(rows).map(
      ([id, { name, value }]): Figures => ({
        ...{ id, name },
        figures:
          value === null || counts === null
            ? []
            : [figure({ id: `${id}.value`, name: counts, unit, value, note: period })],
      }),
    ),
  ]
}
