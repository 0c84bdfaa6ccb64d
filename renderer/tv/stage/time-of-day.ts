import { zonedFormat } from '../../ui/zoned-format.ts'

/** "2:41 PM", or as the floor's locale writes it, on a clock in the screen's own time zone. */
export const timeOfDay = (at: number, locale: string, timeZone: string): string =>
  zonedFormat(at, locale, timeZone, { hour: 'numeric', minute: '2-digit' })
