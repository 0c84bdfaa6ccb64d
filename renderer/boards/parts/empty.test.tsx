// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { Empty } from './empty.tsx'

test('a board with nothing on it says so as a heading, and what will appear', () => {
  const { getByRole, getByText } = renderOnWall(
    <Empty headline="No wins yet">The first one of today appears here.</Empty>,
  )
  expect(getByRole('heading').textContent).toBe('No wins yet')
  expect(getByText('The first one of today appears here.').tagName).toBe('P')
})
