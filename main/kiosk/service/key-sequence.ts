// The keys that open the service menu: every remote control has them, and nobody presses them by accident.

const sequence = [
  'ArrowUp',
  'ArrowUp',
  'ArrowDown',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowLeft',
  'ArrowRight',
  'Enter',
] as const

/** From one key to the next. A remote control may take half a second for each. */
const pauseAtMostMs = 3_000

/** What the OK of some remote controls arrives as. */
const plain = (key: string): string => (key === 'Select' ? 'Enter' : key)

/** @param running ms on a clock that is never set; the function says whether this key is the last of the sequence */
export function createKeySequence(running: () => number): (key: string) => boolean {
  let pressed: readonly string[] = []
  let lastAt = Number.NEGATIVE_INFINITY
  return (key) => {
    const now = running()
    if (now - lastAt > pauseAtMostMs) pressed = []
    lastAt = now
    pressed = [...pressed, plain(key)].slice(-sequence.length)
    const isWhole = sequence.every((each, index) => each === pressed[index])
    if (isWhole) pressed = []
    return isWhole
  }
}
