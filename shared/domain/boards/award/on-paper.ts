import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, row, text } from '../paper.ts'

/** Those who stand for it with why, else those who were chosen. */
export const awardOnPaper = (view: ViewOf<'award'>, words: PaperWords): OnPaper => {
  const { say } = words
  const { chosen, past, rows } = view
  const who = text(words.who)
  if (chosen === null && Object.keys(rows).length > 0)
    return {
      lines: [],
      table: {
        columns: [who, text(say({ id: 'sheet.award.why', defaultMessage: 'Why' }))],
        rows: inOrder(rows).map(({ name, words: said }) => row(name, said ?? '')),
      },
    }
  const ends = [...(chosen === null ? [] : [chosen]), ...past]
  return {
    lines: chosen?.words == null ? [] : [`“${chosen.words}”`],
    table: {
      columns: [text(say({ id: 'sheet.award.period', defaultMessage: 'Period' })), who],
      rows: ends.map(({ period, winners, more }) =>
        row(
          period,
          [
            ...winners.map(({ name }) => name),
            ...(more === 0
              ? []
              : [say({ id: 'sheet.award.more', defaultMessage: '{count} more' }, { count: more })]),
          ].join(', '),
        ),
      ),
    },
  }
}
