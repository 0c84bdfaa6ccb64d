// Reads numbers as people and spreadsheets write them, digit by digit, so that no amount loses a cent in floating point.
import type { DecimalSign } from '../../../../shared/wire/mapping.ts'
import type { Reading } from './reading.ts'

export interface Decimal {
  readonly negative: boolean
  /** Digits before and after the decimal sign. */
  readonly whole: string
  readonly fraction: string
}

// Spaces of three kinds (plain, no-break, narrow no-break) and apostrophes group digits in some countries.
const groupOnly = /[ \u00A0\u202F'\u2019]/g
const minus = /^[-\u2212]|[-\u2212]$/

/** 1.234.567 and 12,34,567, but not 1.23.456.78: every group but the first has two or three digits, the last three. */
const wellGrouped = (text: string, sign: string): boolean => {
  const [first = '', ...groups] = text.split(sign)
  return (
    /^\d{1,3}$/.test(first) &&
    groups.every((group, i) => (i === groups.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group))
  )
}

/** The decimal sign that the text shows; null when it has none, a fault when it can be read in two ways. */
const signIn = (text: string): Reading<DecimalSign | null> => {
  const point = text.lastIndexOf('.')
  const comma = text.lastIndexOf(',')
  if (point !== -1 && comma !== -1) return { value: point > comma ? '.' : ',' }
  if (point === -1 && comma === -1) return { value: null }
  const [sign, other] = point === -1 ? ([',', '.'] as const) : (['.', ','] as const)
  const [before = '', after = '', ...more] = text.split(sign)
  if (more.length > 0) return { value: other }
  // Three digits after a single sign may be thousands, unless what comes before cannot be a first group.
  if (after.length !== 3 || !/^[1-9]\d{0,2}$/.test(before)) return { value: sign }
  return {
    fault: `can be ${before}${after} or ${before}.${after}; say which with decimal: "${other}" or decimal: "${sign}"`,
  }
}

/** Of a number as people write it. What is longer is none, and is not looked at: some patterns take the square of its length. */
export const longestNumber = 100

/** Without `declared`, the text must show its decimal sign; a fault where it can be read in two ways. */
export const readDecimal = (written: string, declared?: DecimalSign): Reading<Decimal> => {
  const notANumber = { fault: 'is not a number' }
  if (written.length > longestNumber) return notANumber
  const inParentheses = /^\((.*)\)$/.exec(written.trim())
  const signed = (inParentheses?.[1] ?? written).trim()
  const marked = minus.test(signed)
  if (marked && inParentheses) return notANumber
  const text = (marked ? signed.replace(minus, '') : signed.replace(/^\+/, '')).trim()
  if (!/^[\d.,'\u2019 \u00A0\u202F]*\d[\d.,'\u2019 \u00A0\u202F]*$/.test(text)) return notANumber

  const spaced = text.replace(groupOnly, ' ')
  if (spaced.includes(' ') && !wellGrouped(spaced.split(/[.,]/)[0] ?? '', ' ')) return notANumber
  const digits = text.replace(groupOnly, '')
  const found = declared ? { value: declared } : signIn(digits)
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

export const readNumber = (text: string, declared?: DecimalSign): Reading<number> => {
  const reading = readDecimal(text, declared)
  if ('fault' in reading) return reading
  const { negative, whole, fraction } = reading.value
  return { value: Number(`${negative ? '-' : ''}${whole}.${fraction || '0'}`) }
}
