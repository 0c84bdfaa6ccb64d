// Where each piece of confetti is at an instant. Worked out from the instant alone, with the air's drag in closed form, so
// that every screen shows the same and one that comes late shows it in the middle.

export interface Burst {
  /** Ms after the start. */
  readonly at: number
  /** Shares of the picture, from its start and its top. */
  readonly x: number
  readonly y: number
  /** Radians, 0 to the end of the line, a quarter turn up; and how wide it spreads to each side. */
  readonly direction: number
  readonly spread: number
  readonly pieces: number
  /** Of the picture's height a second. */
  readonly speed: number
}

export interface Piece {
  readonly x: number
  readonly y: number
  /** Radians. */
  readonly turn: number
  /** Of its width that is seen as it tumbles, -1 to 1. */
  readonly tilt: number
  readonly size: number
  readonly colour: number
  readonly kind: 'square' | 'strip' | 'dot' | 'curl'
  readonly opacity: number
}

const kinds = ['square', 'strip', 'square', 'dot', 'curl', 'strip'] as const
/** A second: what a piece of paper loses of its speed, and how fast it falls once it has lost it. */
const drag = 2.4
const fall = 0.16
const gravity = 0.42
const livesMs = 5200

/** A number from 0 to 1 for a piece, the same on every screen. */
const chance = (burst: number, piece: number, nth: number): number => {
  let mixed = Math.imul(burst * 7919 + piece * 104_729 + nth * 1299709 + 17, 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x297a2d39)
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 0x1_0000_0000
}

/** `aspect`: the picture's width over its height. */
export const piecesAt = (bursts: readonly Burst[], ms: number, aspect: number): readonly Piece[] =>
  bursts.flatMap((burst, nthBurst) => {
    const age = ms - burst.at
    if (age < 0 || age > livesMs) return []
    return Array.from({ length: burst.pieces }, (_, nth): Piece => {
      const of = (what: number) => chance(nthBurst + 1, nth + 1, what)
      const seconds = age / 1000
      const direction = burst.direction + burst.spread * (of(1) + of(2) - 1)
      const speed = burst.speed * (0.35 + 0.85 * of(3))
      const gone = (1 - Math.exp(-drag * seconds)) / drag
      const lightness = 0.7 + 0.6 * of(4)
      const sway = 0.012 * Math.sin(seconds * (2 + 2 * of(5)) + 6 * of(6)) * Math.min(1, seconds)
      return {
        x: burst.x + (speed * Math.cos(direction) * gone) / aspect + sway,
        y:
          burst.y -
          speed * Math.sin(direction) * gone +
          gravity * fall * lightness * seconds * seconds * 1.4 +
          fall * lightness * (seconds - gone),
        turn: 6.3 * of(7) + (of(8) - 0.5) * 7 * seconds,
        tilt: Math.cos(6.3 * of(9) + seconds * (3 + 5 * of(10))),
        size: 0.011 + 0.014 * of(11) ** 2,
        colour: Math.floor(of(12) * 1000),
        kind: kinds[Math.floor(of(13) * kinds.length)] ?? 'square',
        opacity: Math.min(1, (livesMs - age) / 900),
      }
    })
  })
