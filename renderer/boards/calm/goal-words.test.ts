import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { sayIn } from '../../../shared/domain/words/say.ts'
import type { CalmGoal } from '../../../shared/wire/boards/calm-board.ts'
import { metric } from '../samples/metric.ts'
import { dayWords, goalWords } from './goal-words.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const dials = metric({ id: 'dials', name: 'Dials', indicator: 'input' })
const span = (from: number, to = from) => ({ from, to })
const said = (part: Partial<CalmGoal>): string =>
  goalWords(
    { metric: dials, grain: 'week', of: 'each', goal: span(160), aDay: span(32), ...part },
    format,
    'en-US',
  )

test('[B92] a goal is said in words', () => {
  expect(said({})).toBe('160 dials each for the week, 32 a day')
  expect(said({ grain: 'day', goal: span(1), aDay: null })).toBe('1 dial each')
  expect(said({ goal: span(80, 160), aDay: span(16, 32) })).toBe(
    '80 to 160 dials each for the week, 16 to 32 a day',
  )
  expect(said({ of: 'together', grain: 'month' })).toBe('160 dials together for the month, 32 a day')
  expect(said({ of: null, goal: null, aDay: null })).toBe('no goal set for Dials')
  const stale = metric({ id: 'stale', name: 'Untouched deals', better: 'lower' })
  expect(said({ metric: stale, goal: span(3), aDay: null })).toBe(
    'at most 3 untouched deals each for the week',
  )
})

test('[B91] a day is called as people call it', () => {
  const called = (inDays: number) => dayWords({ day: '2026-11-23', inDays }, format.say, 'en-US')
  expect([0, 1, 2, 6, 7].map(called)).toEqual(['Today', 'Tomorrow', 'Monday', 'Monday', 'Mon, Nov 23'])
  expect(dayWords({ day: '2026-11-23', inDays: 3 }, sayIn('de'), 'de-DE')).toBe('Montag')
})
