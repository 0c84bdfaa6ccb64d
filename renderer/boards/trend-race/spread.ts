// Labels at the ends of lines: each as near to its line as it can be, none on another.

interface Cluster {
  readonly first: number
  /** Where its first label wants to be, summed over its labels. */
  readonly sum: number
  readonly count: number
}

/**
 * Places for labels that want to be at `wanted` (0 to 1, in any order), at least `gap` apart and half a gap from either
 * edge, in the order in which they want to stand; equals keep theirs. Labels that push one another share the way: their
 * places are the least squares (pool adjacent violators). Where there is no room for the gap, they share what there is.
 */
export const spread = (wanted: readonly number[], gap: number): readonly number[] => {
  const each = wanted.length > 0 ? Math.min(gap, 1 / wanted.length) : gap
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  // Less the room of those before it, a label may stand anywhere that is not before its neighbour.
  const clusters: Cluster[] = []
  order.forEach((index, at) => {
    let cluster: Cluster = { first: at, sum: (wanted[index] ?? 0) - at * each, count: 1 }
    for (let before = clusters.at(-1); before; before = clusters.at(-1)) {
      if (before.sum / before.count < cluster.sum / cluster.count) break
      clusters.pop()
      cluster = { first: before.first, sum: before.sum + cluster.sum, count: before.count + cluster.count }
    }
    clusters.push(cluster)
  })
  const most = 1 - each / 2 - (wanted.length - 1) * each
  const places = new Array<number>(wanted.length).fill(0)
  for (const { first, sum, count } of clusters) {
    const start = Math.max(each / 2, Math.min(most, sum / count))
    for (let at = first; at < first + count; at += 1) places[order[at] ?? 0] = start + at * each
  }
  return places
}
