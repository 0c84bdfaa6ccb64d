// How wide a text is, roughly, before it is drawn: enough to choose the size at which it fits.

/** Han, kana and hangul, and the full-width forms of other letters: Japanese money begins with a yen sign as wide as a kanji. */
const wideLetters =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60\uffe0-\uffe6]/gu

/** Width of one letter in em of the wall's semibold text, slightly generous; the first pattern that matches counts. */
const widths: readonly (readonly [letters: RegExp, em: number])[] = [
  // Direction marks, as in Arabic and Hebrew money, are not drawn.
  [/^\p{Cf}+$/u, 0],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff01-\uff60\uffe0-\uffe6]/u,
    1.05,
  ],
  // One grapheme is a whole syllable there.
  [/^\p{Script=Devanagari}/u, 0.95],
  [/^[ijlI.,:;'’|!·()\s]/u, 0.3],
  [/^[frt/\-־]/u, 0.42],
  [/^[mwMW@%&₪₩₦]/u, 0.93],
  [/^\p{Lu}/u, 0.71],
]
const commonEm = 0.61
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

const letterWidth = (letter: string): number => widths.find(([match]) => match.test(letter))?.[1] ?? commonEm

/** A cache: every patch of a board asks for the same texts again. */
const known = new Map<string, number>()
const mostKnown = 1000

/** In em of the font's size. */
export const textWidth = (text: string): number => {
  const before = known.get(text)
  if (before !== undefined) return before
  let width = 0
  for (const { segment } of letters.segment(text)) width += letterWidth(segment)
  // A TV is on for a year, and people come and go.
  if (known.size >= mostKnown) known.clear()
  known.set(text, width)
  return width
}

/** Width in figures, the wall's digits being all equally wide. Direction marks count nothing, a Han or kana letter 1.75. */
export const figuresIn = (text: string): number =>
  text.replace(/\p{Cf}/gu, '').length + 0.75 * (text.match(wideLetters)?.length ?? 0)
