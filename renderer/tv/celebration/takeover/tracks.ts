// What one element does over a whole takeover, as keyframes from its first ms to its last. One animation holds all of it,
// so that any instant of it can be had at once: by a screen that learns of it late, and by somebody who looks at a still.

export interface Key {
  /** Ms after the start. */
  readonly at: number
  readonly opacity?: number
  readonly transform?: string
  /** On the way to the next key. */
  readonly easing?: string
}
export type Track = readonly Key[]

export const settle = 'cubic-bezier(0.22, 1, 0.36, 1)'
export const swift = 'cubic-bezier(0.7, 0, 0.84, 0)'
export const both = 'cubic-bezier(0.65, 0, 0.35, 1)'
/** Beyond, and back. */
export const springy = 'cubic-bezier(0.34, 1.42, 0.5, 1)'

interface Stay {
  readonly at: number
  readonly forMs?: number
  /** From where it comes. */
  readonly from?: string
  readonly easing?: string
  /** When it begins to go. */
  readonly until: number
  readonly goMs?: number
  /** Where it goes. */
  readonly to?: string
}

/** Comes, stays and goes. */
export const stay = ({
  at,
  forMs = 520,
  from = 'none',
  easing = settle,
  until,
  goMs = 260,
  to = 'none',
}: Stay): Track => [
  { at, opacity: 0, transform: from, easing },
  { at: at + forMs, opacity: 1, transform: 'none' },
  { at: until, opacity: 1, transform: 'none', easing: swift },
  { at: until + goMs, opacity: 0, transform: to },
]

/** As `stay`, where nothing moves. */
const withoutMotion = (track: Track): Track =>
  track.map(({ at, opacity }) => ({ at, ...(opacity !== undefined && { opacity }) }))

/**
 * For `Element.animate` over `ms`. A key at or before the one in front of it, as a short takeover may bring, follows it at
 * once; one beyond the end is at the end. Null where nothing is left to animate.
 */
export const keyframesOf = (track: Track, ms: number, isStill: boolean): readonly Keyframe[] | null => {
  const keys = isStill ? withoutMotion(track) : track
  const animated = keys.filter(({ opacity, transform }) => opacity !== undefined || transform !== undefined)
  const [first] = animated
  const last = animated.at(-1)
  if (first === undefined || last === undefined) return null
  let offset = 0
  const inside = animated.map(({ at, ...key }): Keyframe => {
    offset = Math.max(offset, Math.min(1, Math.max(0, at / ms)))
    return { ...key, offset }
  })
  const { at: _, easing: __, ...before } = first
  const { at: ___, easing: ____, ...after } = last
  return [{ ...before, offset: 0 }, ...inside, { ...after, offset: 1 }]
}
