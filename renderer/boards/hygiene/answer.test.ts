import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { hygieneAnswer } from './answer.ts'
import { views } from './gallery-states.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const said = (id: string) => {
  const view = views.find((each) => each.id === id)
  if (!view) throw new Error(`no state ${id}`)
  const answer = hygieneAnswer(view, format)
  return answer && `${answer.word} ${answer.rest}`.trim()
}

test('[B126] the answer is how many loose ends there are, or that all is clear', () => {
  expect([said('hygiene'), said('hygiene-clear')]).toEqual(['34 loose ends', 'All clear.'])
  const [one] = views
  expect(one && hygieneAnswer({ ...one, total: 1, clear: false }, format)?.rest).toBe('loose end')
})

test('[B126] without a team, or while a count is unknown, there is no answer', () => {
  expect([said('hygiene-none'), said('hygiene-unknown')]).toEqual([null, null])
})
