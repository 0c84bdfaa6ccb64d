// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { Countdown } from './countdown.tsx'

const now = Date.parse('2026-11-20T19:41:00Z')
const dayMs = 86_400_000

beforeEach(() => void vi.useFakeTimers({ now }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const shown = (container: HTMLElement): string =>
  [...container.querySelectorAll('.countdown-figure')].map((figure) => figure.textContent).join(' ')

const counting = (leftMs: number) => {
  const feedNow = vi.fn(Date.now)
  const countdown = { to: now + leftMs, afterwards: 'It is over' }
  const { container } = renderOnWall(<Countdown countdown={countdown} />, { feedNow })
  return { container, feedNow, pass: (ms: number) => act(() => vi.advanceTimersByTime(ms)) }
}

test('[B83] on the last day each second is shown, and then what is to be said afterwards', () => {
  const { container, pass } = counting(4000)
  const seen = [shown(container)]
  // A figure changes one millisecond late, so that it never does early.
  pass(5)
  for (let second = 0; second < 3; second += 1) {
    pass(1000)
    seen.push(shown(container))
  }
  expect(seen).toEqual(['00 00 04', '00 00 03', '00 00 02', '00 00 01'])
  pass(1100)
  expect(container.textContent).toBe('It is over')
})

test.each([2, 400])('[B83] %i days before, it counts minutes, and looks at the clock as often', (days) => {
  const { container, feedNow, pass } = counting(days * dayMs)
  expect(shown(container)).toBe(`${days} 00 00`)
  feedNow.mockClear()
  pass(61_000)
  expect(shown(container)).toBe(`${days - 1} 23 59`)
  expect(feedNow.mock.calls.length).toBeLessThan(10)
})
