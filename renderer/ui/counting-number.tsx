// A number that counts to its new value in place. All values on the way are written at once, one per line, and the
// compositor moves line after line into view, so that the main thread has nothing to draw while it counts.
import { memo, useLayoutEffect, useRef, useState } from 'react'
import type { Unit } from '../../shared/wire/view-parts.ts'
import { type Counted, countTo } from './count-to.ts'
import { startTravel } from './motion/travel.ts'
import { useSurroundings } from './surroundings.tsx'
import './counting-number.css'

interface CountingNumberProps {
  readonly amount: number | null
  readonly unit: Unit
  /** Money without its currency, where there is no room for it. */
  readonly unsigned?: boolean
  readonly className?: string
}

interface Count {
  /** The amount in view now. */
  now(): number | undefined
  end(): void
}

/** The lines' element, on top of the final number, which keeps the space. It is reused: slow TVs notice new elements. */
const stripIn = (element: HTMLElement): HTMLElement => {
  if (element.lastChild instanceof HTMLElement) return element.lastChild
  const strip = document.createElement('span')
  strip.className = 'count-strip'
  strip.ariaHidden = 'true'
  element.append(strip)
  return strip
}

const startCount = (element: HTMLElement, lines: readonly Counted[]): Count => {
  const strip = stripIn(element)
  strip.textContent = lines.map(({ text }) => text).join('\n')
  element.dataset['counting'] = ''
  const last = (lines.length - 1) / lines.length
  const easing = `steps(${lines.length}, jump-none)`
  const { share, end } = startTravel(
    strip,
    { transform: ['none', `translateY(${-last * 100}%)`], easing },
    () => {
      strip.textContent = ''
      delete element.dataset['counting']
    },
  )
  return {
    now: () => lines[Math.min(lines.length - 1, Math.floor(share() * lines.length))]?.amount,
    end,
  }
}

export const CountingNumber = memo(
  ({ amount, unit, unsigned = false, className = '' }: CountingNumberProps) => {
    const { format, calm } = useSurroundings()
    const write = unsigned ? format.unsigned : format.value
    const element = useRef<HTMLSpanElement>(null)
    const shown = useRef(amount)
    // React renders the number once; later ones are written to the text node below, without rendering anything.
    const [firstText] = useState(() => write(amount, unit))

    useLayoutEffect(() => {
      const node = element.current
      const text = node?.firstChild
      if (!node || !text) return
      const from = shown.current
      shown.current = amount
      const last = write(amount, unit)
      if (text.nodeValue !== last) text.nodeValue = last
      if (calm || from === null || amount === null || from === amount) return
      const lines = countTo(from, amount, (each) => write(each, unit))
      if (lines.length === 0) return
      const count = startCount(node, lines)
      return () => {
        // When the amount changes again on the way, the number counts on from where it is.
        shown.current = count.now() ?? amount
        count.end()
      }
    }, [amount, unit, write, calm])

    return (
      <span ref={element} className={`counting ${className}`}>
        {firstText}
      </span>
    )
  },
)
CountingNumber.displayName = 'CountingNumber'
