// How wide a text is, roughly, in Latin letters: enough to tell a long name from a short one before it is drawn.

/** Scripts whose letters are as wide as two Latin ones, and pictures. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

export const textWidth = (text: string): number => {
  let width = 0
  for (const { segment } of letters.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}
