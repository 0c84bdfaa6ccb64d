// The dates of a pasted column, as `YYYY-MM-DD`. Whether the day or the month comes first, the column says as a whole: where no
// date of it does, one such as 03/04/2026 is refused and not guessed.
import { PlainDate } from '../../../wire/text.ts'

/** `ambiguous`: it could be two days. */
export type PastedDate =
  | { readonly is: 'date'; readonly date: string }
  | { readonly is: 'none' }
  | { readonly is: 'no-date' }
  | { readonly is: 'ambiguous' }

const isoPattern = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const pattern = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/

const dateOf = (year: string, month: string, day: string): PastedDate => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return PlainDate.safeParse(date).success ? { is: 'date', date } : { is: 'no-date' }
}

type Order = 'day-first' | 'month-first' | 'unknown' | 'both'

/** With full stops the day comes first everywhere. */
const orderOf = (texts: readonly string[]): Order => {
  let [dayFirst, monthFirst] = [false, false]
  for (const text of texts) {
    const [, first, mark, second] = pattern.exec(text) ?? []
    if (first === undefined || second === undefined || mark === '.') continue
    if (Number(first) > 12) dayFirst = true
    if (Number(second) > 12) monthFirst = true
  }
  if (dayFirst && monthFirst) return 'both'
  return dayFirst ? 'day-first' : monthFirst ? 'month-first' : 'unknown'
}

/** In their order. */
export const readPastedDates = (texts: readonly string[]): readonly PastedDate[] => {
  const order = orderOf(texts)
  return texts.map((text): PastedDate => {
    if (text === '') return { is: 'none' }
    const [, year, month, day] = isoPattern.exec(text) ?? []
    if (year !== undefined && month !== undefined && day !== undefined) return dateOf(year, month, day)
    const [, first, mark, second, last] = pattern.exec(text) ?? []
    if (first === undefined || second === undefined || last === undefined) return { is: 'no-date' }
    if (mark === '.' || order === 'day-first' || Number(first) > 12) return dateOf(last, second, first)
    if (order === 'month-first' || Number(second) > 12) return dateOf(last, first, second)
    return first.padStart(2, '0') === second.padStart(2, '0')
      ? dateOf(last, second, first)
      : { is: 'ambiguous' }
  })
}
