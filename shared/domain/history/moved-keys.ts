/**
 * The fewest keys that have to move for the one order to become the other. Both hold the same keys, each once. It keeps the
 * longest run of keys that stand in the same order in both (patience sorting, as for the longest increasing sequence).
 */
export const movedKeys = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const placeOf = new Map(before.map((key, place) => [key, place]))
  /** For each length of a run the index in `after` where the one ends that ends earliest in `before`. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  const places = after.map((key) => placeOf.get(key) ?? 0)
  for (const [index, place] of places.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous.push(ends[low - 1])
    ends[low] = index
  }
  const moved = new Set(after)
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) moved.delete(after[index] ?? '')
  return moved
}
