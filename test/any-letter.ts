// Any character of Unicode, as the unit of a text: `fc.string({ unit: anyLetter })`. What `unit: 'binary'` is for lists a million
// characters before the first text, for which a processor takes a second.
import fc from 'fast-check'

/** Halves of pairs, which are no characters. */
const surrogates = { from: 0xd800, count: 0x800 }

const letterAt = (nth: number): string =>
  String.fromCodePoint(nth < surrogates.from ? nth : nth + surrogates.count)

/** Texts that break programs, as `__proto__`, are taken apart by it. */
const placeOf = (letter: unknown): number => {
  const code = typeof letter === 'string' && letter.isWellFormed() ? letter.codePointAt(0) : undefined
  if (code === undefined || letter !== String.fromCodePoint(code)) throw new Error('this is no one character')
  return code < surrogates.from ? code : code - surrogates.count
}

export const anyLetter = fc.nat(0x10_ffff - surrogates.count).map(letterAt, placeOf)
