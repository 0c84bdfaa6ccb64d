// Whether people see a picture that stands upright, now and when the page or the picture on it is turned.
import type { Shape } from '../boards/parts/paging.ts'
import type { Store } from '../live/store.ts'
import type { Wall } from '../live/wall.ts'
import { isSideways, turnOf } from './stage/turned-page.ts'

export const watchShape = (
  wall: Store<Wall>,
): {
  readonly now: () => Shape
  readonly onChange: (listener: (shape: Shape) => void) => void
} => {
  const portrait = window.matchMedia('(max-aspect-ratio: 1/1)')
  const now = (): Shape => {
    const isTurned = isSideways(turnOf(wall.get().stage?.screen.rotate ?? 0))
    return portrait.matches === isTurned ? 'landscape' : 'portrait'
  }
  return {
    now,
    onChange: (listener) => {
      let last = now()
      const look = () => {
        const next = now()
        if (next === last) return
        last = next
        listener(next)
      }
      portrait.addEventListener('change', look)
      wall.subscribe(look)
    },
  }
}
