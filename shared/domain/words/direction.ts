// Which way a language is written.

/** Right-to-left scripts that are a language's usual one in Unicode's locale data. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/** `locale` is a BCP 47 tag; without a script in it, the language's usual one counts. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr'
