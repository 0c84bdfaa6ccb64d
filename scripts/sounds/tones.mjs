// What sounds are put together from: partials, noise, envelopes and filters over arrays of samples from -1 to 1.

/** Noise that is the same every time: xorshift, 32 bits. Seeds are whole numbers above 0. @param {number} seed */
export function noiseFrom(seed) {
  let state = seed | 0
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 0x80000000
  }
}

/** @param {number} seconds @param {number} rate */
export const silence = (seconds, rate) => new Float64Array(Math.round(seconds * rate))

/**
 * Adds a partial that rises within `rise` seconds and then dies away: by 60 dB within `fall` seconds.
 * @param {Float64Array} into @param {number} rate
 * @param {{ hertz: number, level: number, at?: number, rise?: number, fall: number, bend?: number, phase?: number }} partial
 *   `bend`: by which share of its pitch it is higher when it is struck
 */
export function addPartial(into, rate, { hertz, level, at = 0, rise = 0.004, fall, bend = 0, phase = 0 }) {
  const decay = Math.log(1000) / fall
  let turn = phase
  for (let index = Math.round(at * rate); index < into.length; index += 1) {
    const time = index / rate - at
    const loudness = level * Math.min(1, time / rise) * Math.exp(-decay * Math.max(0, time - rise))
    if (time > rise && loudness < 1e-6) return
    into[index] += loudness * Math.sin(turn)
    turn += (2 * Math.PI * hertz * (1 + bend * Math.exp(-time * 14))) / rate
  }
}

/**
 * A filter of the second order, after Robert Bristow-Johnson's cookbook.
 * @param {'low' | 'high' | 'band'} kind @param {number} hertz @param {number} q @param {number} rate
 */
export function createFilter(kind, hertz, q, rate) {
  const omega = (2 * Math.PI * hertz) / rate
  const [cos, alpha] = [Math.cos(omega), Math.sin(omega) / (2 * q)]
  const gain = 1 / (1 + alpha)
  const [b0, b1, b2] =
    kind === 'low'
      ? [(1 - cos) / 2, 1 - cos, (1 - cos) / 2]
      : kind === 'high'
        ? [(1 + cos) / 2, -1 - cos, (1 + cos) / 2]
        : [alpha, 0, -alpha]
  const [a1, a2] = [-2 * cos * gain, (1 - alpha) * gain]
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  /** @param {number} x */
  return (x) => {
    const y = gain * (b0 * x + b1 * x1 + b2 * x2) - a1 * y1 - a2 * y2
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
    return y
  }
}

/** Straight lines through points of seconds and levels. @param {readonly (readonly [number, number])[]} points */
export const envelope = (points) => (/** @type {number} */ time) => {
  const next = points.findIndex(([at]) => at > time)
  if (next === 0) return points[0][1]
  if (next === -1) return points[points.length - 1][1]
  const [[from, low], [to, high]] = [points[next - 1], points[next]]
  return low + ((high - low) * (time - from)) / (to - from)
}
