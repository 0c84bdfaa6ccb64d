// A metric's noun is given in the plural: "12 meetings". Of one it reads "1 meeting".

/** English only, where the plural tells the singular; a noun that is none ("booked", "overdue") stays as it is. */
const singulars: readonly (readonly [plural: RegExp, singular: string])[] = [
  [/([^aeiou])ies$/i, '$1y'],
  [/(ch|sh|ss|x)es$/i, '$1'],
  [/([^su])s$/i, '$1'],
]

/** What sales floors count in English whatever their language is. */
const loanWords =
  /(^|[\s-])(calls|conversations|deals|demos|dials|e-?mails|leads|loose ends|meetings|opportunities|opps|sessions|touches|wins)$/i

/** Nouns are English where the floor is, and where its own words would be of another script. */
const isEnglish = (noun: string, locale: string): boolean =>
  /^en\b/i.test(locale) ||
  loanWords.test(noun) ||
  (/^[\x20-\x7e]+$/.test(noun) && new Intl.Locale(locale).maximize().script !== 'Latn')

/** In the figures of the floor's language; on walls that run from the right an isolate is around it. */
const isOne = (shown: string, locale: string): boolean => {
  const bare = shown.replace(/\p{Cf}/gu, '')
  return bare === '1' || bare === new Intl.NumberFormat(locale).format(1)
}

/** `shown`: the number as it is written on the wall; 1.2 of something are some, "1" is one. */
export const nounOf = (shown: string, noun: string, locale: string): string => {
  if (!isOne(shown, locale) || !isEnglish(noun, locale)) return noun
  const rule = singulars.find(([plural]) => plural.test(noun))
  return rule ? noun.replace(...rule) : noun
}
