import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { awardAnswer } from './answer.ts'
import { awardFoot } from './award-foot.ts'
import { views } from './gallery-states.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const viewOf = (id: string) => {
  const found = views.find((view) => view.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const said = (id: string): string => {
  const answer = awardAnswer(viewOf(id), format)
  return answer === null ? '' : `${answer.word} ${answer.rest}`
}

test('[B275] an award says who was chosen, how many stand for it, or who leads', () => {
  expect(said('award')).toBe('4 stand for the vote.')
  expect(said('award-nominating')).toBe('3 are nominated.')
  expect(said('award-one')).toBe('1 is nominated.')
  expect(said('award-none')).toBe('')
  expect(said('award-won')).toBe('Hana Sato was chosen.')
  expect(said('award-won-two')).toBe('Hana S. and João A. share it.')
  expect(said('award-won-five')).toBe('5 share it.')
  expect(said('award-won-thirty')).toBe('30 share it.')
  expect(said('award-metric')).toBe('Priya Raman leads.')
  expect(said('award-both')).toBe('3 stand for the vote.')
  expect(awardAnswer(viewOf('award-won'), format)?.alarm).toBe('reached')
  expect(awardAnswer(viewOf('award-won-quiet'), format)?.alarm).toBeUndefined()
})

test('[B275] [K80] its foot says what can be done, and how many voted where that says of nobody whom they chose', () => {
  const foot = (id: string): string => awardFoot(viewOf(id), format.say)
  expect(foot('award')).toContain('Nobody is told whom you chose')
  expect(foot('award-nominating')).toContain('on your phone')
  expect(foot('award-won')).toBe('Chosen by 14 colleagues, with one vote each')
  expect(foot('award-won-votes')).toBe('8 votes of 14, one each')
  expect(foot('award-won-bare')).toBe('Chosen by vote of the team')
  expect(foot('award-won-metric')).toBe('Whoever was best: Meetings held')
})
