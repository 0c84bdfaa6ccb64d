// The sign of a currency as a wall has room for it: "$" where the locale itself would write "US$".

/** A sign of so many letters is short enough as it is: "€", "zł", "R$". */
const shortSign = 2

/** Keeps a sign that is no letter on the side of the Arabic letters before it, whatever stands around it. */
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
 * Rewrites money that Intl wrote in this locale and currency: a long sign gives way to the one that English has, where
 * that is shorter. Its side, its spaces and the text's direction stay.
 */
export const createSignShortener = (locale: string, currency: string): ((text: string) => string) => {
  const own = signOf(locale, currency)
  const short = own.length > shortSign ? signOf('en', currency) : own
  // By a function: in a replacement that is text, "$" has a meaning of its own.
  const rewritten = (text: string): string =>
    text.replace(own, () => (text.includes(rightToLeft) ? `${short}${rightToLeft}` : short))
  return short.length < own.length ? rewritten : (text) => text
}
