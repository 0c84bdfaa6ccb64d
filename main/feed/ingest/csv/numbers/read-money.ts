// Reads amounts, as exports write them, as integer minor units.
import { exponentOf } from '../../../../../shared/domain/words/currency-exponent.ts'
import type { Money } from '../../../../../shared/wire/fact.ts'
import type { DecimalSign, Scale } from '../../../../../shared/wire/mapping.ts'
import { plainText } from '../plain-text.ts'
import type { Reading } from '../reading.ts'
import { isMarkOf } from './money-marks.ts'
import { longestNumber, readDecimal, timesTenTo } from './read-decimal.ts'

export interface MoneyRules {
  readonly declared?: DecimalSign | undefined
  /** What one of the written number is; whole units when left out. */
  readonly scale?: Scale | undefined
}

/** One side of the digits: the mark, and the signs at its ends. */
interface Side {
  readonly mark: string
  readonly signs: string
}

const signsAlone = /^[-+()]*$/

const sideOf = (written: string, currency: string): Side => {
  const text = written.trim()
  // Most amounts have no mark, and need no table of marks.
  if (signsAlone.test(text)) return { mark: '', signs: text }
  // The names of some currencies have hyphens and parentheses themselves.
  if (isMarkOf(currency, text)) return { mark: text, signs: '' }
  const [, first = '', mark = '', last = ''] = /^([-+(]*) ?(.*?) ?([-+()]*)$/.exec(text) ?? []
  return { mark, signs: `${first}${last}` }
}

/** The signs of both sides together; null where they make no number. */
const negativeOf = (signs: string): boolean | null => {
  if (signs === '' || signs === '+') return false
  return signs === '-' || signs === '()' ? true : null
}

/** Digits with what groups them, and what stands before and behind. */
const amountPattern = /^(?<before>\D*)(?<digits>\d(?:[\d.,' \u066B\u066C\u060C]*\d)?)(?<after>\D*)$/

/** `1.234,-` and `5.–`: a dash for no cents, common from Norway to Switzerland. It is no minus. */
const noCents = /^(?<sign>[.,])-{1,2}(?!\S*\d)/

/** Formatters are slow to make: one for each row took a fourteenth of an import. */
const wholeInPrint = new Map<string, boolean>()

/** In no country's shops and books has it decimals, whatever ISO 4217 says: `Rp 98.765` and `98.765 ₫` are thousands. */
const isWholeInPrint = (currency: string): boolean => {
  const known = wholeInPrint.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const isWhole = format.resolvedOptions().maximumFractionDigits === 0
  wholeInPrint.set(currency, isWhole)
  return isWhole
}

const powerOf = (scale: Scale | undefined, exponent: number): number =>
  scale === 'minor' ? -exponent : Math.round(Math.log10(scale ?? 1))

interface WrittenAmount {
  readonly before: string
  readonly digits: string
  readonly after: string
  readonly shown: DecimalSign | undefined
}

const split = (text: string): WrittenAmount | null => {
  const { before = '', digits, after = '' } = amountPattern.exec(text)?.groups ?? {}
  if (digits === undefined) return null
  const dash = noCents.exec(after)
  // A decimal sign without digits before it, unless it is the point of an abbreviation: $.50, but kr.50.
  const point = /(?<![\p{L}/])[.,]$/u.exec(before)
  const shown = dash?.groups?.['sign']
  return {
    before: point ? before.slice(0, -1) : before,
    digits: `${point ? point[0] : ''}${digits}`,
    after: dash ? after.slice(dash[0].length) : after.replace(/^[.,](?=\s|$)/, ''),
    shown: shown === '.' || shown === ',' ? shown : undefined,
  }
}

export const readMoney = (written: string, currency: string, rules: MoneyRules = {}): Reading<Money> => {
  if (written.length > longestNumber || !/\p{Nd}/u.test(written)) return { fault: 'is not an amount' }
  const amount = split(plainText(written))
  if (!amount) return { fault: 'is not a number' }
  const sides = [amount.before, amount.after].map((side) => sideOf(side, currency))
  const foreign = sides.find(({ mark }) => mark !== '' && !isMarkOf(currency, mark))
  if (foreign) return { fault: `is marked "${foreign.mark}", but the currency is ${currency}` }
  const negative = negativeOf(sides.map(({ signs }) => signs).join(''))
  if (negative === null) return { fault: 'is not a number' }

  const exponent = exponentOf(currency)
  const isMarked = sides.some(({ mark }) => mark !== '')
  // Without a mark, three zeros may as well be the decimals of a database.
  const isWhole =
    rules.scale === 'minor' ||
    (exponent < 3 && isWholeInPrint(currency) && (isMarked || !/[.,]000$/.test(amount.digits)))
  const reading = readDecimal(amount.digits, { declared: rules.declared ?? amount.shown, isWhole })
  if ('fault' in reading) return reading
  const { whole, fraction } = timesTenTo(reading.value, powerOf(rules.scale, exponent))
  if (fraction.length > exponent) return { fault: `is finer than the smallest unit of ${currency}` }
  const size = BigInt(whole + fraction.padEnd(exponent, '0'))
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return { fault: 'is too large an amount' }
  // −0 becomes 0: JSON does not keep −0.
  return { value: { minor: size === 0n ? 0 : Number(negative ? -size : size), currency } }
}

/** `$ -`, as spreadsheets write an amount of nothing. */
export const isDashAlone = (text: string, currency: string): boolean => {
  if (text.length > longestNumber) return false
  const plain = plainText(text)
  if (!/^[^-\d]*-{1,2}[^-\d]*$/.test(plain)) return false
  const mark = plain.replace(/[-() ]+/g, ' ').trim()
  return mark === '' || isMarkOf(currency, mark)
}
