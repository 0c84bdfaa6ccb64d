// Every number of a contest's board: scores, what is really there beside them, places, tickets, and what is missing.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { ContestRow } from '../../../wire/contests/standings.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

export const contestFigures = (
  { figure, termOf, names, say }: FigureTools,
  _board: BoardOf<'contest'>,
  { standings, window }: ViewOf<'contest'>,
): readonly Figures[] => {
  if (standings === null) return []
  const { win, unit, line, draw, name, hidden } = standings
  const scoreUnit = win.by === 'king' ? 'days' : unit
  const asks = say({ id: 'figures.note.contest', defaultMessage: 'As the contest asks for it.' })
  const counted = say(
    {
      id: 'figures.note.contest-score',
      defaultMessage: 'Facts from the beginning of the contest to its end: {counts}.',
    },
    { counts: standings.counts },
  )
  const of = (part: Omit<Parameters<typeof figure>[0], 'window'>): Figure =>
    figure({ ...part, window: window.label })
  const rows = Object.entries(standings.rows).sort(([, a], [, b]) => a.place - b.place)
  const lineFigure =
    line === null
      ? []
      : [
          of({
            id: 'contest.line',
            name: say({ id: 'figures.contest.line', defaultMessage: 'The bar' }),
            unit,
            value: line,
            note: asks,
          }),
        ]
  const tickets =
    draw === null
      ? []
      : [
          of({
            id: 'contest.tickets',
            name: say({ id: 'figures.contest.tickets', defaultMessage: 'Tickets' }),
            unit: 'count',
            value: draw.tickets,
            note: say({
              id: 'figures.note.tickets',
              defaultMessage: 'The tickets of all who take part, also of those whom a wall does not name.',
            }),
          }),
        ]
  const whole: Figures = { id: 'contest', name, figures: [...lineFigure, ...tickets] }

  const placeOf = (id: string, row: ContestRow): readonly Figure[] =>
    row.rank === null || hidden
      ? []
      : [
          of({
            id: `${id}.place`,
            name: names.rank,
            unit: 'count',
            value: row.rank,
            note: say({
              id: 'figures.note.contest-place',
              defaultMessage: 'By their scores; of equal ones as the contest says.',
            }),
          }),
        ]

  const rowOf = ([id, row]: readonly [string, ContestRow]): Figures => {
    const score =
      row.score === null
        ? null
        : of({ id: `${id}.score`, name: standings.counts, unit: scoreUnit, value: row.score, note: counted })
    const missingBy =
      line !== null &&
      lineFigure[0] !== undefined &&
      score !== null &&
      row.missing === line - (row.score ?? 0)
        ? { by: 'difference' as const, terms: [termOf(lineFigure[0]), termOf(score)] }
        : null
    return {
      id,
      name: row.name,
      figures: [
        ...placeOf(id, row),
        ...(score === null ? [] : [score]),
        ...(row.raw === null
          ? []
          : [
              of({
                id: `${id}.raw`,
                name: say({ id: 'figures.contest.raw', defaultMessage: 'Without the handicap' }),
                unit: unit === 'percent' ? 'count' : unit,
                value: row.raw,
                note: counted,
              }),
            ]),
        ...(row.missing === null || hidden
          ? []
          : [
              of({
                id: `${id}.missing`,
                name: names.left,
                unit: scoreUnit,
                value: row.missing,
                ...(missingBy === null
                  ? {
                      note: say({
                        id: 'figures.note.contest-missing',
                        defaultMessage: 'To the score of whoever stands above them.',
                      }),
                    }
                  : { working: missingBy }),
              }),
            ]),
        ...(row.tickets === null
          ? []
          : [
              of({
                id: `${id}.tickets`,
                name: say({ id: 'figures.contest.tickets', defaultMessage: 'Tickets' }),
                unit: 'count',
                value: row.tickets,
                ...(score === null || win.by !== 'raffle'
                  ? { note: asks }
                  : {
                      note: say(
                        {
                          id: 'figures.note.ticket-each',
                          defaultMessage: 'One for each {each, plural, =1 {one} other {#}} of what counts.',
                        },
                        { each: win.ticketEach },
                      ),
                    }),
              }),
            ]),
      ],
    }
  }
  return [whole, ...rows.map(rowOf)].filter(({ figures }) => figures.length > 0)
}
