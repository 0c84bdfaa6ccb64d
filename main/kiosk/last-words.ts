// Why a feed ended, in its own words: its last line on standard error that is a sentence. Lines of its log are JSON, and what
// an engine prints as it crashes is of no use to whoever stands before a wall.

export interface LastWords {
  take(text: string): void
  /** Null where it said nothing. */
  said(): string | null
}

/** In characters. The feed's longest sentence has about 400. */
const mostKept = 4_000
const longestSentence = 600

const isSentence = (line: string): boolean => /^[^{].*[.!?]$/.test(line) && line.length <= longestSentence

export function createLastWords(): LastWords {
  let kept = ''
  return {
    take(text) {
      kept = (kept + text).slice(-mostKept)
    },
    said: () =>
      kept
        .split('\n')
        .map((line) => line.trim())
        .findLast(isSentence) ?? null,
  }
}
