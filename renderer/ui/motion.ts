// The motion tokens that code needs to know; their twins are in tokens.css.

/** `--travel` */
export const travelMs = 800

/** A little past its end and back; as much of `--spring` as one curve can say. */
export const springCurve = 'cubic-bezier(0.34, 1.25, 0.5, 1)'

/** `--settle`, as the control points of its curve. */
const settle = { x1: 0.22, y1: 1, x2: 0.36, y2: 1 }

const bezier = (p1: number, p2: number, s: number): number =>
  3 * (1 - s) * (1 - s) * s * p1 + 3 * (1 - s) * s * s * p2 + s * s * s

/** When a settling motion has gone this share of its way, as a share of its time. The curve rises throughout. */
const settleTime = (progress: number): number => {
  let low = 0
  let high = 1
  for (let halving = 0; halving < 20; halving += 1) {
    const middle = (low + high) / 2
    if (bezier(settle.y1, settle.y2, middle) < progress) low = middle
    else high = middle
  }
  return bezier(settle.x1, settle.x2, low)
}

/** Of the track. A settling motion creeps through its last pixels; to the eye it is there once this little is left. */
const hair = 0.002

/**
 * After how many ms a bar that settles from one length to another passes `line`, or comes to rest on it; 0 when it does
 * neither.
 */
export const crossingMs = (from: number, to: number, line: number): number => {
  const progress = (line - from) / (to - from)
  if (!(progress > 0 && progress <= 1)) return 0
  const arrived = 1 - hair / Math.abs(to - from)
  return Math.round(settleTime(Math.min(progress, arrived)) * travelMs)
}
