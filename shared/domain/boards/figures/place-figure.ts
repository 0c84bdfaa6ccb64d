// A competition rank: one more than there are who have more.
import type { Figure, Term } from './figure.ts'
import type { FigureTools } from './figure-tools.ts'

/** Somebody who has a place, by what the board ranks by: higher is ahead. */
export interface Ranked {
  readonly key: number
  readonly term: Term
}

/** Whoever has more, in their order. */
export const aheadOf = (ranked: readonly Ranked[], own: number): readonly Term[] =>
  ranked.filter(({ key }) => key > own).map(({ term }) => term)

export const placeSays = ({ say }: FigureTools, ahead: number): string =>
  ahead === 0
    ? say({ id: 'figures.says.first', defaultMessage: 'Nobody is ahead.' })
    : say(
        {
          id: 'figures.says.place',
          defaultMessage: '{ahead, plural, one {One is} other {# are}} ahead. Equal ones share a place.',
        },
        { ahead },
      )

/** `ahead`: see `aheadOf`. */
export const placeFigure = (tools: FigureTools, key: string, rank: number, ahead: readonly Term[]): Figure =>
  tools.figure({
    id: `${key}.place`,
    name: tools.names.rank,
    unit: 'count',
    value: rank,
    working: { by: 'place', terms: ahead, says: placeSays(tools, ahead.length) },
  })
