// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { views } from './gallery-states.ts'
import { TeamGoal } from './team-goal.tsx'

const animate = Element.prototype.animate

beforeEach(() => {
  vi.useFakeTimers()
  // A browser says nothing of a motion that is cut short; happy-dom rejects it, unless somebody listens.
  Element.prototype.animate = function (...how) {
    const motion = animate.apply(this, how)
    motion.finished.catch(() => undefined)
    return motion
  }
})

afterEach(() => {
  vi.useRealTimers()
  Element.prototype.animate = animate
})

const named = (id: string): TeamGoalView => {
  const view = views.find((each) => each.id === id)
  if (!view) throw new Error(`no state ${id}`)
  return view
}

test('[B253][S241] what is left is said anew once the bar is seen to pass', () => {
  const before = named('team-goal')
  const over = Math.round((before.goal ?? 0) * 1.01)
  const after: TeamGoalView = { ...before, value: over, attainment: 1.01, state: 'reached' }
  const { container, rerender } = renderOnWall(<TeamGoal view={before} page={0} />)
  const said = (): readonly (string | null)[] =>
    ['.ask', '.steps'].map((part) => container.querySelector(part)?.textContent ?? null)
  const first = said()
  rerender(<TeamGoal view={after} page={0} />)
  expect(said()).toEqual(first)
  act(() => void vi.advanceTimersByTime(2000))
  expect(said()).not.toEqual(first)
  expect(said()[0]).toContain('Everybody on this bar did that')
})
