// Reads lengths of time as phone systems and spreadsheets write them, in seconds.
import type { DecimalSign, DurationCell } from '../../../../../shared/wire/mapping.ts'
import { readTimeOfDay } from '../dates/time-of-day.ts'
import { locales } from '../locales.ts'
import { plainText } from '../plain-text.ts'
import type { Reading } from '../reading.ts'
import { longestNumber, readNumber } from './read-decimal.ts'

type Unit = NonNullable<Extract<DurationCell, { unit?: unknown }>['unit']>

export interface DurationRules {
  readonly declared?: DecimalSign | undefined
  /** Of bare numbers. */
  readonly unit?: Unit | undefined
  /** Of two numbers with a colon. */
  readonly clock?: 'm:ss' | 'h:mm' | undefined
}

const secondsIn: Readonly<Record<Unit, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
}

const intlUnits = [
  ['day', 'days'],
  ['hour', 'hours'],
  ['minute', 'minutes'],
  ['second', 'seconds'],
  ['millisecond', 'milliseconds'],
] as const

const people: readonly (readonly [words: string, unit: Unit])[] = [
  ['d day days', 'days'],
  ['h hr hrs hour hours std stunde stunden', 'hours'],
  ["m min mins minute minutes ' ′", 'minutes'],
  ['s sec secs second seconds sek " ′′', 'seconds'],
  ['ms msec msecs', 'milliseconds'],
]

const keyOf = (word: string): string => plainText(word).toLowerCase().replace(/[. ]/g, '')

let unitsByWord: ReadonlyMap<string, Unit | null> | null = null

/** In the languages that `Intl` knows; English and what stands above first. Null for a word of two units. */
const wordsOfUnits = (): ReadonlyMap<string, Unit | null> => {
  const fixed = new Map(
    people.flatMap(([words, unit]) => words.split(' ').map((word) => [word, unit] as const)),
  )
  const found = new Map<string, Unit | null>()
  for (const locale of locales) {
    for (const [unit, name] of intlUnits) {
      for (const unitDisplay of ['long', 'short', 'narrow'] as const) {
        const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })
        for (const amount of [1, 2, 5, 21]) {
          const word = format.formatToParts(amount).find(({ type }) => type === 'unit')?.value ?? ''
          const key = keyOf(word)
          if (key !== '' && !fixed.has(key)) found.set(key, (found.get(key) ?? name) === name ? name : null)
        }
      }
    }
  }
  return new Map([...found, ...fixed])
}

const unitNamed = (word: string): Unit | null => {
  unitsByWord ??= wordsOfUnits()
  return unitsByWord.get(keyOf(word)) ?? null
}

const notALength = { fault: 'is not a length of time such as 0:02:23 or 2m 23s' }

/** Days, hours, minutes, seconds. Rounded to a millisecond, the finest that is measured. */
const total = (amounts: readonly (readonly [number, Unit])[]): Reading<number> => {
  const seconds = amounts.reduce((sum, [amount, unit]) => sum + amount * secondsIn[unit], 0)
  return { value: Math.round(seconds * 1000) / 1000 }
}

const isoLength = /^p(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:[.,]\d+)?)s)?)?$/i
const clockLength = /^(?:(\d+)(?: ?d(?:ays?)?,?| ?\.) ?)?(\d+):(\d{2})(?::(\d{2}))?(?:[.,](\d+))?$/i

const readIso = (text: string): Reading<number> | null => {
  const [found, days, hours, minutes, seconds = '0'] = isoLength.exec(text) ?? []
  if (found === undefined || !/\d/.test(found)) return null
  return total([
    [Number(days ?? 0), 'days'],
    [Number(hours ?? 0), 'hours'],
    [Number(minutes ?? 0), 'minutes'],
    [Number(seconds.replace(',', '.')), 'seconds'],
  ])
}

const readClock = (text: string, clock: DurationRules['clock']): Reading<number> | null => {
  const [found, days, first = '', second = '', third, decimals] = clockLength.exec(text) ?? []
  if (found === undefined) return null
  const fraction = Number(`0.${decimals ?? 0}`)
  if (third !== undefined) {
    if (Number(second) > 59 || Number(third) > 59) return notALength
    return total([
      [Number(days ?? 0), 'days'],
      [Number(first), 'hours'],
      [Number(second), 'minutes'],
      [Number(third) + fraction, 'seconds'],
    ])
  }
  if (Number(second) > 59) return notALength
  // Nobody writes parts of minutes as decimals behind a clock.
  const meant = decimals === undefined ? clock : 'm:ss'
  if (meant === undefined) {
    return {
      fault: `can be ${first} minutes or ${first} hours; say which with clock: m:ss or clock: h:mm`,
    }
  }
  const [large, small] =
    meant === 'm:ss' ? (['minutes', 'seconds'] as const) : (['hours', 'minutes'] as const)
  return total([
    [Number(days ?? 0), 'days'],
    [Number(first), large],
    [Number(second) + fraction, small],
  ])
}

/** What a number without a unit counts behind one with it: `1h30`, `2m30`. */
const nextSmaller: Partial<Readonly<Record<Unit, Unit>>> = { hours: 'minutes', minutes: 'seconds' }

const linked = /^(?:,|and|und|et|y|e|en|и|og|och)$/i

const readUnits = (text: string, declared: DecimalSign | undefined): Reading<number> | null => {
  const pieces = [...text.matchAll(/(\d[\d.,]*) ?(\D*)/g)]
  if (pieces.length === 0 || /^\D/.test(text)) return null
  const amounts: (readonly [number, Unit])[] = []
  let before: Unit | null = null
  for (const [, digits = '', behind = ''] of pieces) {
    const word = behind
      .split(' ')
      .filter((part) => !linked.test(part))
      .join(' ')
      .replace(/,$/, '')
      .trim()
    const unit: Unit | null = word === '' ? ((before && nextSmaller[before]) ?? null) : unitNamed(word)
    const number = readNumber(digits.replace(/[.,]$/, ''), declared)
    if (unit === null) return null
    if ('fault' in number) return number
    // Each unit once, and smaller ones behind larger ones.
    if (before !== null && secondsIn[unit] >= secondsIn[before]) return null
    amounts.push([number.value, unit])
    before = unit
  }
  return total(amounts)
}

/** A spreadsheet shows a length of time as a time of the day in its first night: 12:02:23 AM. */
const readTimeShown = (text: string): Reading<number> | null => {
  if (!/:\d{2}:\d{2}/.test(text)) return null
  const { time, zone } = readTimeOfDay(text.replace(/^(?:1899-12-30|1900-01-00)[T ]/, '')) ?? {}
  if (!time || zone || Number.isNaN(time.hour)) return null
  return total([
    [time.hour, 'hours'],
    [time.minute, 'minutes'],
    [time.second + time.nanosecond / 1e9, 'seconds'],
  ])
}

/** In seconds, to the millisecond. */
export const readDuration = (written: string, rules: DurationRules = {}): Reading<number> => {
  if (written.length > longestNumber) return notALength
  const text = plainText(written)
  const found = readIso(text) ?? readClock(text, rules.clock)
  if (found) return found
  if (/^[-+\d.,' ]+$/.test(text)) {
    const number = readNumber(text, rules.declared)
    if ('fault' in number) return number
    return number.value < 0 ? notALength : total([[number.value, rules.unit ?? 'seconds']])
  }
  return readUnits(text, rules.declared) ?? readTimeShown(text) ?? notALength
}
