// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SceneNow } from '../../../shared/domain/screens/rotation.ts'
import { createStore } from '../../live/store.ts'
import { emptyWall } from '../../live/wall.ts'
import { Scenes } from './scenes.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let place: HTMLElement
beforeEach(() => {
  place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
})
afterEach(() => {
  act(() => root.unmount())
  place.remove()
})

const wall = createStore(emptyWall)
const sceneOf = (board: string): SceneNow & { readonly board: string } => ({
  playlist: 'day',
  held: false,
  board,
  slot: 0,
  slots: 2,
  page: 0,
  pages: 1,
  startedAt: 0,
  endsAt: 1,
  nextChangeAt: 1,
})

const show = (board: string): void =>
  act(() => root.render(<Scenes wall={wall} scene={sceneOf(board)} now={0} onTrip={() => undefined} />))

/** Board by board, in the order of the page: is it on, or does it leave? */
const shown = (): string[] =>
  [...place.querySelectorAll<HTMLElement>('.scene')].map(
    ({ dataset }) => `${dataset['board']} ${dataset['leaving'] === undefined ? 'is on' : 'leaves'}`,
  )

const endAnimationOf = (board: string): void =>
  act(() => {
    const scene = place.querySelector(`[data-board="${board}"]`)
    scene?.dispatchEvent(new Event('animationend', { bubbles: true }))
  })

test('a scene that is left stays until its animation has ended', () => {
  show('wins')
  show('funnel')
  expect(shown().toSorted()).toEqual(['funnel is on', 'wins leaves'])
  endAnimationOf('funnel')
  expect(shown()).toHaveLength(2)
  endAnimationOf('wins')
  expect(shown()).toEqual(['funnel is on'])
})

test('the end of an animation within a scene takes nothing away', () => {
  show('wins')
  const inner = document.createElement('i')
  place.querySelector('.scene')?.append(inner)
  show('funnel')
  act(() => void inner.dispatchEvent(new Event('animationend', { bubbles: true })))
  expect(shown()).toHaveLength(2)
  inner.remove()
})

test('a scene that comes back while it leaves is on again, and stays', () => {
  show('wins')
  show('funnel')
  show('wins')
  expect(shown().toSorted()).toEqual(['funnel leaves', 'wins is on'])
  endAnimationOf('funnel')
  endAnimationOf('wins')
  expect(shown()).toEqual(['wins is on'])
})
