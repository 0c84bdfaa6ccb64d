// Dates and times in a locale and a time zone.

type Options = Omit<Intl.DateTimeFormatOptions, 'timeZone'>

const made = new Map<string, Intl.DateTimeFormat>()

/** An old browser may not know a zone's name; then the time is in UTC, which is better than a wall that crashes. */
const create = (locale: string, timeZone: string, options: Options): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone })
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
    throw error
  }
}

/** Formats an instant, epoch ms. Formatters are kept: they are slow to make, and a wall uses the same few all day. */
export const zonedFormat = (at: number, locale: string, timeZone: string, options: Options): string => {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const format = made.get(key) ?? create(locale, timeZone, options)
  made.set(key, format)
  return format.format(at).replaceAll('\u202f', '\u00a0')
}

/** The time of day at an instant, epoch ms: "2:41 PM", or as the locale writes it. */
export const timeOfDay = (at: number, locale: string, timeZone: string): string =>
  zonedFormat(at, locale, timeZone, { hour: 'numeric', minute: '2-digit' })
