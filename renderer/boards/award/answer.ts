// An award in a sentence: who was chosen, else how many stand for it, else who is in front.
import type { Format } from '../../../shared/domain/words/format.ts'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { AwardView } from '../../../shared/wire/boards/award-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { inPlace } from './in-place.ts'

/** In em: what is wider is set too small to be read from afar. */
const widest = 21

type Part = Pick<AwardView, 'by' | 'phase' | 'rows' | 'standing' | 'chosen'>

const fits = ({ word, rest }: BoardAnswer): boolean => textWidth(`${word} ${rest}`) <= widest

const wonAnswer = (chosen: NonNullable<AwardView['chosen']>, { say, value }: Format): BoardAnswer | null => {
  const [first, second] = chosen.winners
  if (first === undefined) return null
  const count = chosen.winners.length + chosen.more
  const isQuiet = chosen.winners.every(({ quiet }) => quiet === true)
  const rest = say(
    { id: 'award.answer.won', defaultMessage: '{count, plural, =1 {was chosen.} other {share it.}}' },
    { count },
  )
  const words =
    count === 1
      ? [first.name, first.short]
      : count === 2 && second !== undefined
        ? [
            say(
              { id: 'award.answer.both', defaultMessage: '{one} and {other}' },
              { one: first.short, other: second.short },
            ),
            value(count, 'count'),
          ]
        : [value(count, 'count')]
  const all = words.map((word): BoardAnswer => ({ word, rest, alarm: isQuiet ? undefined : 'reached' }))
  return all.find(fits) ?? all.at(-1) ?? null
}

const inFront = (rows: AwardView['rows'], { say, value }: Format): BoardAnswer | null => {
  const [first, ...others] = inPlace(rows)
  if (first === undefined) return null
  const equals = others.filter((row) => row.value === first.value).length + 1
  const rest = say(
    { id: 'award.answer.leads', defaultMessage: '{count, plural, =1 {leads.} other {lead together.}}' },
    { count: equals },
  )
  const words = equals === 1 ? [first.name, first.short] : [value(equals, 'count')]
  const all = words.map((word): BoardAnswer => ({ word, rest, alarm: undefined }))
  return all.find(fits) ?? all.at(-1) ?? null
}

/** Null where nobody stands for it yet. */
export const awardAnswer = (
  { by, phase, rows, standing, chosen }: Part,
  format: Format,
): BoardAnswer | null => {
  if (chosen !== null) return wonAnswer(chosen, format)
  if (Object.keys(rows).length === 0) return null
  if (by === 'metric' || (by === 'both' && phase !== 'voting')) return inFront(rows, format)
  const rest =
    phase === 'voting'
      ? format.say(
          {
            id: 'award.answer.voting',
            defaultMessage: '{count, plural, =1 {stands for the vote.} other {stand for the vote.}}',
          },
          { count: standing },
        )
      : format.say(
          {
            id: 'award.answer.nominated',
            defaultMessage: '{count, plural, =1 {is nominated.} other {are nominated.}}',
          },
          { count: standing },
        )
  return { word: format.value(standing, 'count'), rest, alarm: undefined }
}
