// Why the feed does not let this TV in, for whoever stands before it.

interface Refusal {
  readonly headline: string
  /** What the feed said, and what to do about it. */
  readonly advice: string
  /** Beside numbers that are still shown. */
  readonly note: string
}

/** The feed's one word where a token is missing or wrong; all else it says is a sentence of its own. */
const tokenRefused = 'unauthorized'

const sentence = (words: string): string => {
  const text = words.trim()
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
}

/** `refused`: the feed's own words. */
export const refusal = (refused: string): Refusal =>
  refused === tokenRefused
    ? {
        headline: 'The feed asks this screen for its token',
        advice:
          'It got none, or one it does not know. Open the address of this screen again, with its token.',
        note: 'Token refused',
      }
    : {
        headline: 'The feed has nothing for this screen',
        advice: `${sentence(refused)} Correct the name in the address of this screen, or add the screen to the floor file.`,
        note: 'Screen refused',
      }
