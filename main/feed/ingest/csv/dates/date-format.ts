// Date formats as a mapping declares them: `DD/MM/YYYY`, `M/D/YY h:mm A`.
import { foldedName } from '../../../../../shared/domain/people/name-key.ts'
import type { Reading } from '../reading.ts'
import { type DateParts, datePartsOf } from './date-parts.ts'
import { offsetPattern } from './written-offset.ts'

export interface DateFormat {
  readonly hasTime: boolean
  readonly hasOffset: boolean
  /** For texts after `plainText`. Null when the text does not have this format. The date need not exist. */
  match(text: string): Reading<DateParts> | null
}

const word = "[\\p{L}\\p{M}][\\p{L}\\p{M}.'’ ]*?"
const weekday = `(?:${word})`

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  BBBB: '(?<buddhistYear>\\d{4})',
  MMMM: `(?<monthName>${word})`,
  MMM: `(?<monthName>${word})`,
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  dddd: weekday,
  ddd: weekday,
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
  S: '(?<fraction>\\d+)',
  A: '(?<half>[^\\d\\s:,][^\\d:]*?)',
  a: '(?<half>[^\\d\\s:,][^\\d:]*?)',
  Z: offsetPattern,
}

/** Exports leave the fraction out where it is zero, or have one where the format has none. */
const optionalFraction = '(?:[.,](?<fraction>\\d+))?'

/** What may follow the time in any format: an offset, and what JavaScript and Java write behind it. */
const ending = `(?: ?${offsetPattern}(?: ?\\([^)]*\\)| ?\\[[^\\]]*\\])?)?`

// `[at]`, T and everything that is not a letter stand for themselves.
const pieces =
  /\[([^\]]*)\]|YYYY|YY|BBBB|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|S+|A|a|Z|\s+|T|[^A-Za-z\s]|[A-Za-z]+/g

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const isUtc = (text: string): boolean => /^(?:z|utc|gmt)$/i.test(text)

const patternOf = (piece: string, literal: string | undefined): string | null => {
  const meant = literal ?? piece
  // Written out it is an offset like any other, and no zone of the mapping overrules it.
  if (isUtc(meant) && piece !== 'Z') return `(?<offset>${meant})`
  if (literal !== undefined) return escaped(foldedName(literal))
  const token = tokens[/^S+$/.test(piece) ? 'S' : piece]
  if (token) return token
  if (/^\s+$/.test(piece)) return ' '
  if (piece === 'T' || !/[A-Za-z]/.test(piece)) return escaped(foldedName(piece))
  return null
}

const twice = ['year', 'shortYear', 'buddhistYear', 'month', 'monthName'] as const

/** Returns a sentence when the format is not understood, or does not make up a date. */
export const compileDateFormat = (format: string, language?: string): DateFormat | string => {
  let source = ''
  const groups = new Set<string>()
  // Decimals of seconds are read whether the format has them or not.
  const short = format.trim().replace(/(?<=s)[.,]S+/g, '')
  for (const [piece, literal] of short.matchAll(pieces)) {
    const pattern = patternOf(piece, literal)
    if (pattern === null)
      return `"${format}" has "${piece}", which stands for nothing (days are DD or D, months MM, M or MMM, years YYYY or YY, hours HH, minutes mm); letters of its own go in [brackets]`
    for (const [, group = ''] of pattern.matchAll(/\(\?<(\w+)>/g)) {
      const [name = ''] = /[a-z]+/.exec(group) ?? []
      if (groups.has(group)) return `"${format}" has two places for the ${name}`
      groups.add(group)
    }
    source += pattern
    if (groups.has('second') && /^ss?$/.test(piece) && !/S/.test(short)) source += optionalFraction
  }
  const missing = [
    twice.slice(0, 3).some((group) => groups.has(group)) ? null : 'year (YYYY)',
    groups.has('month') || groups.has('monthName') ? null : 'month (MM)',
    groups.has('day') ? null : 'day (DD)',
    groups.has('hour12') && !groups.has('half') ? 'half of the day (A) beside h' : null,
    groups.has('hour') || groups.has('hour12') || !groups.has('minute') ? null : 'hour (HH)',
  ].find((what) => what !== null)
  if (missing) return `"${format}" has no ${missing}`
  const place = [twice.slice(0, 3), twice.slice(3)].find(
    (same) => same.filter((group) => groups.has(group)).length > 1,
  )
  if (place) return `"${format}" has two places for the ${place[0]}`

  const hasTime = groups.has('hour') || groups.has('hour12')
  const hasOffset = groups.has('offset')
  const pattern = new RegExp(`^${source}${hasTime && !hasOffset ? ending : ''}$`, 'iu')
  return {
    hasTime,
    hasOffset,
    match: (text: string) => {
      const found = pattern.exec(text)?.groups
      return found ? datePartsOf(found, language) : null
    },
  }
}
