// Makes the sounds of celebrations, all equally loud, and writes them into assets/sounds or the folder that is named.
// With --measure it prints instead how loud the files in there are, in LUFS.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loudness } from './sounds/loudness.mjs'
import { bell, chime, crowd, fanfare, gong } from './sounds/scores.mjs'
import { readWave, waveOf } from './sounds/wave-file.mjs'

/** Well below what broadcasters send (-23 to -16): it comes out of a TV in an office, at a volume of its own. */
const targetLufs = -20
/** Samples between those that are written may be higher than they are. */
const highest = 10 ** (-1 / 20)
const fadeSeconds = 0.12

/** The last samples go to nothing, so that the end does not click. @param {Float64Array} channel @param {number} rate */
const ended = (channel, rate) =>
  channel.map((value, index) => value * Math.min(1, (channel.length - 1 - index) / (fadeSeconds * rate)))

/** A loud stroke is bent, not cut: what is above the knee rises ever more slowly. @param {number} value */
function limited(value) {
  const knee = highest * 0.7
  const size = Math.abs(value)
  if (size <= knee) return value
  const room = highest - knee
  return Math.sign(value) * (knee + room * Math.tanh((size - knee) / room))
}

/** @param {{ channels: readonly Float64Array[], rate: number }} sound */
function levelled({ channels, rate }) {
  let level = channels.map((channel) => ended(channel, rate))
  // Bending a stroke takes a little loudness away, which a second round gives back.
  for (let round = 0; round < 4; round += 1) {
    const gain = 10 ** ((targetLufs - loudness(level, rate)) / 20)
    level = level.map((channel) => channel.map((value) => limited(value * gain)))
  }
  return waveOf(level, rate)
}

const { values, positionals } = parseArgs({
  options: { measure: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = positionals[0] ?? fileURLToPath(new URL('../assets/sounds', import.meta.url))

if (values.measure) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.wav'))
  const measured = names.map((name) => {
    const { channels, rate } = readWave(readFileSync(join(folder, name)))
    const peak = Math.max(
      ...channels.map((channel) => channel.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
    )
    return [name, { lufs: loudness(channels, rate), seconds: channels[0].length / rate, peak }]
  })
  console.log(JSON.stringify(Object.fromEntries(measured)))
} else
  for (const [name, score] of Object.entries({ gong, bell, fanfare, crowd, chime }))
    writeFileSync(join(folder, `${name}.wav`), levelled(score()))
