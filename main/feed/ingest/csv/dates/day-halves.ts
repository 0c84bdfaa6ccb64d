// The words for the two halves of the day, as in 3:02 PM, in the languages that `Intl` knows.
import { locales } from '../locales.ts'
import { plainText } from '../plain-text.ts'

type Half = 'am' | 'pm'

const keyOf = (word: string): string => plainText(word).toLowerCase().replace(/[.\s]/g, '')

let halves: ReadonlyMap<string, Half | null> | null = null

/** A word that some language has for the one half and some for the other is null. */
const wordsOfHalves = (): ReadonlyMap<string, Half | null> => {
  const found = new Map<string, Half | null>([
    ['am', 'am'],
    ['pm', 'pm'],
    // Spreadsheets write these in Korean, where Unicode's tables have AM and PM.
    ['오전', 'am'],
    ['오후', 'pm'],
  ])
  for (const locale of locales) {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' })
    for (let hour = 0; hour < 24; hour++) {
      const parts = format.formatToParts(Date.UTC(2026, 0, 1, hour))
      const word = keyOf(parts.find(({ type }) => type === 'dayPeriod')?.value ?? '')
      const half = hour < 12 ? 'am' : 'pm'
      if (word !== '') found.set(word, (found.get(word) ?? half) === half ? half : null)
    }
  }
  return found
}

/** Null for any other word. */
export const halfNamed = (word: string): Half | null => {
  const key = keyOf(word)
  if (key === 'am' || key === 'a') return 'am'
  if (key === 'pm' || key === 'p') return 'pm'
  halves ??= wordsOfHalves()
  return halves.get(key) ?? null
}
