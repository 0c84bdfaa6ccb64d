// The five sounds, before they are levelled: each returns its channels at its own rate.
import { reverberation } from './room.mjs'
import { addPartial, createFilter, envelope, noiseFrom, silence } from './tones.mjs'

/** @param {Float64Array} dry @param {{ left: Float64Array, right: Float64Array }} room @param {number} share */
const inRoom = (dry, room, share) => [
  dry.map((value, index) => value + share * room.left[index]),
  dry.map((value, index) => value + share * room.right[index]),
]
/** @param {readonly Float64Array[]} channels */
const mono = ([left, right]) => [left.map((value, index) => (value + right[index]) / 2)]

/**
 * Added to every partial of a struck thing: the knock of what strikes it.
 * @param {readonly (readonly [Float64Array, number])[]} sides channels of one length, and how loud it is there
 */
function addKnock(sides, rate, { seed, hertz, seconds, at = 0 }) {
  const noise = noiseFrom(seed)
  const band = createFilter('band', hertz, 0.8, rate)
  const from = Math.round(at * rate)
  const [[{ length }]] = sides
  for (let index = 0; index < seconds * rate * 6 && from + index < length; index += 1) {
    const [fades, value] = [Math.exp(-index / rate / seconds), band(noise())]
    for (const [into, level] of sides) into[from + index] += level * fades * value
  }
}

/**
 * A large tam-tam: a low body that is struck, and a shimmer of many partials that swells half a second later, as the
 * energy of a gong travels upwards.
 */
export function gong() {
  const rate = 32_000
  const dry = silence(5, rate)
  const noise = noiseFrom(11)
  const body = [1, 1.48, 1.97, 2.44, 2.99, 3.46]
  for (const [nth, ratio] of body.entries())
    for (const beat of [-0.35, 0.4])
      addPartial(dry, rate, {
        hertz: 92 * ratio + beat,
        level: 0.5 / (1 + nth * 0.55),
        rise: 0.012,
        fall: 5.4 - nth * 0.45,
        bend: 0.012,
        phase: nth * 1.3,
      })
  for (let nth = 0; nth < 34; nth += 1)
    addPartial(dry, rate, {
      hertz: 330 * 1.062 ** nth * (1 + 0.018 * noise()),
      level: 0.085 / (1 + nth * 0.04),
      rise: 0.16 + 0.012 * nth,
      fall: 3.6 - nth * 0.062,
      phase: noise() * 3,
    })
  addKnock([[dry, 0.5]], rate, { seed: 5, hertz: 260, seconds: 0.02 })
  return { rate, channels: mono(inRoom(dry, reverberation(dry, rate, { seconds: 1.5, damping: 0.45 }), 0.3)) }
}

/** A ship's bell, struck twice: hum, prime, minor third, fifth and nominal of a cast bell, each pair beating a little. */
export function bell() {
  const rate = 32_000
  const dry = silence(4, rate)
  const partials = [
    [0.5, 0.34, 4.6],
    [1, 0.5, 3.4],
    [1.19, 0.34, 2.6],
    [1.5, 0.2, 2],
    [2, 0.42, 2.2],
    [2.67, 0.18, 1.2],
    [3.01, 0.16, 1],
    [4.17, 0.1, 0.6],
    [5.43, 0.06, 0.4],
  ]
  for (const [at, level] of [
    [0, 1],
    [0.42, 0.82],
  ]) {
    for (const [ratio, loud, fall] of partials)
      for (const beat of [-0.6, 0.7])
        addPartial(dry, rate, {
          hertz: 698.46 * ratio + beat,
          level: level * loud * 0.5,
          at,
          rise: 0.002,
          fall,
          phase: ratio,
        })
    addKnock([[dry, 0.35 * level]], rate, { seed: 7, hertz: 3200, seconds: 0.006, at })
  }
  return { rate, channels: mono(inRoom(dry, reverberation(dry, rate, { seconds: 1.3, damping: 0.3 }), 0.22)) }
}

const brassHarmonics = Array.from({ length: 11 }, (_, index) => index + 1)
const softened = brassHarmonics.map((harmonic) => harmonic ** 1.12)

/** How loud each harmonic of a note is, sample by sample: they open with the breath. */
function breathOf(seconds, rate) {
  const shape = envelope([
    [0, 0],
    [0.035, 1],
    [0.11, 0.8],
    [Math.max(0.12, seconds - 0.09), 0.72],
    [seconds + 0.09, 0],
  ])
  const breath = silence(seconds + 0.09, rate).map((_, index) => shape(index / rate))
  return brassHarmonics.map((harmonic) => breath.map((value) => value ** (1 + harmonic * 0.24)))
}

/** One brass voice: a lip that finds its pitch, and a little vibrato on long notes. `breath`: of all voices of its note. */
function addBrass(into, rate, { hertz, at, breath, level }) {
  const from = Math.round(at * rate)
  const last = Math.min(into.length, from + breath[0].length)
  let turn = 0
  for (let index = from; index < last; index += 1) {
    const time = (index - from) / rate
    const vibrato = 0.004 * Math.min(1, Math.max(0, (time - 0.3) / 0.3)) * Math.sin(2 * Math.PI * 5.2 * time)
    turn += (2 * Math.PI * hertz * (1 - 0.022 * Math.exp(-time * 45) + vibrato)) / rate
    let value = 0
    for (let harmonic = 1; harmonic <= 11 && harmonic * hertz < rate * 0.44; harmonic += 1)
      value += (Math.sin(harmonic * turn) * breath[harmonic - 1][index - from]) / softened[harmonic - 1]
    into[index] += level * value
  }
}

/** Trumpets and horns: three quick notes up to a chord that stays, B flat major. */
export function fanfare() {
  const rate = 32_000
  const dry = silence(2.95, rate)
  const [b, d, f, high, top] = [233.08, 293.66, 349.23, 466.16, 587.33]
  const notes = [
    [0, 0.12, [b, f]],
    [0.16, 0.12, [b, f]],
    [0.32, 0.12, [d, f]],
    [0.48, 0.26, [f, high]],
    [0.8, 0.14, [d, f, high]],
    [0.98, 1.32, [b / 2, b, f, high, top]],
  ]
  for (const [at, seconds, chord] of notes) {
    const breath = breathOf(seconds, rate)
    for (const [nth, hertz] of chord.entries())
      for (const apart of [-0.0016, 0.0019])
        addBrass(dry, rate, {
          hertz: hertz * (1 + apart * (1 + nth * 0.3)),
          at: at + 0.004 * nth,
          breath,
          level: 0.16 / Math.sqrt(chord.length),
        })
  }
  const soft = createFilter('low', 5200, 0.7, rate)
  const played = dry.map((value) => soft(value))
  return { rate, channels: inRoom(played, reverberation(played, rate, { seconds: 1.4, damping: 0.35 }), 0.3) }
}

/** A voice of the crowd: noise through the three formants of an open vowel, at a pitch that slides up and down. */
function addCheer(sides, rate, { seed, at, seconds, hertz }) {
  const noise = noiseFrom(seed)
  const formants = [
    [730 * (1 + 0.12 * noise()), 1],
    [1180 * (1 + 0.1 * noise()), 0.6],
    [2550, 0.22],
  ].map(([centre, loud]) => ({ loud, filter: createFilter('band', centre, 5, rate) }))
  const shape = envelope([
    [0, 0],
    [seconds * 0.22, 1],
    [seconds * 0.6, 0.7],
    [seconds, 0],
  ])
  const from = Math.round(at * rate)
  const [[{ length }]] = sides
  let turn = 0
  for (let index = 0; index < seconds * rate && from + index < length; index += 1) {
    const time = index / rate
    turn += (hertz * (1 + 0.35 * Math.sin((Math.PI * time) / seconds) + 0.02 * noise())) / rate
    const voice = 2 * (turn % 1) - 1 + 0.5 * noise()
    let value = 0
    for (const { loud, filter } of formants) value += loud * filter(voice)
    const loudness = shape(time)
    for (const [into, level] of sides) into[from + index] += level * loudness * value
  }
}

/** Twenty people clap, each at a beat of their own, and some of them cheer. */
export function crowd() {
  const rate = 22_050
  const [left, right] = [silence(4.4, rate), silence(4.4, rate)]
  /** Of somebody at a place from 0, on the left, to 1. */
  const sidesOf = (place, level) => [
    [left, level * Math.sqrt(1 - place)],
    [right, level * Math.sqrt(place)],
  ]
  const chance = noiseFrom(23)
  const swell = envelope([
    [0, 0.25],
    [0.5, 1],
    [2.6, 0.9],
    [4.1, 0],
    [4.4, 0],
  ])
  for (let person = 0; person < 22; person += 1) {
    const place = (chance() + 1) / 2
    const every = 0.19 + 0.05 * chance()
    const hertz = 1250 + 500 * chance()
    for (let at = 0.15 + 0.15 * chance(); at < 4.2; at += every * (1 + 0.14 * chance())) {
      const knock = { seed: 1 + ((person * 97 + Math.round(at * 1000)) & 0xffff), hertz, seconds: 0.011, at }
      addKnock(sidesOf(place, swell(at) * (0.5 + 0.3 * chance())), rate, knock)
    }
  }
  for (let voice = 0; voice < 16; voice += 1) {
    const place = (chance() + 1) / 2
    const cheer = {
      seed: 301 + voice * 17,
      at: 0.2 + 0.9 * (chance() + 1),
      seconds: 1.1 + 0.5 * (chance() + 1),
      hertz: voice % 2 === 0 ? 190 + 50 * chance() : 320 + 70 * chance(),
    }
    addCheer(sidesOf(place, 0.16), rate, cheer)
  }
  const [one, other] = [left, right].map((dry) => reverberation(dry, rate, { seconds: 1.1, damping: 0.4 }))
  const fade = (/** @type {number} */ index) => Math.min(1, (4.4 - index / rate) / 0.3)
  return {
    rate,
    channels: [
      left.map((value, index) => fade(index) * (value + 0.32 * one.left[index] + 0.08 * other.left[index])),
      right.map(
        (value, index) => fade(index) * (value + 0.32 * other.right[index] + 0.08 * one.right[index]),
      ),
    ],
  }
}

/** Four glass bars upwards, each softer than wood and shorter than a bell. */
export function chime() {
  const rate = 32_000
  const dry = silence(2.9, rate)
  for (const [nth, hertz] of [587.33, 739.99, 880, 1174.66].entries()) {
    const at = nth * 0.13
    for (const [ratio, loud, fall] of [
      [1, 0.5, 2.4],
      [2.005, 0.1, 1.1],
      [2.76, 0.14, 0.7],
      [5.4, 0.05, 0.25],
    ])
      addPartial(dry, rate, { hertz: hertz * ratio, level: loud * (1 - nth * 0.1), at, rise: 0.006, fall })
    addKnock([[dry, 0.05]], rate, { seed: 31 + nth, hertz: 2400, seconds: 0.005, at })
  }
  return { rate, channels: inRoom(dry, reverberation(dry, rate, { seconds: 1.8, damping: 0.25 }), 0.34) }
}
