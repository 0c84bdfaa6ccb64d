// Numbers as text in the floor's locale, and what stands around them. Money is in minor units, percent is a fraction, days are multiples of 24
// hours. An unknown number is "–".
import type { Unit } from '../../wire/view-parts.ts'
import { exponentOf } from './currency-exponent.ts'
import { createSignShortener } from './currency-sign.ts'
import { directionOf } from './direction.ts'
import { type Say, sayIn } from './say.ts'

const unknownValue = '–'

export interface Format {
  /**
   * For a wall: "$412K", "$2.10M", "63%", "61 d", "1,210"; a few characters. Rounded to two or three digits only where a
   * sign says so (K, M, Mio., 万); without one, money is exact to the whole unit of its currency, a count from 1,000 on
   * to a whole piece.
   */
  value(amount: number | null, unit: Unit): string
  /** As `value`, but money without its currency, for use beside a value that has it. */
  unsigned(amount: number | null, unit: Unit): string
  /** In full: "$412,345.67". */
  full(amount: number | null, unit: Unit): string
  /** For a wall, with its sign: "+$148K", "−$157K"; a difference of percentages is in points, "+4 pts". */
  delta(amount: number | null, unit: Unit): string
  /** A share of a goal: "137%", from ten times on "12×". Below the goal it never reads 100%. */
  attainment(share: number | null): string
  /** A relative change: "+12%", and for ten times as much or more "12×". */
  change(share: number | null): string
  /** Words around numbers, in the floor's language. */
  readonly say: Say
}

type Signs = 'auto' | 'exceptZero'

/** `Intl` writes some minus signs as hyphens, which are too short to see from a desk. */
const withMinus = (text: string): string => text.replaceAll('-', '−')

/** A unit in Latin letters stands behind its number: marks of the other direction, as before Arabic signs, would turn them. */
const beforeUnit = (number: string): string => number.replace(/\p{Cf}/gu, '')

/** What `Intl` writes a number with, without what goes with compact notation. */
const inFull = ({
  notation: _,
  minimumSignificantDigits: __,
  maximumSignificantDigits: ___,
  ...options
}: Intl.NumberFormatOptions): Intl.NumberFormatOptions => ({ ...options, maximumFractionDigits: 0 })

/** Formatters are slow to make, and a wall uses the same few all day. */
const createNumberCache = (locale: string) => {
  const made = new Map<string, Intl.NumberFormat>()
  const formatOf = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options)
    const known = made.get(key)
    const format = known ?? new Intl.NumberFormat(locale, options)
    if (!known) made.set(key, format)
    return format
  }
  return (amount: number, given: Intl.NumberFormatOptions): string => {
    // With 'auto', `Intl` writes −1 cent in whole dollars as "-$0"; 'exceptZero' gives no sign to what rounds to 0.
    const options = amount > 0 ? given : { ...given, signDisplay: 'exceptZero' as const }
    if (options.notation !== 'compact') return withMinus(formatOf(options).format(amount))
    const parts = formatOf(options).formatToParts(amount)
    // German has no sign for thousands: without one, rounded digits would read as an exact figure.
    if (!parts.some(({ type }) => type === 'compact'))
      return withMinus(formatOf(inFull(options)).format(amount))
    return withMinus(parts.map(({ value }) => value).join(''))
  }
}

/**
 * Two or three significant digits: 2.10M, 21.0M, 412K, 41K, 4.2K, 950. Not decimal places, so that languages with other
 * units are as exact: 41.2万, 4.12 लाख. Where a language has no sign for a number's size, the number is written whole:
 * 412.345. The limits lie where rounding carries into the next unit (999,500 is 1.00M).
 */
const wallDigits = (magnitude: number): Intl.NumberFormatOptions => {
  if (magnitude < 1000) return { maximumFractionDigits: 0 }
  if (magnitude < 9950)
    return { notation: 'compact', minimumSignificantDigits: 2, maximumSignificantDigits: 2 }
  if (magnitude < 100_000) return { notation: 'compact', maximumSignificantDigits: 2 }
  if (magnitude < 999_500) return { notation: 'compact', maximumSignificantDigits: 3 }
  return { notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3 }
}

const digits = (places: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: places,
  maximumFractionDigits: places,
})

const fewDigits = (magnitude: number, whole: number): number => (magnitude < whole ? 1 : 0)

/** A share of a goal as it is shown: at most 99 % below the goal, then cut off to whole percent. */
export const shownShare = (share: number): number =>
  share < 1 ? Math.min(share, 0.99) : Math.floor(share * 100 + 1e-9) / 100

interface Locality {
  readonly locale: string
  readonly currency: string
}

const made = new Map<string, Format>()
/** Far more than the languages and currencies of the floors of a process. */
const mostMade = 100

/**
 * An unknown locale falls back to `en`, an unknown currency to plain numbers, so that a wall shows something. All who ask for the
 * same language and currency share one: what it formats with is slow to make.
 */
export const createFormat = ({ locale, currency }: Locality): Format => {
  const key = `${locale} ${currency}`
  const known = made.get(key)
  if (known) return known
  if (made.size >= mostMade) made.clear()
  const format = makeFormat({ locale, currency })
  made.set(key, format)
  return format
}

const makeFormat = ({ locale, currency }: Locality): Format => {
  const known = Intl.NumberFormat.supportedLocalesOf.bind(Intl.NumberFormat)
  const spoken = isLocale(locale, known) ? locale : 'en'
  const number = createNumberCache(spoken)
  const say = sayIn(spoken)
  const exponent = exponentOf(currency)
  const scale = 10 ** exponent
  const named = /^[A-Za-z]{3}$/.test(currency)
  const money = named ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const) : {}
  const signed = named ? createSignShortener(spoken, currency) : (text: string) => text

  const plain = (amount: number, signDisplay: Signs): string => {
    const magnitude = Math.abs(amount)
    if (magnitude < 10_000)
      return number(amount, { maximumFractionDigits: fewDigits(magnitude, 1000), signDisplay })
    return number(amount, { ...wallDigits(magnitude), signDisplay })
  }
  const days = (amount: number, maximumFractionDigits: number, signDisplay: Signs): string =>
    say(
      { id: 'format.days', defaultMessage: '{amount} d' },
      { amount: beforeUnit(number(amount, { maximumFractionDigits, signDisplay })) },
    )
  const percent = (share: number, signDisplay: Signs): string => {
    const magnitude = Math.abs(share)
    if (magnitude >= 99.995) return `${plain(share * 100, signDisplay)}%`
    const maximumFractionDigits = magnitude > 0 && magnitude < 0.00995 ? 1 : 0
    return number(share, { style: 'percent', maximumFractionDigits, signDisplay })
  }

  const wall = (amount: number, unit: Unit, signDisplay: Signs): string => {
    switch (unit) {
      case 'money': {
        const major = amount / scale
        return signed(number(major, { ...money, ...wallDigits(Math.abs(major)), signDisplay }))
      }
      case 'percent':
        return percent(amount, signDisplay)
      case 'days':
        return days(amount, fewDigits(Math.abs(amount), 10), signDisplay)
      case 'count':
      case 'points':
        return plain(amount, signDisplay)
    }
  }

  const unsigned = (amount: number, unit: Unit): string =>
    unit === 'money'
      ? number(amount / scale, { ...wallDigits(Math.abs(amount / scale)), signDisplay: 'auto' })
      : wall(amount, unit, 'auto')

  const full = (amount: number, unit: Unit): string => {
    switch (unit) {
      case 'money':
        // `Intl` would leave out the smaller unit where nobody prints it, as of IDR.
        return signed(number(amount / scale, { ...money, ...digits(amount % scale === 0 ? 0 : exponent) }))
      case 'percent':
        return number(amount, { style: 'percent', maximumFractionDigits: 1 })
      case 'days':
        return days(amount, 1, 'auto')
      case 'count':
      case 'points':
        return number(amount, { maximumFractionDigits: 2 })
    }
  }

  const points = (difference: number): string => {
    const amount = number(difference * 100, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
    return say({ id: 'format.points', defaultMessage: '{amount} pts' }, { amount: beforeUnit(amount) })
  }

  const format: Format = {
    value: (amount, unit) => (amount === null ? unknownValue : wall(amount, unit, 'auto')),
    unsigned: (amount, unit) => (amount === null ? unknownValue : unsigned(amount, unit)),
    full: (amount, unit) => (amount === null ? unknownValue : full(amount, unit)),
    delta: (amount, unit) => {
      if (amount === null) return unknownValue
      return unit === 'percent' ? points(amount) : wall(amount, unit, 'exceptZero')
    },
    attainment: (share) => {
      if (share === null) return unknownValue
      if (share >= 10) return `${plain(Math.floor(share), 'auto')}×`
      return percent(shownShare(share), 'auto')
    },
    change: (share) => {
      if (share === null) return unknownValue
      const times = Math.floor(1 + share + 1e-9)
      return times >= 10 ? `${plain(times, 'auto')}×` : percent(share, 'exceptZero')
    },
    say,
  }
  return directionOf(spoken) === 'rtl' ? isolating(format) : format
}

/** In Unicode's isolates: a number or a date in a sentence of another direction must change neither's order. */
export const isolated = (text: string): string => `\u2068${text}\u2069`

const isolating = (format: Format): Format => ({
  value: (amount, unit) => isolated(format.value(amount, unit)),
  unsigned: (amount, unit) => isolated(format.unsigned(amount, unit)),
  full: (amount, unit) => isolated(format.full(amount, unit)),
  delta: (amount, unit) => isolated(format.delta(amount, unit)),
  attainment: (share) => isolated(format.attainment(share)),
  change: (share) => isolated(format.change(share)),
  say: format.say,
})

const isLocale = (locale: string, supported: (locale: string) => string[]): boolean => {
  try {
    return supported(locale).length > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
