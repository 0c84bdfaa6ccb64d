// A text as large as its place allows: tries one size after the other, the largest first.
import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * The element gets `data-step` 0 to `steps` − 1, the first at which its only child is no higher than itself; the style
 * sheet says what a step is. Measured when it is first drawn, and again when either changes its size: a picture came,
 * a font, another screen.
 */
export const useFittingStep = (steps: number): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [outer, inner] = [place.current, place.current?.firstElementChild]
    if (!outer || !(inner instanceof HTMLElement)) return
    const sizes = () => [outer, inner].map((each) => `${each.offsetWidth} ${each.offsetHeight}`).join()
    let settledAt = ''
    const settle = () => {
      for (let step = 0; step < steps; step += 1) {
        outer.dataset['step'] = String(step)
        if (inner.offsetHeight <= outer.clientHeight) break
      }
      settledAt = sizes()
    }
    settle()
    // It tells of what was just measured too, when it begins and after each change of step.
    const observer = new ResizeObserver(() => {
      if (sizes() !== settledAt) settle()
    })
    observer.observe(outer)
    observer.observe(inner)
    // Letters of another font may leave as many lines of the same height, and be narrower: a larger step fits then.
    const fonts: FontFaceSet | undefined = document.fonts
    fonts?.addEventListener('loadingdone', settle)
    return () => {
      observer.disconnect()
      fonts?.removeEventListener('loadingdone', settle)
    }
  }, [steps])
  return place
}
