// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderOnWall } from '../../test/renderer/render-on-wall.tsx'
import { useLastSaid, useSaid } from './use-said.ts'

const Words = ({ reached, figure }: { readonly reached: boolean; readonly figure: string }) => {
  const said = useSaid(reached, 400)
  return (
    <p data-testid="words">{`${said ? 'reached' : 'on the way'} ${useLastSaid(figure, reached && !said)}`}</p>
  )
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[S241] that a goal is reached is said when the number is there, and taken back at once', () => {
  const { rerender, getByTestId } = renderOnWall(<Words reached={false} figure="94%" />)
  const words = () => getByTestId('words').textContent
  rerender(<Words reached figure="102%" />)
  expect(words()).toBe('on the way 94%')
  act(() => void vi.advanceTimersByTime(399))
  expect(words()).toBe('on the way 94%')
  act(() => void vi.advanceTimersByTime(1))
  expect(words()).toBe('reached 102%')
  rerender(<Words reached={false} figure="97%" />)
  expect(words()).toBe('on the way 97%')
})

test('[S241] what comes on with its goal reached says so from the start', () => {
  const { getByTestId } = renderOnWall(<Words reached figure="102%" />)
  expect(getByTestId('words').textContent).toBe('reached 102%')
})
