// Cells of numbers and dates, as a reader of numbers and dates wants them: without what cannot be seen, and in the digits 0 to 9.
import { foldedName } from '../../../../shared/domain/people/name-key.ts'

let digits: ReadonlyMap<string, string> | null = null

/** The digits of every script that `Intl` writes, to 0 to 9. */
const digitsOfScripts = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
    const format = new Intl.NumberFormat('en', { numberingSystem })
    for (let digit = 0; digit < 10; digit++) {
      const written = format.format(digit)
      // Chinese numerals are words too, and are left alone.
      if (/^\p{Nd}$/u.test(written)) found.set(written, String(digit))
    }
  }
  return found
}

/**
 * Folded as names are compared (one plain space for white space of any kind, no direction marks, plain hyphens and
 * apostrophes, half-width letters), and with digits of any script as 0 to 9.
 */
export const plainText = (text: string): string => {
  const folded = foldedName(text)
  if (!/[^0-9\P{Nd}]/u.test(folded)) return folded
  digits ??= digitsOfScripts()
  const known = digits
  return folded.replace(/[^0-9\P{Nd}]/gu, (digit) => known.get(digit) ?? digit)
}
