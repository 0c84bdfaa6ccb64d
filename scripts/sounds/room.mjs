// A little room around a sound, so that it does not come out of a box: four delay lines that feed one another (a feedback
// delay network after Jot and Chaigne, 1991), each damped in its treble.

/** Prime numbers of samples at 32 kHz, so that no echo falls onto another. */
const lengths = [887, 1123, 1427, 1693]

/**
 * The reverberation of a sound, left and right; the sound itself is not in it.
 * @param {Float64Array} dry @param {number} rate @param {{ seconds: number, damping: number }} room
 *   `seconds` until it has died away by 60 dB, `damping` from 0 (bright) to 1
 */
export function reverberation(dry, rate, { seconds, damping }) {
  const sizes = lengths.map((length) => Math.round((length * rate) / 32_000))
  const lines = sizes.map((size) => new Float64Array(size))
  const feedback = sizes.map((size) => 10 ** ((-3 * size) / rate / seconds))
  const [damped, out] = [new Float64Array(4), new Float64Array(4)]
  const [left, right] = [new Float64Array(dry.length), new Float64Array(dry.length)]
  for (let index = 0; index < dry.length; index += 1) {
    for (let at = 0; at < 4; at += 1) out[at] = lines[at][index % sizes[at]]
    const sum = (out[0] + out[1] + out[2] + out[3]) / 2
    for (let at = 0; at < 4; at += 1) {
      damped[at] += (1 - damping) * ((sum - out[at]) * feedback[at] - damped[at])
      lines[at][index % sizes[at]] = dry[index] * 0.5 + damped[at]
    }
    left[index] = out[0] + out[2] * 0.6
    right[index] = out[1] + out[3] * 0.6
  }
  return { left, right }
}
