// Dates and times as the floor's locale writes them, on a clock in some time zone.

type Options = Omit<Intl.DateTimeFormatOptions, 'timeZone'>

const made = new Map<string, Intl.DateTimeFormat>()

/** A browser may be older than a zone's name; then the clock is UTC's, which beats a dark wall. */
const create = (locale: string, timeZone: string, options: Options): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone })
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
    throw error
  }
}

/** Of an instant, epoch ms. Formatters are slow to make, and a wall asks for the same few all day. */
export const zonedFormat = (at: number, locale: string, timeZone: string, options: Options): string => {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const format = made.get(key) ?? create(locale, timeZone, options)
  made.set(key, format)
  return format.format(at).replaceAll('\u202f', '\u00a0')
}

/** "2:41 PM", or as the floor's locale writes it, on a clock in the screen's own time zone. */
export const timeOfDay = (at: number, locale: string, timeZone: string): string =>
  zonedFormat(at, locale, timeZone, { hour: 'numeric', minute: '2-digit' })
