// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { isSideways, turnOf, turnPage } from './turned-page.ts'

test('[S79] quarters are turns, anything else is none', () => {
  expect([0, 90, 180, 270, 45, -90].map(turnOf)).toEqual([0, 90, 180, 270, 0, 0])
  expect(([0, 90, 180, 270] as const).map(isSideways)).toEqual([false, true, false, true])
})

test('[S79] a page that is turned says so at its root, and no longer once it is not', () => {
  turnPage(document, 90)
  expect(document.documentElement.dataset['turn']).toBe('90')
  turnPage(document, 180)
  expect(document.documentElement.dataset['turn']).toBe('180')
  turnPage(document, 0)
  expect(document.documentElement.dataset['turn']).toBeUndefined()
})
