// Confetti in the floor's colours, on a canvas behind everything that is read.
import { memo, useEffect, useRef } from 'react'
import { elapsedOn, useTiming } from '../takeover/timing.ts'
import { clearPlaces } from './clear-places.ts'
import { type ConfettiAir, useConfettiAir } from './confetti-air.ts'
import type { Burst } from './confetti-flight.ts'
import { paintConfetti } from './confetti-painting.ts'
import './confetti.css'

/** More would be drawn for nobody. */
const mostPixels = 1080
const colourNames = [
  '--brand-first',
  '--brand-second',
  '--blade',
  '--output',
  '--input',
  '--hue-3',
  '--hue-5',
  '--hue-6',
  '--hue-1',
  '--ink',
]

const coloursOf = (element: Element): readonly string[] => {
  const style = getComputedStyle(element)
  return colourNames.map((name) => style.getPropertyValue(name).trim()).filter((colour) => colour !== '')
}

const giveSize = (canvas: HTMLCanvasElement): void => {
  const { offsetWidth: width, offsetHeight: height } = canvas
  const scale = Math.min(1, mostPixels / Math.max(1, Math.min(width, height)))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
}

/** When the first flies, and from when on none does any more. */
const spanOf = (bursts: readonly Burst[]) => ({
  from: Math.min(...bursts.map(({ at }) => at)),
  until: Math.max(...bursts.map(({ at }) => at)) + 5300,
})

/** The canvas is handed over so long before the first piece flies. */
const readyMs = 700
/** How often the places of words are looked up while pieces fly. */
const measureEveryMs = 400

const paintStill = (canvas: HTMLCanvasElement, bursts: readonly Burst[], ms: number): void => {
  giveSize(canvas)
  const context = canvas.getContext('2d')
  if (context) paintConfetti(context, bursts, coloursOf(canvas), clearPlaces(canvas), ms)
}

interface FlightOptions {
  readonly canvas: HTMLCanvasElement
  readonly bursts: readonly Burst[]
  readonly startedAt: number
  readonly air: ConfettiAir
}

/** Until its end, which is called for sooner where the takeover goes. */
const fly = ({ canvas, bursts, startedAt, air }: FlightOptions): (() => void) => {
  air.open()
  const { from, until } = spanOf(bursts)
  let timer: ReturnType<typeof setTimeout> | undefined
  let flying: ReturnType<ConfettiAir['fly']> | null = null
  const begin = (): void => {
    giveSize(canvas)
    flying = air.fly({
      canvas,
      bursts,
      colours: coloursOf(canvas),
      startedAt,
      from: startedAt + from,
      until: startedAt + until,
    })
    measure()
  }
  const measure = (): void => {
    flying?.keepClear(clearPlaces(canvas))
    const elapsed = elapsedOn({ startedAt })
    if (elapsed >= until) return
    timer = setTimeout(measure, elapsed < from ? from - elapsed : measureEveryMs)
  }
  timer = setTimeout(begin, Math.max(0, from - readyMs - elapsedOn({ startedAt })))
  return () => {
    clearTimeout(timer)
    flying?.end()
  }
}

interface CanvasProps {
  /** Bursts, as JSON. */
  readonly said: string
  /** Either of them, as the takeover's clock says. */
  readonly startedAt: number | null
  readonly heldAt: number | null
}

/** One for one flight: a canvas that was handed over takes no other. */
const Canvas = ({ said, startedAt, heldAt }: CanvasProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const air = useConfettiAir()
  useEffect(() => {
    if (canvas.current === null) return
    const bursts: readonly Burst[] = JSON.parse(said)
    if (heldAt !== null) paintStill(canvas.current, bursts, heldAt)
    if (startedAt === null || air === null) return
    return fly({ canvas: canvas.current, bursts, startedAt, air })
  }, [said, startedAt, heldAt, air])
  return <canvas className="confetti-air" ref={canvas} />
}

export const Confetti = memo(({ bursts }: { readonly bursts: readonly Burst[] }) => {
  const { clock, isStill } = useTiming()
  if (isStill) return null
  const said = JSON.stringify(bursts)
  const [startedAt, heldAt] = 'heldAt' in clock ? [null, clock.heldAt] : [clock.startedAt, null]
  return (
    <div aria-hidden="true">
      <Canvas key={`${startedAt} ${heldAt} ${said}`} said={said} startedAt={startedAt} heldAt={heldAt} />
    </div>
  )
})
Confetti.displayName = 'Confetti'
