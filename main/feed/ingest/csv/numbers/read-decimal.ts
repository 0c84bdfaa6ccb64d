// Reads numbers as people and spreadsheets write them, digit by digit, so that no amount loses a cent in floating point.
import type { DecimalSign } from '../../../../../shared/wire/mapping.ts'
import { plainText } from '../plain-text.ts'
import type { Reading } from '../reading.ts'

export interface Decimal {
  readonly negative: boolean
  /** Digits before and after the decimal sign. */
  readonly whole: string
  readonly fraction: string
}

// After `plainText`, spaces of all kinds and apostrophes are plain. They group digits in some countries.
const groupOnly = /[ ']/g
const minus = /^-|-$/

/** 1.234.567 and 12,34,567, but not 1.23.456.78: every group but the first has two or three digits, the last three. */
const wellGrouped = (text: string, sign: string): boolean => {
  const [first = '', ...groups] = text.split(sign)
  return (
    /^\d{1,3}$/.test(first) &&
    groups.every((group, i) => (i === groups.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group))
  )
}

/** The decimal sign that the text shows; null when it has none, a fault when it can be read in two ways. */
const signIn = (text: string, isWhole: boolean): Reading<DecimalSign | null> => {
  const point = text.lastIndexOf('.')
  const comma = text.lastIndexOf(',')
  if (point !== -1 && comma !== -1) return { value: point > comma ? '.' : ',' }
  if (point === -1 && comma === -1) return { value: null }
  const [sign, other] = point === -1 ? ([',', '.'] as const) : (['.', ','] as const)
  const [before = '', after = '', ...more] = text.split(sign)
  if (more.length > 0) return { value: other }
  // Three digits after a single sign may be thousands, unless what comes before cannot be a first group.
  if (after.length !== 3 || !/^[1-9]\d{0,2}$/.test(before)) return { value: sign }
  if (isWhole) return { value: other }
  const [whole, parted] = [`${before}${after}`, `${before}.${after}`]
  return {
    fault: `can be ${whole} or ${parted}; say which with decimal: "${other}" or decimal: "${sign}"`,
  }
}

/** Of a number as people write it. What is longer is none, and is not looked at: some patterns take the square of its length. */
export const longestNumber = 100

/** Arabic has signs of its own, which leave no question. */
const arabicSigns = /[\u066B\u066C]/

export interface DecimalRules {
  /** Without it, the text must show its decimal sign; a fault where it can be read in two ways. */
  readonly declared?: DecimalSign | undefined
  /** It has no decimals: what can be thousands is. */
  readonly isWhole?: boolean
}

/** For texts after `plainText`. */
export const readDecimal = (
  written: string,
  { declared, isWhole = false }: DecimalRules = {},
): Reading<Decimal> => {
  const notANumber = { fault: 'is not a number' }
  if (written.length > longestNumber) return notANumber
  const isArabic = arabicSigns.test(written)
  const latin = written.replaceAll('\u066B', '.').replaceAll('\u066C', ',').replaceAll('\u060C', ',')
  const inParentheses = /^\((.*)\)$/.exec(latin.trim())
  const signed = (inParentheses?.[1] ?? latin).trim()
  const marked = minus.test(signed)
  if (marked && inParentheses) return notANumber
  const text = (marked ? signed.replace(minus, '') : signed.replace(/^\+/, '')).trim()
  if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(text)) return notANumber

  const spaced = text.replace(groupOnly, ' ')
  if (spaced.includes(' ') && !wellGrouped(spaced.split(/[.,]/)[0] ?? '', ' ')) return notANumber
  const digits = text.replace(groupOnly, '')
  const known = isArabic ? '.' : declared
  // Once spaces group the digits, a sign can be the decimal one only.
  const found = known ? { value: known } : signIn(spaced.includes(' ') ? `0${digits}` : digits, isWhole)
  if ('fault' in found) return found
  const decimal = found.value ?? '.'
  const grouping = decimal === '.' ? ',' : '.'
  const [before = '', fraction = '', ...more] = digits.split(decimal)
  if (more.length > 0 || !/^\d*$/.test(fraction))
    return { fault: `is not a number with a decimal "${decimal}"` }
  if (before.includes(grouping) && !wellGrouped(before, grouping)) {
    return { fault: `is not a number with a decimal "${decimal}"` }
  }
  const whole = before.replaceAll(grouping, '').replace(/^0+(?=\d)/, '') || '0'
  return {
    value: { negative: marked || inParentheses !== null, whole, fraction: fraction.replace(/0+$/, '') },
  }
}

/** Times ten to the power, which may be negative. Moves the decimal sign, so that nothing is rounded. */
export const timesTenTo = ({ negative, whole, fraction }: Decimal, power: number): Decimal => {
  const digits = `${'0'.repeat(Math.max(0, -power))}${whole}${fraction}${'0'.repeat(Math.max(0, power))}`
  const wholeDigits = whole.length + Math.max(0, -power) + power
  return {
    negative,
    whole: digits.slice(0, wholeDigits).replace(/^0+(?=\d)/, '') || '0',
    fraction: digits.slice(wholeDigits).replace(/0+$/, ''),
  }
}

export const numberOf = ({ negative, whole, fraction }: Decimal): number => {
  const size = Number(`${whole}.${fraction || '0'}`)
  return negative && size !== 0 ? -size : size
}

const percentSign = /^[%\u066A] ?| ?[%\u066A]$/

/** A percent sign makes hundredths: 45 % is 0.45. `isPercent`: it does so where it is not written too. */
export const readNumber = (written: string, declared?: DecimalSign, isPercent = false): Reading<number> => {
  if (written.length > longestNumber) return { fault: 'is not a number' }
  const text = plainText(written)
  const bare = text.replace(percentSign, '')
  const reading = readDecimal(bare, { declared })
  if ('fault' in reading) return reading
  const inHundredths = isPercent || bare !== text
  return { value: numberOf(inHundredths ? timesTenTo(reading.value, -2) : reading.value) }
}
