// Paints confetti as it is at an instant: a piece that comes near words is not drawn.
import { type Burst, type Piece, piecesAt } from './confetti-flight.ts'

/** Where words are, as shares of the picture. */
export interface ClearPlace {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Within this distance of words pieces fade; a share of the picture. */
const fadesWithin = 0.03
/** Below this opacity a piece is not to be seen. */
const leastOpacity = 0.02

/** 1 away from all words, 0 on them. */
const clearness = ({ x, y }: Piece, clear: readonly ClearPlace[]): number => {
  let least = 1
  for (const { left, top, right, bottom } of clear) {
    const across = Math.max(left - x, x - right)
    const down = Math.max(top - y, y - bottom)
    least = Math.min(least, Math.max(0, Math.max(across, down)) / fadesWithin)
  }
  return least
}

const draw = (context: Context, piece: Piece, colour: string, opacity: number): void => {
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

/** `ms`: after the takeover's start. */
export const paintConfetti = (
  context: Context,
  bursts: readonly Burst[],
  colours: readonly string[],
  clear: readonly ClearPlace[],
  ms: number,
): void => {
  const { width, height } = context.canvas
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  for (const piece of piecesAt(bursts, ms, width / height)) {
    const opacity = piece.opacity * clearness(piece, clear)
    if (opacity <= leastOpacity) continue
    draw(context, piece, colours[piece.colour % colours.length] ?? '#ffffff', opacity)
  }
}
