// A metric's noun is given in the plural: "12 meetings". Of one it reads "1 meeting".

/** English only, where the plural tells the singular; a noun that is none ("booked", "overdue") stays as it is. */
const singulars: readonly (readonly [plural: RegExp, singular: string])[] = [
  [/([^aeiou])ies$/i, '$1y'],
  [/(ch|sh|ss|x)es$/i, '$1'],
  [/([^su])s$/i, '$1'],
]

/** `shown`: the number as it is written on the wall; 1.2 of something are some, "1" is one. */
export const nounOf = (shown: string, noun: string, locale: string): string => {
  if (shown !== '1' || !/^en\b/i.test(locale)) return noun
  const rule = singulars.find(([plural]) => plural.test(noun))
  return rule ? noun.replace(...rule) : noun
}
