// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { BoardView } from '../../../shared/wire/view.ts'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { kinds, ordinaryOf, statesOf } from '../../gallery/catalogue.ts'
import { Scene } from '../../tv/stage/scene.tsx'
import { Empty } from './empty.tsx'

test('a board with nothing on it says so as a heading, and what will appear', () => {
  const { getByRole, getByText } = renderOnWall(
    <Empty headline="No wins yet">The first one of today appears here.</Empty>,
  )
  expect(getByRole('heading').textContent).toBe('No wins yet')
  expect(getByText('The first one of today appears here.').tagName).toBe('P')
})

const headlinesOf = (view: BoardView): readonly string[] => {
  const { container } = renderOnWall(<Scene view={view} page={0} pages={1} now={0} />)
  return [...container.querySelectorAll('h1, .empty h2')].map(({ textContent }) => textContent ?? '')
}

const isEmpty = (view: BoardView): boolean => 'rows' in view && Object.keys(view.rows).length === 0

const emptyStates = kinds.flatMap(statesOf).filter(isEmpty)

test.each(emptyStates.map(({ id }) => id))('[B238] %s has one headline, also before the first fact', (id) => {
  for (const view of emptyStates.filter((state) => state.id === id))
    for (const awaits of [view.awaits, 'first fact', 'history'] as const)
      expect(headlinesOf({ ...view, awaits }), String(awaits)).toHaveLength(1)
})

test('[B238] the answer of a board whose people are not here yet is its headline', () => {
  const view = { ...ordinaryOf('birds-eye'), rows: {} } as BoardView
  expect(headlinesOf(view)).toEqual(['Ahead. $2.20M to go.'])
})
