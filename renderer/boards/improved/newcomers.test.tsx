// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { Newcomers, newcomerPages } from './newcomers.tsx'

const names = ['Ana B.', 'Bo C.', 'Cy D.', 'Di E.']

test('everybody who is new is named: those who do not fit on one page on the next', () => {
  expect(newcomerPages([])).toBe(0)
  expect(newcomerPages(names)).toBe(2)
  const shown = (page: number) => renderOnWall(<Newcomers names={names} page={page} />).container.textContent
  expect(shown(0)).toContain('New here: Ana B., Bo C., Cy D.')
  expect(shown(1)).toContain('New here: Di E.')
  // The other half of the board may have more pages.
  expect(shown(2)).toContain('Ana B.')
})
