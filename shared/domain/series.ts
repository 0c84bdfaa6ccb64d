// One metric of one subject, by day: how much counted, and how much it came to. Signed, so that a fact taken back
// leaves exactly what was there before it. Days are kept in chunks of 32 with their totals, so that a quarter is a
// handful of additions and a far date costs one chunk.
import type { DayRange } from './calendar-date.ts'

const chunkDays = 32

/** Per chunk: 32 weights, their total, 32 amounts, their total. */
const weightTotal = chunkDays
const amounts = chunkDays + 1
const amountTotal = amounts + chunkDays
const chunkLength = amountTotal + 1

export interface Series {
  readonly chunks: Map<number, Float64Array>
  lastKey: number
  lastChunk: Float64Array | null
}

/** A running sum of `weight` (millionths) and `amount` (integers in the measure's unit). */
export interface Tally {
  weight: number
  amount: number
}

export const createSeries = (): Series => ({ chunks: new Map(), lastKey: Number.NaN, lastChunk: null })

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
  chunk[amounts + slot] = (chunk[amounts + slot] ?? 0) + amount
  chunk[amountTotal] = (chunk[amountTotal] ?? 0) + amount
}

const addChunk = (chunk: Float64Array, from: number, to: number, tally: Tally): void => {
  if (from === 0 && to === chunkDays) {
    tally.weight += chunk[weightTotal] ?? 0
    tally.amount += chunk[amountTotal] ?? 0
    return
  }
  for (let slot = from; slot < to; slot++) {
    tally.weight += chunk[slot] ?? 0
    tally.amount += chunk[amounts + slot] ?? 0
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
      if (from < to) addChunk(chunk, from, to, tally)
    }
    return
  }
  for (let key = first; key <= last; key++) {
    const chunk = series.chunks.get(key)
    if (!chunk) continue
    const start = key * chunkDays
    addChunk(chunk, Math.max(0, range.from - start), Math.min(chunkDays, range.to - start), tally)
  }
}

/** Flat form for snapshots: per chunk its key, then its numbers. */
export const packSeries = (series: Series): Float64Array => {
  const packed = new Float64Array(series.chunks.size * (chunkLength + 1))
  let at = 0
  for (const [key, chunk] of series.chunks) {
    packed[at] = key
    packed.set(chunk, at + 1)
    at += chunkLength + 1
  }
  return packed
}

export const unpackSeries = (packed: Float64Array): Series => {
  const series = createSeries()
  for (let at = 0; at < packed.length; at += chunkLength + 1) {
    series.chunks.set(packed[at] ?? 0, packed.slice(at + 1, at + 1 + chunkLength))
  }
  return series
}
