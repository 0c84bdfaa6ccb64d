// How many things are off, each by name where the board names them, and since when.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { OffThing } from '../../standing/off-book.ts'
import { spokenLocale } from '../../words/say.ts'
import type { Figure, Figures, Term } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { createOff, daysOf } from './exceptions-view.ts'

export const exceptionsFigures = (
  tools: FigureTools,
  board: BoardOf<'exceptions'>,
  view: ViewOf<'exceptions'>,
): readonly Figures[] => {
  const { numbers, figure, howMany, names, say, term, ms } = tools
  const { file } = numbers.model
  const { open, setAside } = createOff(numbers, board)(ms)
  const instants = new Intl.DateTimeFormat(spokenLocale(file.floor.locale), {
    ...{ dateStyle: 'long', timeStyle: 'short' },
    timeZone: file.floor.timeZone,
  })

  /** Where the board names nobody, by its rule. */
  const termsOf = (things: readonly OffThing[]): Term[] =>
    things.map((thing) =>
      term(
        view.named ? thing.title : thing.ruleName,
        daysOf(thing, ms),
        'days',
        view.named && view.rows[thing.id] !== undefined ? `${thing.id}.days` : undefined,
      ),
    )
  const all: Figures = {
    id: 'total',
    name: names.together,
    figures: [
      howMany('total', say({ id: 'figures.open', defaultMessage: 'Open' }), view.total, termsOf(open)),
      howMany(
        'set-aside',
        say({ id: 'figures.set-aside', defaultMessage: 'Set aside' }),
        view.setAside,
        setAside.map((thing) => term(view.named ? thing.title : thing.ruleName, daysOf(thing, ms), 'days')),
      ),
    ],
  }

  const daysFigure = (id: string, days: number, since: OffThing): Figure =>
    figure({
      id: `${id}.days`,
      name: say({ id: 'figures.off-for', defaultMessage: 'Whole days since it began' }),
      unit: 'days',
      value: days,
      note: view.named
        ? say(
            { id: 'figures.note.off-since', defaultMessage: 'It has been so since {time}.' },
            { time: instants.format(since.since) },
          )
        : say(
            {
              id: 'figures.note.longest',
              defaultMessage: 'Of the one that has been so the longest, since {time}.',
            },
            { time: instants.format(since.since) },
          ),
    })
  const timesName = say({ id: 'figures.times', defaultMessage: 'Times that it came up' })

  const rows = Object.entries(view.rows).flatMap(([id, row]): Figures[] => {
    const own = open.filter((thing) => (view.named ? thing.id : thing.rule) === id)
    const [longest] = own
    if (longest === undefined) return []
    const again = own.filter(({ nth }) => nth > 1)
    return [
      {
        id,
        name: row.title,
        figures: view.named
          ? [
              daysFigure(id, row.days, longest),
              figure({
                ...{ id: `${id}.times`, name: timesName, unit: 'count', value: row.times },
                note: say({
                  id: 'figures.note.times',
                  defaultMessage: 'As often as the same rule found the same, and it was over in between.',
                }),
              }),
            ]
          : [
              howMany(`${id}.count`, row.title, row.count, termsOf(own)),
              daysFigure(id, row.days, longest),
              howMany(
                `${id}.times`,
                say({ id: 'figures.again', defaultMessage: 'Came up more than once' }),
                row.times,
                termsOf(again),
              ),
            ],
      },
    ]
  })
  return [all, ...rows]
}
