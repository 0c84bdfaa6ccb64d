// One metric of one subject, by day: how much counted (weight) and what it came to (amount). What is taken back is added
// with the opposite sign, which leaves exactly what was there before. Days are kept in chunks of 32 with their totals: a
// quarter takes a few additions, and a date far away takes one chunk.
import type { DayRange } from '../time/calendar-date.ts'
import { addWide, fits, narrow } from './wide-sum.ts'

const chunkDays = 32

/** Per chunk: 32 weights, their total, 32 amounts, their total. */
const weightTotal = chunkDays
const amounts = chunkDays + 1
const amountTotal = amounts + chunkDays
const chunkLength = amountTotal + 1

export interface Series {
  readonly chunks: Map<number, Float64Array>
  /** High parts (see wide-sum.ts) of amounts too large for a double, in the layout of a chunk; nearly always none. */
  high: Map<number, Float64Array> | null
  lastKey: number
  lastChunk: Float64Array | null
}

/** A running sum of weights (millionths) and amounts (integers in the measure's unit), exact however large. */
export interface Tally {
  weight: number
  low: number
  high: number
}

export const createTally = (): Tally => ({ weight: 0, low: 0, high: 0 })

export const clearTally = (tally: Tally): void => {
  tally.weight = 0
  tally.low = 0
  tally.high = 0
}

/** The sum of the amounts, as the nearest double. */
export const amountOf = (tally: Tally): number => narrow(tally)

const tallyAmount = (tally: Tally, amount: number): void => {
  const low = tally.low + amount
  if (fits(low)) {
    tally.low = low
    return
  }
  const wide = addWide(tally.low, amount)
  tally.low = wide.low
  tally.high += wide.high
}

/** Subtracts another tally. */
export const takeOff = (tally: Tally, other: Tally): void => {
  tally.weight -= other.weight
  tallyAmount(tally, -other.low)
  tally.high -= other.high
}

export const createSeries = (): Series => ({
  chunks: new Map(),
  high: null,
  lastKey: Number.NaN,
  lastChunk: null,
})

/** Adds to a slot whose sum is too large for a double: keeps its high part, returns its low part. */
const spill = (series: Series, key: number, slot: number, before: number, amount: number): number => {
  series.high ??= new Map()
  const highs = series.high.get(key) ?? new Float64Array(chunkLength)
  series.high.set(key, highs)
  const { low, high } = addWide(before, amount)
  highs[slot] = (highs[slot] ?? 0) + high
  return low
}

const addAmount = (series: Series, key: number, chunk: Float64Array, slot: number, amount: number): void => {
  const before = chunk[slot] ?? 0
  const low = before + amount
  chunk[slot] = fits(low) ? low : spill(series, key, slot, before, amount)
}

export const addTo = (series: Series, day: number, weight: number, amount: number): void => {
  const key = Math.floor(day / chunkDays)
  let chunk = series.lastKey === key ? series.lastChunk : null
  if (!chunk) {
    chunk = series.chunks.get(key) ?? null
    if (!chunk) {
      chunk = new Float64Array(chunkLength)
      series.chunks.set(key, chunk)
    }
    series.lastKey = key
    series.lastChunk = chunk
  }
  const slot = day - key * chunkDays
  // Every index is below chunkLength; `?? 0` is for the compiler.
  chunk[slot] = (chunk[slot] ?? 0) + weight
  chunk[weightTotal] = (chunk[weightTotal] ?? 0) + weight
  addAmount(series, key, chunk, amounts + slot, amount)
  addAmount(series, key, chunk, amountTotal, amount)
}

const addChunk = (
  { high }: Series,
  key: number,
  chunk: Float64Array,
  from: number,
  to: number,
  tally: Tally,
): void => {
  const highs = high?.get(key)
  if (from === 0 && to === chunkDays) {
    tally.weight += chunk[weightTotal] ?? 0
    tallyAmount(tally, chunk[amountTotal] ?? 0)
    tally.high += highs?.[amountTotal] ?? 0
    return
  }
  for (let slot = from; slot < to; slot++) {
    tally.weight += chunk[slot] ?? 0
    tallyAmount(tally, chunk[amounts + slot] ?? 0)
    if (highs) tally.high += highs[amounts + slot] ?? 0
  }
}

/** Adds a range's days to `tally`. */
export const sumInto = (series: Series, range: DayRange, tally: Tally): void => {
  const first = Math.floor(range.from / chunkDays)
  const last = Math.floor((range.to - 1) / chunkDays)
  if (!(range.from < range.to)) return
  if (last - first >= series.chunks.size) {
    for (const [key, chunk] of series.chunks) {
      const start = key * chunkDays
      const from = Math.max(0, range.from - start)
      const to = Math.min(chunkDays, range.to - start)
      if (from < to) addChunk(series, key, chunk, from, to, tally)
    }
    return
  }
  for (let key = first; key <= last; key++) {
    const chunk = series.chunks.get(key)
    if (!chunk) continue
    const start = key * chunkDays
    addChunk(
      series,
      key,
      chunk,
      Math.max(0, range.from - start),
      Math.min(chunkDays, range.to - start),
      tally,
    )
  }
}

const packInto = (packed: Float64Array, chunks: ReadonlyMap<number, Float64Array>, from: number): void => {
  let at = from
  for (const [key, chunk] of chunks) {
    packed[at] = key
    packed.set(chunk, at + 1)
    at += chunkLength + 1
  }
}

/** Flat form for snapshots: how many chunks, then per chunk its key and its numbers, then the same of the high parts. */
export const packSeries = ({ chunks, high }: Series): Float64Array => {
  const packed = new Float64Array(1 + (chunks.size + (high?.size ?? 0)) * (chunkLength + 1))
  packed[0] = chunks.size
  packInto(packed, chunks, 1)
  if (high) packInto(packed, high, 1 + chunks.size * (chunkLength + 1))
  return packed
}

export const unpackSeries = (packed: Float64Array): Series => {
  const series = createSeries()
  const highFrom = 1 + (packed[0] ?? 0) * (chunkLength + 1)
  for (let at = 1; at < packed.length; at += chunkLength + 1) {
    const numbers = packed.slice(at + 1, at + 1 + chunkLength)
    if (at < highFrom) series.chunks.set(packed[at] ?? 0, numbers)
    else {
      series.high ??= new Map()
      series.high.set(packed[at] ?? 0, numbers)
    }
  }
  return series
}
