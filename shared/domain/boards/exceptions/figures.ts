// How many things are off, and since when: what each is stands in its own sentence.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

export const exceptionsFigures = (
  { numbers, figure, names, say }: FigureTools,
  _board: BoardOf<'exceptions'>,
  view: ViewOf<'exceptions'>,
): readonly Figures[] => {
  const list = say({
    id: 'figures.note.exceptions',
    defaultMessage: 'Each stands on the page Exceptions, with its reason.',
  })
  const count = (id: string, name: string, value: number): Figure =>
    figure({ id, name, unit: 'count', value, note: list })
  const sinceOf = new Map(
    numbers.off.open().map(({ id, since }) => [id, numbers.model.roster.floorZone.dayAt(since)] as const),
  )
  const all: Figures = {
    id: 'total',
    name: names.together,
    figures: [
      count('total', say({ id: 'figures.open', defaultMessage: 'Open' }), view.total),
      count('set-aside', say({ id: 'figures.set-aside', defaultMessage: 'Set aside' }), view.setAside),
    ],
  }
  const rows = Object.entries(view.rows).map(
    ([id, row]): Figures => ({
      id,
      name: row.title,
      figures: [
        ...(view.named ? [] : [count(`${id}.count`, row.title, row.count)]),
        figure({
          id: `${id}.days`,
          name: say({ id: 'figures.off-for', defaultMessage: 'Whole days since it began' }),
          unit: 'count',
          value: row.days,
          note:
            row.says ??
            (sinceOf.has(id)
              ? list
              : say({
                  id: 'figures.note.longest',
                  defaultMessage: 'Of the one that has been so the longest.',
                })),
        }),
        count(
          `${id}.times`,
          say({ id: 'figures.times', defaultMessage: 'Times that it came up' }),
          row.times,
        ),
      ],
    }),
  )
  return [all, ...rows]
}
