import { expect, test } from 'vitest'
import type { CelebrateMessage } from '../../../../shared/wire/celebrations/view.ts'
import { bigDeal } from '../../../boards/samples/celebration.ts'
import { type Known, onScreen, withMessage, withRetracted } from './on-screen.ts'

const message = (id: string, startsAt: number, ms = 10_000): CelebrateMessage => ({
  id,
  startsAt,
  ms,
  view: bigDeal,
  sound: null,
  isTest: false,
  silent: false,
})
const told = (...messages: readonly (readonly [CelebrateMessage, number])[]): Known =>
  messages.reduce<Known>((known, [each, now]) => withMessage(known, each, now), new Map())
const idAt = (known: Known, now: number) => onScreen(known, now).told?.message.id ?? null

test('it is drawn a little ahead of its start, and gone at its end', () => {
  const known = told([message('a', 5000), 0])
  expect([3000, 4000, 14_999, 15_000].map((now) => idAt(known, now))).toEqual([null, 'a', 'a', null])
  expect(onScreen(known, 3000).until).toBe(3500)
  expect(onScreen(known, 4000).until).toBe(5000)
  expect(onScreen(known, 6000).until).toBe(15_000)
})

test('of two whose time it is the later one is on, whichever was told first', () => {
  const [a, b] = [message('a', 1000), message('b', 4000)]
  for (const known of [told([a, 0], [b, 0]), told([b, 0], [a, 0])])
    expect([2000, 4000, 13_999, 14_000].map((now) => idAt(known, now))).toEqual(['a', 'b', 'b', null])
})

test('the same id again changes what is shown and does not begin anew', () => {
  const known = told([message('a', 1000), 0], [{ ...message('a', 6000, 12_000), silent: true }, 5000])
  const { told: on } = onScreen(known, 5000)
  expect(on?.message).toMatchObject({ startsAt: 1000, ms: 12_000, silent: true })
})

test('before its start it may be put off', () => {
  const known = told([message('a', 3000), 0], [message('a', 8000), 1000])
  expect(idAt(known, 3500)).toBeNull()
  expect(idAt(known, 8000)).toBe('a')
})

test('what is taken back ends, never begins, and is not begun by a late word of it', () => {
  const known = withRetracted(told([message('a', 1000), 0]), 'a')
  expect(idAt(known, 2000)).toBeNull()
  expect(idAt(withMessage(known, message('a', 1000), 2000), 2000)).toBeNull()
})

test('what is over is forgotten', () => {
  const known = told([message('a', 0), 0], [message('b', 50_000), 49_000])
  expect([...known.keys()]).toEqual(['b'])
})
