import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text } from '../paper.ts'

/** Who stands where, with the prize of those who win it. */
export const contestOnPaper = ({ standings }: ViewOf<'contest'>, words: PaperWords): OnPaper => {
  const { say, format } = words
  if (standings === null)
    return {
      lines: [say({ id: 'sheet.contest.none', defaultMessage: 'This contest is not on.' })],
      table: null,
    }
  if (standings.hidden)
    return {
      lines: [say({ id: 'sheet.contest.hidden', defaultMessage: 'Who stands where is told at its end.' })],
      table: null,
    }
  const isRaffle = standings.win.by === 'raffle'
  const unit = standings.win.by === 'king' ? 'days' : standings.unit
  const rows = inOrder(standings.rows)
  const withPrize = rows.some(({ prize }) => prize !== null)
  return {
    lines: [],
    table: {
      columns: [
        number(say({ id: 'sheet.contest.place', defaultMessage: 'Place' })),
        text(words.who),
        number(isRaffle ? say({ id: 'sheet.contest.tickets', defaultMessage: 'Tickets' }) : standings.counts),
        ...(withPrize ? [text(say({ id: 'sheet.contest.prize', defaultMessage: 'Prize' }))] : []),
      ],
      rows: rows.map(({ rank, name, score, tickets, prize }) =>
        row(
          rank === null ? '' : format.value(rank, 'count'),
          name,
          isRaffle ? format.value(tickets, 'count') : format.value(score, unit),
          ...(withPrize ? [prize ?? ''] : []),
        ),
      ),
    },
  }
}
