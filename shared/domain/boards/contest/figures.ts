// Every number of a contest's board: scores, what is really there beside them, places, tickets, and what is missing.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { ContestRow, ContestStandings } from '../../../wire/contests/standings.ts'
import type { ContestFacts } from '../../standing/contest-book.ts'
import { formatDay } from '../../time/calendar-date.ts'
import { daysCalled, type FactsQuestion, type ShownDays } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

/** Ways to win of which the score is what counts itself; of the others that stands beside it. */
const scoresWhatCounts: ReadonlySet<ContestStandings['win']['by']> = new Set([
  'most',
  'first-to',
  'over',
  'raffle',
])

const daysOf = ({ numbers, ms }: FigureTools, { days, between }: ContestFacts, label: string): ShownDays => {
  const shown = daysCalled(numbers, days, label, ms)
  if (between === null) return shown
  const { floorZone } = numbers.model.roster
  return {
    days,
    window: {
      ...shown.window,
      start: formatDay(floorZone.dayAt(between.from)),
      end: formatDay(floorZone.dayAt(between.until - 1) + 1),
      zone: floorZone.id,
      startAt: new Date(between.from).toISOString(),
      endAt: new Date(between.until).toISOString(),
    },
  }
}

export const contestFigures = (
  tools: FigureTools,
  board: BoardOf<'contest'>,
  { standings, window }: ViewOf<'contest'>,
): readonly Figures[] => {
  if (standings === null) return []
  const { figure, termOf, names, say, numbers, ms } = tools
  const { win, unit, line, draw, name, hidden } = standings
  const scoreUnit = win.by === 'king' ? 'days' : unit
  const factsOf = hidden ? () => null : numbers.contests.facts(board.contest, ms)
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

  /**
   * What counts for one row, with its facts, and how the number that shows it comes of it. Null where none does: a handicap
   * changes it, or facts were changed after what is final was written down.
   */
  const countedOf = (id: string, { name: who, score, raw }: ContestRow, facts: ContestFacts) => {
    const total = facts.total()
    if (total === null) return null
    const own = total / (facts.heads || 1)
    const shownAs =
      scoresWhatCounts.has(win.by) && score === own ? 'score' : raw === own ? ('raw' as const) : null
    if (shownAs === null) return null
    const { window: when } = daysOf(tools, facts, window.label)
    const question: FactsQuestion = {
      of: facts.rate ? { kind: 'metric', plan: facts.rate.plan } : { kind: 'contest', counted: facts },
      cells: facts.rate?.cells ?? [],
      window: when,
      who: { kind: standings.between === 'people' ? 'rep' : 'team', name: who },
    }
    if (facts.heads === 1 || facts.rate !== null) return { shownAs, made: { facts: question }, parts: [] }
    const together = of({
      id: `${id}.together`,
      name: names.together,
      unit: facts.unit,
      value: total,
      facts: question,
    })
    const heads = of({
      id: `${id}.heads`,
      name: names.people,
      unit: 'count',
      value: facts.heads,
      note: say({
        id: 'figures.note.heads',
        defaultMessage: 'On average over its days so far: who came or left in the middle counts for theirs.',
      }),
    })
    const working = { by: 'quotient' as const, terms: [termOf(together), termOf(heads)] }
    return { shownAs, made: { working }, parts: [together, heads] }
  }

  const rowOf = ([id, row]: readonly [string, ContestRow]): Figures => {
    const facts = factsOf(id)
    const behind = facts && countedOf(id, row, facts)
    const madeOf = (shown: 'score' | 'raw') => (behind?.shownAs === shown ? behind.made : { note: counted })
    const score =
      row.score === null
        ? null
        : of({
            id: `${id}.score`,
            name: standings.counts,
            unit: scoreUnit,
            value: row.score,
            ...madeOf('score'),
          })
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
                name: standings.handicap
                  ? say({ id: 'figures.contest.raw', defaultMessage: 'Without the handicap' })
                  : standings.counts,
                unit: facts?.unit ?? 'count',
                value: row.raw,
                ...madeOf('raw'),
              }),
            ]),
        ...(behind?.parts ?? []),
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
