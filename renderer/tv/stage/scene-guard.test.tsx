// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { SceneGuard } from './scene-guard.tsx'

const Broken = (): never => {
  throw new Error('cannot be drawn')
}

test('a board that cannot be drawn is left out and told once; what stands beside it stays', () => {
  const onTrip = vi.fn()
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { queryByText } = renderOnWall(
    <>
      <SceneGuard onTrip={onTrip}>
        <Broken />
      </SceneGuard>
      <p>still here</p>
    </>,
  )
  silence.mockRestore()
  expect(onTrip).toHaveBeenCalledTimes(1)
  expect(queryByText('still here')).not.toBeNull()
})
