// Integrated loudness in LUFS, after ITU-R BS.1770-5: K-weighting, blocks of 400 ms every 100 ms, gated at -70 LUFS and
// then at 10 LU below the mean of what is left.

/**
 * The two filters of the K-weighting, for any rate: their analogue prototypes, taken through the bilinear transform.
 * @param {number} rate
 */
function kWeighting(rate) {
  const shelf = (() => {
    const [frequency, gain, q] = [1681.9744509555319, 3.99984385397, 0.7071752369554193]
    const k = Math.tan((Math.PI * frequency) / rate)
    const high = 10 ** (gain / 20)
    const band = high ** 0.499666774155
    const a0 = 1 + k / q + k * k
    return [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
      (2 * (k * k - 1)) / a0,
      (1 - k / q + k * k) / a0,
    ]
  })()
  const pass = (() => {
    const [frequency, q] = [38.13547087613982, 0.5003270373253953]
    const k = Math.tan((Math.PI * frequency) / rate)
    const a0 = 1 + k / q + k * k
    return [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0]
  })()
  return [shelf, pass]
}

/** @param {Float64Array} samples @param {readonly number[]} coefficients */
function filtered(samples, [b0, b1, b2, a1, a2]) {
  const result = new Float64Array(samples.length)
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  for (let index = 0; index < samples.length; index += 1) {
    const x = samples[index]
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
    result[index] = y
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
  }
  return result
}

/** @param {number} power */
const lufs = (power) => -0.691 + 10 * Math.log10(power)
/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

/** @param {readonly Float64Array[]} channels two of equal length, or one, which comes out of both speakers @param {number} rate */
export function loudness(channels, rate) {
  const weighted = channels.map((channel) => kWeighting(rate).reduce(filtered, channel))
  const speakers = 2 / channels.length
  const [size, step] = [Math.round(rate * 0.4), Math.round(rate * 0.1)]
  const blocks = []
  for (let from = 0; from + size <= weighted[0].length; from += step) {
    let power = 0
    for (const channel of weighted) {
      let sum = 0
      for (let index = from; index < from + size; index += 1) sum += channel[index] ** 2
      power += (speakers * sum) / size
    }
    blocks.push(power)
  }
  const audible = blocks.filter((power) => lufs(power) > -70)
  const threshold = lufs(mean(audible)) - 10
  return lufs(mean(audible.filter((power) => lufs(power) > threshold)))
}
