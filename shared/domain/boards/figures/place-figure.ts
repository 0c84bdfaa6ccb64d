// A competition rank: one more than there are who have more.
import type { Figure, Term } from './figure.ts'
import type { FigureTools } from './figure-tools.ts'

/** `ahead`: whoever has more, as the board orders them. */
export const placeFigure = (
  { names, figure, say }: FigureTools,
  key: string,
  rank: number,
  ahead: readonly Term[],
): Figure =>
  figure({
    id: `${key}.place`,
    name: names.rank,
    unit: 'count',
    value: rank,
    working: {
      by: 'place',
      terms: ahead,
      says:
        ahead.length === 0
          ? say({ id: 'figures.says.first', defaultMessage: 'Nobody is ahead.' })
          : say(
              {
                id: 'figures.says.place',
                defaultMessage:
                  '{ahead, plural, one {One is} other {# are}} ahead. Equal ones share a place.',
              },
              { ahead: ahead.length },
            ),
    },
  })
