// A currency's sign, as short as a wall needs it: "$" where the locale itself would write "US$".

/** In characters; a sign up to this length stays: "€", "zł", "R$". */
const shortSign = 2

/** A right-to-left mark: without it, "$" after Arabic letters could move to their other side. */
const rightToLeft = '\u200f'

const signOf = (locale: string, currency: string): string => {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? ''
}

/**
 * Makes a function for money that `Intl` formatted in this locale and currency: it replaces a long sign by the English
 * one where that is shorter. The sign's side, its spaces and the text's direction stay.
 */
export const createSignShortener = (locale: string, currency: string): ((text: string) => string) => {
  const own = signOf(locale, currency)
  const short = own.length > shortSign ? signOf('en', currency) : own
  // A function, since `replace` gives "$" in a replacement text a meaning of its own.
  const rewritten = (text: string): string =>
    text.replace(own, () => (text.includes(rightToLeft) ? `${short}${rightToLeft}` : short))
  return short.length < own.length ? rewritten : (text) => text
}
