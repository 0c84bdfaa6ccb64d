// How many helped, and how often: each thanks stands on the wall in its own words.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

export const thanksFigures = (
  { figure, names, say }: FigureTools,
  _board: BoardOf<'thanks'>,
  view: ViewOf<'thanks'>,
): readonly Figures[] => {
  const note = say({
    id: 'figures.note.thanks',
    defaultMessage:
      'Each was said by whoever was helped, or confirmed by them. People who have left are not on the wall.',
  })
  const window = view.window.label
  return [
    {
      id: 'all',
      name: names.together,
      figures: [
        figure({
          ...{ id: 'given', unit: 'count', value: view.given, window, note },
          name: say({ id: 'figures.thanks', defaultMessage: 'Thanks' }),
        }),
        figure({
          ...{ id: 'helpers', unit: 'count', value: view.helping, window, note },
          name: say({ id: 'figures.helpers', defaultMessage: 'People who helped' }),
        }),
      ],
    },
  ]
}
