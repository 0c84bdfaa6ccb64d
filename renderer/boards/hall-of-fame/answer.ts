// The hall of fame in a sentence: who won most of what is shown, else who won last.
import type { Format } from '../../../shared/domain/words/format.ts'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { HallOfFameRow, HallOfFameView } from '../../../shared/wire/boards/hall-of-fame-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { latestFirst } from './latest-first.ts'

/** In em: what is wider is set too small to be read from afar. */
const widest = 21

const answer = (word: string, rest: string, isQuiet: boolean): BoardAnswer => ({
  word,
  rest,
  alarm: isQuiet ? undefined : 'reached',
})

const fits = ({ word, rest }: BoardAnswer): boolean => textWidth(`${word} ${rest}`) <= widest

const wonWords = (count: number, called: string, { say }: Format): string =>
  say(
    {
      id: 'hall.won',
      defaultMessage: '{count, plural, =1 {won the {contest}.} other {won the {contest}.}}',
    },
    // "The long run" is not won as "the The long run".
    { count, contest: called.replace(/^the /i, '') },
  )

const wonLastWords = (count: number, { say }: Format): string =>
  say({ id: 'hall.won-last', defaultMessage: '{count, plural, =1 {won last.} other {won last.}}' }, { count })

const latestAnswer = ({ winners, more, called }: HallOfFameRow, format: Format): BoardAnswer | null => {
  const count = winners.length + more
  const [first, second] = winners
  if (first === undefined) return null
  const isQuiet = winners.every(({ quiet }) => quiet === true)
  const rests = [wonWords(count, called, format), wonLastWords(count, format)]
  const words =
    count === 1
      ? [first.name, first.short]
      : count === 2 && second !== undefined
        ? [
            format.say(
              { id: 'hall.both', defaultMessage: '{one} and {other}' },
              { one: first.short, other: second.short },
            ),
          ]
        : [format.value(count, 'count')]
  const all = rests.flatMap((rest) => words.map((word) => answer(word, rest, isQuiet)))
  return all.find(fits) ?? all.at(-1) ?? null
}

/** Null where nobody has won anything yet. */
export const hallOfFameAnswer = (
  { rows, champion }: Pick<HallOfFameView, 'rows' | 'champion'>,
  format: Format,
): BoardAnswer | null => {
  const ends = latestFirst(rows)
  const [latest] = ends
  if (latest === undefined) return null
  // A part of what was won says nothing of whoever won most of the whole.
  if (champion === null || champion.wins > ends.length) return latestAnswer(latest, format)
  const rest = format.say(
    { id: 'hall.champion', defaultMessage: 'won {wins} of the last {count}.' },
    { wins: format.value(champion.wins, 'count'), count: format.value(ends.length, 'count') },
  )
  const isQuiet = champion.quiet === true
  const whole = answer(champion.name, rest, isQuiet)
  return fits(whole) ? whole : answer(champion.short, rest, isQuiet)
}
