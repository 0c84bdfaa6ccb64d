import { expect, test } from 'vitest'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { views } from './gallery-states.ts'
import { footWords, insteadOfRows, nothingWords, spanWords } from './plan-words.ts'

const plainSay = sayIn('en')

const view = (id: string) => {
  const found = views.find((each) => each.id === id)
  if (!found) throw new Error(`no state "${id}"`)
  return found
}

test('[B202] why nothing is planned is said in words', () => {
  expect(
    (['no plan', 'day off', 'away', 'done'] as const).map((nothing) => nothingWords(nothing, plainSay)),
  ).toEqual(['no plan yet', 'day off', 'away today', 'all planned is done'])
  expect([spanWords('day', plainSay), spanWords('week', plainSay)]).toEqual([null, 'this week'])
})

test('[B202] a team without a day has words instead of rows; one person who is off has a row', () => {
  expect(insteadOfRows(view('formula'), plainSay)).toBeNull()
  expect(insteadOfRows(view('formula-no-plans'), plainSay)?.headline).toBe('No plans yet')
  expect(insteadOfRows(view('formula-all-off'), plainSay)?.headline).toBe('Nothing is planned for today')
  expect(insteadOfRows(view('formula-none'), plainSay)?.headline).toBe('Nobody is on this board yet')
  expect(insteadOfRows(view('formula-nothing-planned'), plainSay)).toBeNull()
})

test('the foot explains the tick only where one is drawn', () => {
  expect(footWords(view('formula'), plainSay)).toContain('tick = pace')
  expect(footWords(view('formula-everybody'), plainSay)).not.toContain('tick')
})
