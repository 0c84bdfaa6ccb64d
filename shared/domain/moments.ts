// When a value was reached: the instants (epoch ms) of what counted, sorted, so that one taken back gives way to the
// one before it. New facts come mostly in order and land at the end.

const firstAtOrAfter = (moments: readonly number[], ms: number): number => {
  let low = 0
  let high = moments.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((moments[middle] ?? 0) < ms) low = middle + 1
    else high = middle
  }
  return low
}

export const addMoment = (moments: number[], ms: number): void => {
  if (moments.length === 0 || ms >= (moments[moments.length - 1] ?? 0)) moments.push(ms)
  else moments.splice(firstAtOrAfter(moments, ms), 0, ms)
}

export const removeMoment = (moments: number[], ms: number): void => {
  const at = firstAtOrAfter(moments, ms)
  if (moments[at] === ms) moments.splice(at, 1)
}

/** The last instant in [from, to); null when there is none. */
export const lastMoment = (moments: readonly number[], from: number, to: number): number | null => {
  const last = moments[firstAtOrAfter(moments, to) - 1]
  return last !== undefined && last >= from ? last : null
}
