// The small shapes that messages and files are made of.
import { z } from 'zod'
import { decimalsOf } from './iso-4217.ts'
import { isKnownZone, zoneFault } from './zone-names.ts'

/** An id that people type: lower-case letters, digits and single hyphens, at most 60 characters. */
export const Slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a short slug such as "north-team"')

/** Excludes the Hangul fillers and the blank Braille pattern too, which Unicode counts as letters or symbols. */
const visiblePattern = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether the text has anything to be seen. */
export const isVisible = (text: string): boolean => visiblePattern.test(text)

/**
 * Line breaks, controls, lone surrogates, noncharacters, and U+FFFD, which stands for bytes that could not be decoded.
 * A YAML file cannot hold them either.
 */
const brokenPattern = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/u

/** A name in any script; trimmed, 1 to 120 characters on one line, at least one of them visible. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((text) => !brokenPattern.test(text), 'must be one line, without control or unreadable characters')
  .refine((text) => text === '' || isVisible(text), 'must have a character that can be seen')

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Read digit by digit, in a fifth of the time of splitting the text: every fact has several dates. */
const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

/** For a text that starts with `YYYY-MM-DD`. */
const isRealDate = (text: string): boolean => {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return year >= 1970 && year <= 2199 && day >= 1 && day <= (monthLengths[month - 1] ?? 0) + Number(leap)
}

/** A calendar date that exists, `YYYY-MM-DD`, 1970 to 2199. */
export const PlainDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'must be a date such as 2026-11-20')
  .refine(isRealDate, 'is not a date of the calendar (1970 to 2199)')

const instantPattern =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/

/** An instant, ISO 8601 with its offset: `2026-11-20T15:02:10Z`. */
export const Instant = z
  .string()
  .regex(instantPattern, 'must be an instant with its offset, such as 2026-11-20T15:02:10Z')
  .refine(isRealDate, 'is not a date of the calendar (1970 to 2199)')

/**
 * When something happened: an instant, or, where the source knows only the day, a plain date.
 * A plain date is that day in every time zone.
 */
export const When = z
  .string()
  .refine(
    (text) => (text.length === 10 ? /^\d{4}-\d\d-\d\d$/ : instantPattern).test(text),
    'must be an instant with its offset (2026-11-20T15:02:10Z) or a date (2026-11-20)',
  )
  .refine(isRealDate, 'is not a date of the calendar (1970 to 2199)')

/** An ISO 4217 code, in capitals. */
export const Currency = z
  .string()
  .refine((code) => decimalsOf(code) !== null, 'is not an ISO 4217 currency code')

/** A city whose clocks count, as the IANA names its zone (`Europe/London`), or `UTC`. */
export const TimeZone = z.string().superRefine((zone, context) => {
  const fault = zoneFault(zone)
  if (fault !== null) context.addIssue({ code: 'custom', message: fault })
})

/**
 * Any zone in which the time can be told. A floor that was stored before only cities were taken keeps its `EST`; what refuses
 * it in an edit is a fault of its own.
 */
export const KnownTimeZone = z.string().superRefine((zone, context) => {
  const fault = isKnownZone(zone) ? null : zoneFault(zone)
  if (fault !== null) context.addIssue({ code: 'custom', message: fault })
})
