// Paper in the air around a face. It falls once, when the tile comes on, and then lies still: a wall that moves all
// day is looked at by nobody.
import { memo } from 'react'
import './confetti.css'

/** Across from the middle and down from the top, in rem; the turn in degrees. Placed by hand, clear of the words. */
const pieces: readonly (readonly [x: number, y: number, turn: number])[] = [
  [-14, 2.2, 20],
  [-11, 7.4, 64],
  [-15.2, 11, -30],
  [-9.6, 3.4, -62],
  [9.4, 2.4, 80],
  [13.6, 5.2, -52],
  [10.8, 9.6, 35],
  [15, 12.2, -15],
]

/** `seed` makes neighbours differ. */
export const Confetti = memo(({ seed }: { readonly seed: number }) => (
  <span className="confetti" aria-hidden="true">
    {pieces.map(([x, y, turn], index) => (
      <span
        className="confetti-piece"
        key={turn}
        style={{ transform: `translate(${x}rem, ${y}rem) rotate(${turn + seed * 40}deg)` }}
      >
        <span className="confetti-paper" data-hue={(index * 3 + seed) % 8} />
      </span>
    ))}
  </span>
))
Confetti.displayName = 'Confetti'
