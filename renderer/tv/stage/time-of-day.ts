const made = new Map<string, Intl.DateTimeFormat>()

/** A browser may be older than a zone's name; then the clock is UTC's, which beats a dark wall. */
const create = (locale: string, timeZone: string): Intl.DateTimeFormat => {
  const parts = { hour: 'numeric', minute: '2-digit' } as const
  try {
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone })
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en', { ...parts, timeZone: 'UTC' })
    throw error
  }
}

const formatFor = (locale: string, timeZone: string): Intl.DateTimeFormat => {
  const key = `${locale} ${timeZone}`
  const known = made.get(key)
  if (known) return known
  const format = create(locale, timeZone)
  made.set(key, format)
  return format
}

/** "2:41 PM", or as the floor's locale writes it, on a clock in the screen's own time zone. */
export const timeOfDay = (at: number, locale: string, timeZone: string): string =>
  formatFor(locale, timeZone).format(at).replaceAll('\u202f', '\u00a0')
