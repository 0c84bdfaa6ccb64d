// @vitest-environment happy-dom
import { useRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { useCrossed } from './use-crossed.ts'

const Row = ({ reached }: { readonly reached: boolean }) => {
  const row = useRef<HTMLDivElement>(null)
  useCrossed(row, reached, 300)
  return <div ref={row} data-testid="row" />
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[S235] a row that passes its goal is lit until its light is out', () => {
  const { rerender, getByTestId } = renderOnWall(<Row reached={false} />)
  const isLit = () => 'crossed' in getByTestId('row').dataset
  expect(isLit()).toBe(false)
  rerender(<Row reached />)
  expect(isLit()).toBe(true)
  vi.advanceTimersByTime(2299)
  expect(isLit()).toBe(true)
  vi.advanceTimersByTime(1)
  expect(isLit()).toBe(false)
})

test('[S235] neither a row that comes on with its goal reached, nor one that falls back, is lit', () => {
  const { rerender, getByTestId } = renderOnWall(<Row reached />)
  const isLit = () => 'crossed' in getByTestId('row').dataset
  expect(isLit()).toBe(false)
  rerender(<Row reached={false} />)
  expect(isLit()).toBe(false)
})

test('[S235] on a calm screen nothing is lit', () => {
  const { rerender, getByTestId } = renderOnWall(<Row reached={false} />, { calm: true })
  rerender(<Row reached />)
  expect('crossed' in getByTestId('row').dataset).toBe(false)
})
