// The instants (epoch ms) at which something counted, sorted: the last of them is when a value was reached. Kept week by
// week, so that inserting a late fact shifts the instants of one week only.

const chunkMs = 7 * 86_400_000

export type Moments = Map<number, number[]>

export const createMoments = (): Moments => new Map()

const firstAtOrAfter = (sorted: readonly number[], ms: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < ms) low = middle + 1
    else high = middle
  }
  return low
}

export const addMoment = (moments: Moments, ms: number): void => {
  const key = Math.floor(ms / chunkMs)
  const chunk = moments.get(key)
  if (!chunk) moments.set(key, [ms])
  // Most facts come in order, so that theirs is the last.
  else if (ms >= (chunk[chunk.length - 1] ?? 0)) chunk.push(ms)
  else chunk.splice(firstAtOrAfter(chunk, ms), 0, ms)
}

export const removeMoment = (moments: Moments, ms: number): void => {
  const key = Math.floor(ms / chunkMs)
  const chunk = moments.get(key)
  if (!chunk) return
  const at = firstAtOrAfter(chunk, ms)
  if (chunk[at] !== ms) return
  chunk.splice(at, 1)
  if (chunk.length === 0) moments.delete(key)
}

/** The last instant from `from` to before `to`, each of which may be infinite; null when there is none. */
export const lastMoment = (moments: Moments, from: number, to: number): number | null => {
  const lastIn = (key: number): number | null => {
    const chunk = moments.get(key)
    const last = chunk?.[firstAtOrAfter(chunk, to) - 1]
    return last !== undefined && last >= from ? last : null
  }
  const [first, last] = [Math.floor(from / chunkMs), Math.floor(to / chunkMs)]
  if (last - first <= moments.size) {
    for (let key = last; key >= first; key--) {
      const found = lastIn(key)
      if (found !== null) return found
    }
    return null
  }
  let found: number | null = null
  for (const key of moments.keys()) {
    if (key < first || key > last) continue
    const candidate = lastIn(key)
    if (candidate !== null && (found === null || candidate > found)) found = candidate
  }
  return found
}

/** The first instant of all; null without any. */
export const firstMoment = (moments: Moments): number | null => {
  let first: number | null = null
  for (const key of moments.keys()) if (first === null || key < first) first = key
  return first === null ? null : (moments.get(first)?.[0] ?? null)
}

/** The last instant before another (epoch ms); null without any. */
export const lastMomentBefore = (moments: Moments, ms: number): number | null =>
  lastMoment(moments, Number.NEGATIVE_INFINITY, ms)

/** Flat form for snapshots: every instant, in any order. */
export const packMoments = (moments: Moments): Float64Array => Float64Array.from([...moments.values()].flat())

export const unpackMoments = (packed: Float64Array): Moments => {
  const moments = createMoments()
  for (const ms of packed) addMoment(moments, ms)
  return moments
}
