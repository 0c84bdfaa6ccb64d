// What a text says of its zone: `Z`, `UTC`, `+02:00`, `GMT-0500`, or the short name of a zone, as EST.

/** A group named `offset`, for texts after `plainText` and patterns without regard to capitals. A word is one of its own. */
export const offsetPattern =
  '(?:(?<!\\p{L})|(?=[+-]))(?<offset>z|(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d{2})?|[a-z]{3,5})'

/**
 * Short names that are of one offset wherever they are used. Others, as CST and IST, are of several, and are understood only
 * where the declared zone has that name at that time.
 */
const fixed: ReadonlyMap<string, string> = new Map(
  (
    [
      ['Z', 'UTC GMT UCT Z WET'],
      ['-03:00', 'BRT ART'],
      ['-04:00', 'EDT'],
      ['-05:00', 'EST CDT'],
      ['-06:00', 'MDT'],
      ['-07:00', 'PDT'],
      ['-08:00', 'PST AKDT'],
      ['-09:00', 'AKST'],
      ['-10:00', 'HST'],
      ['+01:00', 'CET MEZ WEST'],
      ['+02:00', 'CEST MESZ EET SAST'],
      ['+03:00', 'EEST MSK'],
      ['+08:00', 'AWST HKT SGT'],
      ['+09:00', 'JST KST'],
      ['+10:00', 'AEST'],
      ['+11:00', 'AEDT'],
      ['+12:00', 'NZST'],
      ['+13:00', 'NZDT'],
    ] as const
  ).flatMap(([offset, names]) => names.split(' ').map((name): [string, string] => [name, offset])),
)

export type WrittenOffset =
  /** `Z`, `+02:00`. */
  | { readonly kind: 'offset'; readonly offset: string }
  /** In capitals. */
  | { readonly kind: 'name'; readonly name: string }

export const writtenOffset = (text: string): WrittenOffset => {
  const upper = text.toUpperCase()
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(upper) ?? []
  if (sign !== undefined) {
    const offset = `${sign}${hours.padStart(2, '0')}:${minutes}`
    return { kind: 'offset', offset: /^.00:00$/.test(offset) ? 'Z' : offset }
  }
  return upper === 'Z' || upper === 'UTC' || upper === 'GMT'
    ? { kind: 'offset', offset: 'Z' }
    : { kind: 'name', name: upper }
}

const namingLocales = ['en-US', 'en-GB', 'en-AU', 'en-CA', 'en-IN', 'en-ZA', 'de'] as const

const formats = new Map<string, readonly Intl.DateTimeFormat[]>()

/** The short names of a zone at an instant (ms since 1970), in capitals. */
const namesAt = (zone: string, atMs: number): string[] => {
  const made =
    formats.get(zone) ??
    namingLocales.map(
      (locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short', hour: 'numeric' }),
    )
  formats.set(zone, made)
  return made.map((format) =>
    (format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? '').toUpperCase(),
  )
}

/** Whether people in the zone call its time so at that instant. */
export const isNamedSoAt = (name: string, zone: string, atMs: number): boolean =>
  namesAt(zone, atMs).includes(name)

/** Null where the name is of several offsets, or of none that is known. */
export const fixedOffset = (name: string): string | null => fixed.get(name) ?? null
