import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { countdownWords } from './countdown-words.ts'
import { views } from './gallery-states.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const wordsOf = (id: string) => {
  const view = views.find((each) => each.id === id)
  if (!view) throw new Error(`no state ${id}`)
  return countdownWords(view, format, 'en-US')
}

test.each(['countdown-ask', 'countdown-money', 'countdown-few', 'countdown-nothing', 'countdown-alone'])(
  'of %s the sum is shown, and no sentence',
  (id) => expect(wordsOf(id)).toBe(null),
)

test.each([
  ['countdown-last-day', '11 meetings to go', 'On the last working day'],
  ['countdown-no-day', '11 meetings to go', 'No working day left'],
  ['countdown-no-end', '12 deals to go', 'No last day to count down to'],
  ['countdown-nobody', '12 deals to go', '9 working days left · nobody is on this team yet'],
  ['countdown-reached', 'Goal reached, with $162K on top', '28 working days left: all of it counts on top'],
  ['countdown-to-the-dot', 'Goal reached, to the dot', '1 working day left: all of it counts on top'],
  ['countdown-over', '$1.35M short of the goal', 'This time is over; the next starts anew'],
  ['countdown-no-goal', '$2.10M so far', 'With a goal, this board counts down to it'],
  ['countdown-unknown', 'Waiting for numbers', '28 working days left'],
  ['countdown-low', '6 slips to spare', '9 working days left'],
  ['countdown-too-high', '3 slips over the goal', '9 working days left'],
])('%s says "%s"', (id, headline, note) => {
  expect(wordsOf(id)).toEqual({ headline, note })
})
