// Confetti in the floor's colours, on a canvas behind everything that is read: a piece that comes near words is not drawn.
import { memo, useEffect, useRef } from 'react'
import { type Turn, turnOf } from '../../stage/turned-page.ts'
import { type Clock, elapsedOn, useTiming } from '../takeover/timing.ts'
import { type Burst, type Piece, piecesAt } from './confetti-flight.ts'
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

interface Clear {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What is so many shares of the page from its left and top, in a picture that is turned on it. */
const inPicture = ({ left, top, right, bottom }: Clear, turn: Turn): Clear => {
  switch (turn) {
    case 0:
      return { left, top, right, bottom }
    case 90:
      return { left: top, top: 1 - right, right: bottom, bottom: 1 - left }
    case 180:
      return { left: 1 - right, top: 1 - bottom, right: 1 - left, bottom: 1 - top }
    case 270:
      return { left: 1 - bottom, top: left, right: 1 - top, bottom: right }
  }
}

/** Where words are, as shares of the picture; looked up where they are at the moment. */
const clearOf = (canvas: HTMLCanvasElement): readonly Clear[] => {
  const turn = turnOf(Number(document.documentElement.dataset['turn'] ?? 0))
  const whole = canvas.getBoundingClientRect()
  const parts = canvas.closest('.takeover')?.querySelectorAll('[data-clear]') ?? []
  return [...parts]
    .filter((part) => part.checkVisibility({ opacityProperty: true }))
    .map((part) => {
      const box = part.getBoundingClientRect()
      const onPage = {
        left: (box.left - whole.left) / whole.width,
        top: (box.top - whole.top) / whole.height,
        right: (box.right - whole.left) / whole.width,
        bottom: (box.bottom - whole.top) / whole.height,
      }
      return inPicture(onPage, turn)
    })
}

/** 1 away from all words, 0 on them. */
const clearness = ({ x, y }: Piece, clear: readonly Clear[]): number => {
  let least = 1
  for (const { left, top, right, bottom } of clear) {
    const across = Math.max(left - x, x - right)
    const down = Math.max(top - y, y - bottom)
    least = Math.min(least, Math.max(0, Math.max(across, down)) / 0.03)
  }
  return least
}

const draw = (context: CanvasRenderingContext2D, piece: Piece, colour: string, opacity: number): void => {
  const { width, height } = context.canvas
  const size = piece.size * Math.min(width, height)
  const wide = size * (piece.kind === 'strip' ? 0.55 : 1)
  const high = size * (piece.kind === 'strip' ? 1.5 : 0.9)
  context.setTransform(1, 0, 0, 1, piece.x * width, piece.y * height)
  context.rotate(piece.turn)
  context.scale(piece.kind === 'curl' ? 1 : piece.tilt, 1)
  context.globalAlpha = opacity * (0.72 + 0.28 * Math.abs(piece.tilt))
  context.fillStyle = colour
  if (piece.kind === 'curl') {
    context.strokeStyle = colour
    context.lineWidth = size * 0.22
    context.beginPath()
    context.moveTo(-size, 0)
    context.bezierCurveTo(-size * 0.5, -size * 0.9, -size * 0.3, size * 0.9, size * 0.1, 0)
    context.bezierCurveTo(size * 0.4, -size * 0.7, size * 0.6, size * 0.5, size, -size * 0.1)
    context.stroke()
  } else if (piece.kind === 'dot') {
    context.beginPath()
    context.arc(0, 0, size * 0.42, 0, 2 * Math.PI)
    context.fill()
  } else context.fillRect(-wide / 2, -high / 2, wide, high)
}

const coloursOf = (element: Element): readonly string[] => {
  const style = getComputedStyle(element)
  return colourNames.map((name) => style.getPropertyValue(name).trim()).filter((colour) => colour !== '')
}

/** How often the places of words are looked up while pieces fly. */
const measureEveryMs = 400

const paintAt = (canvas: HTMLCanvasElement, bursts: readonly Burst[], colours: readonly string[]) => {
  let clear: readonly Clear[] = []
  let measuredAt = Number.NEGATIVE_INFINITY
  const context = canvas.getContext('2d')
  return (ms: number): void => {
    if (context === null) return
    if (Math.abs(ms - measuredAt) >= measureEveryMs) {
      clear = clearOf(canvas)
      measuredAt = ms
    }
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    for (const piece of piecesAt(bursts, ms, canvas.width / canvas.height)) {
      const opacity = piece.opacity * clearness(piece, clear)
      if (opacity > 0.02) draw(context, piece, colours[piece.colour % colours.length] ?? '#ffffff', opacity)
    }
  }
}

/** When the first flies, and from when on none does any more. */
const spanOf = (bursts: readonly Burst[]) => ({
  from: Math.min(...bursts.map(({ at }) => at)),
  until: Math.max(...bursts.map(({ at }) => at)) + 5300,
})

/** So long before the first piece flies. */
const readyMs = 700

/** Sets it up for painting. */
const prepare = (canvas: HTMLCanvasElement, bursts: readonly Burst[]) => {
  const { offsetWidth: width, offsetHeight: height } = canvas
  const scale = Math.min(1, mostPixels / Math.max(1, Math.min(width, height)))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  return paintAt(canvas, bursts, coloursOf(canvas))
}

const fly = (canvas: HTMLCanvasElement, bursts: readonly Burst[], clock: Clock): (() => void) => {
  if ('heldAt' in clock) {
    prepare(canvas, bursts)(clock.heldAt)
    return () => undefined
  }
  let paint: ReturnType<typeof prepare> | null = null
  const { from, until } = spanOf(bursts)
  let frame = 0
  const next = (): void => {
    const ms = elapsedOn(clock)
    if (paint === null) paint = prepare(canvas, bursts)
    else paint(ms)
    if (ms < until) frame = requestAnimationFrame(next)
  }
  const after = (ms: number, work: () => void) => setTimeout(work, Math.max(0, ms - elapsedOn(clock)))
  const ready = after(from - readyMs, () => {
    paint ??= prepare(canvas, bursts)
  })
  const begin = after(from, next)
  return () => {
    clearTimeout(ready)
    clearTimeout(begin)
    cancelAnimationFrame(frame)
  }
}

export const Confetti = memo(({ bursts }: { readonly bursts: readonly Burst[] }) => {
  const { clock, isStill } = useTiming()
  const canvas = useRef<HTMLCanvasElement>(null)
  const said = JSON.stringify(bursts)
  useEffect(() => {
    if (canvas.current === null || isStill) return
    return fly(canvas.current, JSON.parse(said), clock)
  }, [said, clock, isStill])
  return isStill ? null : (
    <div aria-hidden="true">
      <canvas className="confetti-air" ref={canvas} />
    </div>
  )
})
Confetti.displayName = 'Confetti'
