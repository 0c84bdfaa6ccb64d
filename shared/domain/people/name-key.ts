// Names as they are compared. What nobody can see on a screen tells no two people apart.

/** Most names: visible ASCII with single spaces, in which there is nothing to fold. */
const plainPattern = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/
const invisiblePattern = /\p{Default_Ignorable_Code_Point}/gu
/** The blank Braille pattern looks like a space too, though Unicode does not count it as one. */
const spacePattern = /[\p{White_Space}\u2800]+/gu
const apostrophePattern = /[\u2018\u2019\u201B\u02BC\u02BB]/g
const hyphenPattern = /[\u2010-\u2015\u2212]/g

/**
 * In Unicode's compatible form (NFKC: half-width and full-width letters are letters), with one plain space for white
 * space of any kind and length, plain apostrophes and hyphens, and without zero-width characters and direction marks.
 * Capitals stay.
 */
export const foldedName = (name: string): string =>
  plainPattern.test(name)
    ? name
    : name
        .replace(invisiblePattern, '')
        .normalize('NFKC')
        .replace(spacePattern, ' ')
        .replace(apostrophePattern, "'")
        .replace(hyphenPattern, '-')
        .trim()

/** Salesforce's ids of 15 letters and digits: two of them may differ in a capital alone. Those of 18 may not. */
const idPattern = /^(?=.*\d)[A-Za-z0-9]{15}$/

export const isCaseSensitiveId = (name: string): boolean => idPattern.test(name)

/** Equal for names that differ at most in their capitals, and in what folding takes away; ids of 15 characters keep theirs. */
export const nameKey = (name: string): string => {
  const folded = foldedName(name)
  return isCaseSensitiveId(folded) ? folded : folded.toLowerCase()
}
