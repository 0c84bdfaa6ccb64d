// Date formats as a mapping declares them: `DD/MM/YYYY`, `M/D/YY h:mm A`.

/** A date, with the local time where the text has one. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time: {
    readonly hour: number
    readonly minute: number
    readonly second: number
    readonly nanosecond: number
  } | null
  /** `Z`, `+02:00`; null where the text has none. */
  readonly offset: string | null
}

export interface DateFormat {
  readonly hasTime: boolean
  readonly hasOffset: boolean
  /** Null when the text does not have this format. The date need not exist. */
  match(text: string): DateParts | null
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MMMM: `(?<monthName>${monthNames.join('|')})`,
  MMM: `(?<monthName>${monthNames.map((name) => name.slice(0, 3)).join('|')})\\.?`,
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
  S: '(?<fraction>\\d{1,9})',
  A: '(?<half>[ap])\\.?m\\.?',
  a: '(?<half>[ap])\\.?m\\.?',
  Z: '(?<offset>z|[+-]\\d{2}(?::?\\d{2})?)',
}

// `[at]`, T and everything that is not a letter stand for themselves.
const pieces =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|S+|A|a|Z|\s+|T|[^A-Za-z\s]|[A-Za-z]+/g

const patternOf = (piece: string, literal: string | undefined): string | null => {
  if (literal !== undefined) return literal.replace(/[^\w\s]/g, '\\$&')
  const token = tokens[/^S+$/.test(piece) ? 'S' : piece]
  if (token) return token
  if (/^\s+$/.test(piece)) return '\\s+'
  if (piece === 'T' || !/[A-Za-z]/.test(piece)) return piece.replace(/[^\w\s]/g, '\\$&')
  return null
}

/** 70 to 99 are 1970 to 1999, since no fact is older than 1970. */
const fullYear = (short: number): number => short + (short >= 70 ? 1900 : 2000)

type Groups = Readonly<Record<string, string | undefined>>

const hourOf = ({ hour, hour12, half }: Groups): number => {
  const written = Number(hour12 ?? hour)
  if (half === undefined) return written
  // 13 PM is no time: NaN makes the whole time invalid.
  if (written < 1 || written > 12) return Number.NaN
  return (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

const offsetOf = (written: string | undefined): string | null => {
  if (written === undefined) return null
  if (written.toLowerCase() === 'z') return 'Z'
  const [sign, digits] = [written.slice(0, 1), written.slice(1).replace(':', '').padEnd(4, '0')]
  return `${sign}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** From a match's groups, which are named as in `tokens`. */
export const datePartsOf = (found: Groups): DateParts => ({
  year: found['year'] ? Number(found['year']) : fullYear(Number(found['shortYear'])),
  month: found['monthName']
    ? monthNames.findIndex((name) => name.startsWith(found['monthName']?.toLowerCase() ?? '')) + 1
    : Number(found['month']),
  day: Number(found['day']),
  time:
    found['hour'] === undefined && found['hour12'] === undefined
      ? null
      : {
          hour: hourOf(found),
          minute: Number(found['minute'] ?? 0),
          second: Number(found['second'] ?? 0),
          nanosecond: Number((found['fraction'] ?? '').padEnd(9, '0')),
        },
  offset: offsetOf(found['offset']),
})

/** Returns a sentence when the format is not understood, or does not make up a date. */
export const compileDateFormat = (format: string): DateFormat | string => {
  let source = ''
  const groups = new Set<string>()
  for (const [piece, literal] of format.matchAll(pieces)) {
    const pattern = patternOf(piece, literal)
    if (pattern === null)
      return `"${format}" has "${piece}", which stands for nothing; letters of its own go in [brackets]`
    for (const [, group = ''] of pattern.matchAll(/\(\?<(\w+)>/g)) {
      if (groups.has(group)) return `"${format}" has two places for the ${group}`
      groups.add(group)
    }
    source += pattern
  }
  const missing = [
    groups.has('year') || groups.has('shortYear') ? null : 'year (YYYY)',
    groups.has('month') || groups.has('monthName') ? null : 'month (MM)',
    groups.has('day') ? null : 'day (DD)',
    groups.has('hour12') && !groups.has('half') ? 'half of the day (A) beside h' : null,
    groups.has('hour') || groups.has('hour12') || !groups.has('minute') ? null : 'hour (HH)',
  ].find((what) => what !== null)
  if (missing) return `"${format}" has no ${missing}`
  if (groups.has('month') && groups.has('monthName')) return `"${format}" has two places for the month`

  const pattern = new RegExp(`^${source}$`, 'i')
  return {
    hasTime: groups.has('hour') || groups.has('hour12'),
    hasOffset: groups.has('offset'),
    match: (text: string) => {
      const found = pattern.exec(text)?.groups
      return found ? datePartsOf(found) : null
    },
  }
}
