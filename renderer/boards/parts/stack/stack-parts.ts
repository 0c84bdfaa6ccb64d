// The parts of a bar that several people fill, as shares of its track.
export interface Part {
  readonly id: string
  /** Null: nobody's in particular. */
  readonly hue: number | null
  /** Where it ends, counted from the left end of the track. */
  readonly end: number
}

/** More than these and a part is a line, not a contribution: what is left is drawn as one. */
const mostParts = 12

/** A pixel of the widest track: what moves by less stays where it is, and costs nothing. */
const finest = 1500

/** A segment's hue is null, or below 0, where it is nobody's. */
interface Stacked {
  /** Null is unknown. */
  readonly value: number | null
  readonly segments: readonly { readonly id: string; readonly hue: number | null; readonly value: number }[]
}

/**
 * `whole` is the amount at the far end of the track. What took away from the total has no part. Parts that come to more
 * than the total, as of deals that several people have in full, fill it in proportion: each is somebody's, none hides
 * another.
 */
export const stackParts = ({ value, segments }: Stacked, whole: number): readonly Part[] => {
  const share = (amount: number) =>
    whole > 0 ? Math.round(Math.min(1, Math.max(0, amount / whole)) * finest) / finest : 0
  const brought = segments.filter((each) => each.value > 0)
  const all = brought.reduce((sum, each) => sum + each.value, 0)
  const scale = value !== null && all > value ? value / all : 1
  const parts: Part[] = []
  let sum = 0
  for (const segment of brought.slice(0, mostParts)) {
    sum += segment.value * scale
    const hue = segment.hue === null || segment.hue < 0 ? null : segment.hue
    parts.push({ id: segment.id, hue, end: share(sum) })
  }
  const rest = share(value ?? 0)
  if (rest - share(sum) > 0.001) parts.push({ id: '', hue: null, end: rest })
  return parts
}
