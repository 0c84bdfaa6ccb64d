// Where confetti comes from, and when: with the figure's last digit, and never before.
import type { Burst } from '../parts/confetti-flight.ts'
import type { Beats } from '../takeover/beats.ts'

const up = Math.PI / 2

/** Around the face, from both sides, and then down from above. */
export const soloBursts = ({ land }: Beats): readonly Burst[] => [
  { at: land - 80, x: 0.21, y: 0.5, direction: up, spread: Math.PI, pieces: 120, speed: 1.7 },
  { at: land, x: -0.02, y: 0.75, direction: 1.1, spread: 0.5, pieces: 60, speed: 2.3 },
  { at: land, x: 1.02, y: 0.7, direction: 2.05, spread: 0.5, pieces: 80, speed: 2.4 },
  { at: land + 1500, x: 0.5, y: -0.25, direction: up, spread: Math.PI, pieces: 46, speed: 1.3 },
  { at: land + 2600, x: 0.3, y: -0.3, direction: up, spread: Math.PI, pieces: 40, speed: 1.4 },
]

/** From both edges and from above, for those who stand in a row. */
export const rowBursts = ({ land }: Beats): readonly Burst[] => [
  { at: land - 60, x: -0.02, y: 0.72, direction: 1.15, spread: 0.45, pieces: 110, speed: 2.5 },
  { at: land - 60, x: 1.02, y: 0.72, direction: 2, spread: 0.45, pieces: 110, speed: 2.5 },
  { at: land + 700, x: 0.5, y: -0.2, direction: up, spread: Math.PI, pieces: 70, speed: 1.6 },
  { at: land + 1900, x: 0.25, y: -0.25, direction: up, spread: Math.PI, pieces: 50, speed: 1.5 },
  { at: land + 2900, x: 0.75, y: -0.25, direction: up, spread: Math.PI, pieces: 50, speed: 1.5 },
]
