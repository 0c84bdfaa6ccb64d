// A name within a sentence: English writes "its closed-won revenue" there, German keeps its nouns' capitals.

/** A hyphen keeps its word on one line. */
const wordJoiner = '\u2060'

export const midSentence = (name: string, locale: string): string =>
  (/^en\b/i.test(locale) ? name.toLowerCase() : name).replaceAll('-', `-${wordJoiner}`)
