import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import type { GoalState } from '../../../shared/wire/view-parts.ts'
import { totalAnswer } from './total-answer.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const money = { unit: 'money', better: 'higher' } as const

/** In thousands of dollars. */
const said = (value: number | null, goal: number | null, pace: number | null, state: GoalState | null) => {
  const cents = (amount: number | null): number | null => (amount === null ? null : amount * 100_000)
  const standing = { value: cents(value), goal: cents(goal), pace: cents(pace), state, attainment: null }
  const answer = totalAnswer(standing, money, format)
  return answer && `${answer.alarm}: ${answer.word} ${answer.rest}`
}

test('[B77] the answer says how the team stands, and what is missing', () => {
  expect(said(2100, 2750, 1964, 'on pace')).toBe('ahead: Ahead. $650K to go.')
  expect(said(1964, 2750, 1964, 'on pace')).toBe('ahead: On pace. $786K to go.')
  expect(said(1200, 2750, 1964, 'behind')).toBe('behind: Behind. $1.55M to go.')
  expect(said(-35, 2750, 1964, 'well behind')).toBe('behind: Well behind. $2.79M to go.')
})

test('[B77] a goal that is reached is said with what is above it', () => {
  expect(said(2862, 2750, 1964, 'reached')).toBe('reached: Goal reached. +$112K.')
  expect(said(2750, 2750, 1964, 'reached')).toBe('reached: Goal reached. ')
})

test('[B77] without a goal, or before there is something to judge, there is no answer', () => {
  expect(said(1410, null, null, null)).toBeNull()
  expect(said(0, 2750, 0, null)).toBeNull()
  expect(said(null, 2750, 900, null)).toBeNull()
})
