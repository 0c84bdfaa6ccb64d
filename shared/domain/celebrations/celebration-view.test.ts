import { expect, test } from 'vitest'
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import { createTestFloor, floorOf, person, revenue } from '../test-support/test-floor.ts'
import type { Cause } from './cause.ts'
import { createCelebrationView } from './celebration-view.ts'
import { clipOf } from './look.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const people = [
  person('ana', { walkUp: '/media/ana.mp4' }),
  person('bo', { walkUp: '/media/bo.mp3' }),
  person('cy'),
]
const { numbers } = createTestFloor(
  floorOf({
    people,
    metrics: [revenue],
    celebrations: [
      { id: 'big', name: 'Big', on: { over: 500 }, walkUp: true, media: '/media/rocket.gif' },
      { id: 'plain', name: 'Plain', on: { over: 500 } },
    ],
  }),
)
const { file } = numbers.model
const rule = (id: string): CelebrationRule => {
  const found = file.celebrations.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}
const cause = (of: string, ...who: readonly string[]): Cause => ({
  ...{ id: 'c1', rule: rule(of), at: now, happenedAt: now },
  about: { kind: 'hand', people: who, message: '', by: 'Maya' },
})
const mediaOf = (of: Cause) =>
  createCelebrationView(numbers).view(
    { cause: of, standing: null, together: [], word: null, merged: [] },
    now,
  ).media

test('[H128] a film that somebody walks up to is shown instead of the rule’s picture, a sound beside it', () => {
  expect(mediaOf(cause('big', 'ana'))).toEqual({ kind: 'video', address: '/media/ana.mp4' })
  expect(clipOf(cause('big', 'bo'), file.people)).toBe('/media/bo.mp3')
  expect(mediaOf(cause('big', 'bo'))).toEqual({ kind: 'picture', address: '/media/rocket.gif' })
  expect(mediaOf(cause('big', 'cy'))).toEqual({ kind: 'picture', address: '/media/rocket.gif' })
  // Of several it is nobody's, and a rule that does not say so plays none.
  expect(mediaOf(cause('big', 'ana', 'cy'))).toEqual({ kind: 'picture', address: '/media/rocket.gif' })
  expect(mediaOf(cause('plain', 'ana'))).toBeNull()
})
