// Ranks that are updated instead of recomputed: places in typed arrays, of which a change moves one span.
// The order is total, so that rows never swap for no reason.

/** Ordered by key (higher first), then by who reached it earlier, then by name. */
export interface Ranking {
  /** Number of competitors. */
  readonly size: number
  /**
   * Sets a competitor's key (NaN: unknown, last) and the instant at which it was reached (epoch ms; NaN: never).
   * Returns the first and last place whose competitor may have changed, or null when key and instant stay the same.
   */
  set(
    competitor: number,
    key: number,
    reachedAt: number,
  ): { readonly first: number; readonly last: number } | null
  /** The competitor at a place, from 0. */
  at(place: number): number
  placeOf(competitor: number): number
  /** Competition rank (1, 2, 2, 4): one more than the number of better keys; null for an unknown key. */
  rankOf(competitor: number): number | null
}

/** `nameOrder[i]` is competitor i's place among all names, without ties. All keys are unknown at first. */
export const createRanking = (nameOrder: ArrayLike<number>): Ranking => {
  const size = nameOrder.length
  const keys = new Float64Array(size).fill(Number.NaN)
  const reached = new Float64Array(size).fill(Number.NaN)
  const names = Int32Array.from(nameOrder)
  const order = Int32Array.from({ length: size }, (_, i) => i).sort(
    (a, b) => (names[a] ?? 0) - (names[b] ?? 0),
  )
  const places = new Int32Array(size)
  order.forEach((competitor, place) => {
    places[competitor] = place
  })

  /** Negative when a stands before b. NaN stands last, as key and as instant. */
  const compare = (keyA: number, reachedA: number, nameA: number, b: number): number => {
    const keyB = keys[b] ?? Number.NaN
    if (keyA !== keyB) {
      if (keyA > keyB) return -1
      if (keyA < keyB) return 1
      const [knownA, knownB] = [!Number.isNaN(keyA), !Number.isNaN(keyB)]
      if (knownA !== knownB) return knownA ? -1 : 1
    }
    const reachedB = reached[b] ?? Number.NaN
    if (reachedA !== reachedB) {
      if (reachedA < reachedB) return -1
      if (reachedA > reachedB) return 1
      const [knownA, knownB] = [!Number.isNaN(reachedA), !Number.isNaN(reachedB)]
      if (knownA !== knownB) return knownA ? -1 : 1
    }
    return nameA - (names[b] ?? 0)
  }

  const set: Ranking['set'] = (competitor, key, reachedAt) => {
    if (Object.is(keys[competitor], key) && Object.is(reached[competitor], reachedAt)) return null
    const from = places[competitor] ?? 0
    const name = names[competitor] ?? 0
    const standsBefore = (place: number): boolean => compare(key, reachedAt, name, order[place] ?? 0) < 0
    // The others are sorted, so the new place lies among those above or those below.
    let to = from
    if (from > 0 && standsBefore(from - 1)) {
      let low = 0
      let high = from - 1
      while (low < high) {
        const middle = (low + high) >>> 1
        if (standsBefore(middle)) high = middle
        else low = middle + 1
      }
      to = low
      order.copyWithin(to + 1, to, from)
    } else {
      let low = from
      let high = size - 1
      while (low < high) {
        const middle = (low + high + 1) >>> 1
        if (standsBefore(middle)) high = middle - 1
        else low = middle
      }
      to = low
      order.copyWithin(from, from + 1, to + 1)
    }
    keys[competitor] = key
    reached[competitor] = reachedAt
    order[to] = competitor
    const [first, last] = from < to ? [from, to] : [to, from]
    for (let place = first; place <= last; place++) places[order[place] ?? 0] = place
    return { first, last }
  }

  const rankOf = (competitor: number): number | null => {
    const key = keys[competitor] ?? Number.NaN
    if (Number.isNaN(key)) return null
    let low = 0
    let high = places[competitor] ?? 0
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((keys[order[middle] ?? 0] ?? 0) > key) low = middle + 1
      else high = middle
    }
    return low + 1
  }

  return {
    size,
    set,
    at: (place) => order[place] ?? -1,
    placeOf: (competitor) => places[competitor] ?? -1,
    rankOf,
  }
}
