const made = new Map<string, Intl.DateTimeFormat>()

const formatFor = (locale: string, timeZone: string): Intl.DateTimeFormat => {
  const key = `${locale} ${timeZone}`
  const known = made.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone })
  made.set(key, format)
  return format
}

/** "2:41 PM", or as the floor's locale writes it, on a clock in the screen's own time zone. */
export const timeOfDay = (at: number, locale: string, timeZone: string): string =>
  formatFor(locale, timeZone).format(at).replaceAll('\u202f', '\u00a0')
