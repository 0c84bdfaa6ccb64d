// Whether the page stands upright, now and when it is turned.
import type { Shape } from '../boards/parts/paging.ts'

export const watchShape = (): {
  readonly now: () => Shape
  readonly onChange: (listener: (shape: Shape) => void) => void
} => {
  const portrait = window.matchMedia('(max-aspect-ratio: 1/1)')
  const now = (): Shape => (portrait.matches ? 'portrait' : 'landscape')
  return { now, onChange: (listener) => portrait.addEventListener('change', () => listener(now())) }
}
