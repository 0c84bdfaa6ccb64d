// The edge of the screen: what still burns of it is what is left. Four sides, each only scaled.
import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { burningShare, litSides } from './time-left.ts'
import { useLeft } from './use-left.ts'
import './burning.css'

/** On calm screens the edge stands still for so long. */
const calmStepMs = 60_000

interface BurningProps {
  /** Epoch ms. */
  readonly from: number
  readonly until: number
}

/** Whether the edge stands upright: a picture that hangs turned on its panel does, though its window does not. */
const useUpright = (edge: RefObject<HTMLElement | null>): boolean => {
  const [isUpright, setUpright] = useState(false)
  useLayoutEffect(() => {
    const element = edge.current
    if (element === null) return
    // As it is laid out, before the page is turned.
    const measure = () => setUpright(element.offsetHeight > element.offsetWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [edge])
  return isUpright
}

export const Burning = memo(({ from, until }: BurningProps) => {
  const { calm } = useSurroundings()
  const left = useLeft(until)
  const shown = calm ? Math.ceil(left / calmStepMs) * calmStepMs : left
  const edge = useRef<HTMLSpanElement>(null)
  const isUpright = useUpright(edge)
  const [top, right, bottom, side] = litSides(
    burningShare(shown, until - from),
    isUpright ? 9 : 16,
    isUpright ? 16 : 9,
  )
  return (
    <span className="contest-edge" aria-hidden="true" ref={edge}>
      <span className="contest-edge-side" data-side="top" style={{ transform: `scaleX(${top})` }} />
      <span className="contest-edge-side" data-side="right" style={{ transform: `scaleY(${right})` }} />
      <span className="contest-edge-side" data-side="bottom" style={{ transform: `scaleX(${bottom})` }} />
      <span className="contest-edge-side" data-side="left" style={{ transform: `scaleY(${side})` }} />
    </span>
  )
})
Burning.displayName = 'Burning'
