// The easing curves: as CSS, and as functions for code that has to know where a moving element is.

export interface Curve {
  /** For a keyframe. */
  readonly easing: string
  /** The share of the way after this share of the time; above 1 where it overshoots. */
  at(time: number): number
}

/** A coordinate of a cubic Bézier curve from 0 to 1 with these control points. */
const cubic = (p1: number, p2: number, s: number): number =>
  3 * (1 - s) * (1 - s) * s * p1 + 3 * (1 - s) * s * s * p2 + s * s * s

/** The curve's parameter at which a rising coordinate reaches `value`, by bisection. */
const whereCubic = (p1: number, p2: number, value: number): number => {
  let low = 0
  let high = 1
  for (let halving = 0; halving < 20; halving += 1) {
    const middle = (low + high) / 2
    if (cubic(p1, p2, middle) < value) low = middle
    else high = middle
  }
  return low
}

const createCubic = (x1: number, y1: number, x2: number, y2: number): Curve => ({
  easing: `cubic-bezier(${x1}, ${y1}, ${x2}, ${y2})`,
  at: (time) => cubic(y1, y2, whereCubic(x1, x2, time)),
})

/** Straight lines through points at equal distances in time. */
const createLinear = (points: readonly number[]): Curve => ({
  easing: `linear(${points.join(', ')})`,
  at: (time) => {
    const exact = Math.min(1, Math.max(0, time)) * (points.length - 1)
    const before = points[Math.floor(exact)] ?? 0
    const after = points[Math.ceil(exact)] ?? 1
    return before + (after - before) * (exact % 1)
  },
})

const [x1, y1, x2, y2] = [0.22, 1, 0.36, 1]

/** `--settle`: always rising, without overshooting. */
export const settle = {
  ...createCubic(x1, y1, x2, y2),
  /** The share of the time after which this share of the way is done. */
  timeAt: (progress: number): number => cubic(x1, x2, whereCubic(y1, y2, progress)),
}

/** `--spring`: overshoots a little and comes back. */
export const springs = {
  /** A damped spring (damping 0.74, 9.2 rad per travel), at every twentieth of the time. */
  byPoints: createLinear([
    0, 0.084, 0.265, 0.467, 0.65, 0.795, 0.9, 0.968, 1.007, 1.026, 1.031, 1.03, 1.024, 1.018, 1.012, 1.007,
    1.004, 1.001, 1, 0.999, 1,
  ]),
  /** An approximation for browsers without `linear()`. */
  byCurve: createCubic(0.34, 1.25, 0.5, 1),
}

const knowsPoints = globalThis.CSS?.supports('animation-timing-function', springs.byPoints.easing) ?? false

export const spring = knowsPoints ? springs.byPoints : springs.byCurve
