// Numbers of goals as people type and paste them. Which of a full stop and a comma parts thousands, what is pasted has to say
// itself, as a whole: where it does not, a number that could be two is refused and not guessed.

export type ReadAmount =
  | { readonly is: 'amount'; readonly amount: number }
  | { readonly is: 'empty' }
  /** `ambiguous`: "1,234" could be a thousand, or a little more than one. */
  | { readonly is: 'ambiguous' | 'no-number' | 'negative'; readonly text: string }

type Mark = '.' | ','

/** What parts a number's decimals; `unknown`: nothing said it. */
type Decimal = Mark | 'unknown'

const suffixes: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, tsd: 1e3, mio: 1e6 }

/** Spaces of any kind, apostrophes and underscores only ever part thousands. */
const partingSigns = /[\s\u00a0\u2009\u202f'’_]/gu
const currencySigns = /\p{Sc}|\b[A-Z]{3}\b/gu
const shape = /^([+-]?)((?:\d|[.,](?=\d))+)(%?)([a-z]*)\.?$/i

interface Parts {
  readonly digits: string
  readonly times: number
  readonly isNegative: boolean
  readonly isPercent: boolean
}

/** Null for what is no number. */
const partsOf = (text: string): Parts | null => {
  const bare = text.replace(currencySigns, '').replace(partingSigns, '').replace('−', '-')
  const [, sign, digits, percent, suffix] = shape.exec(bare) ?? []
  const times = suffixes[(suffix ?? '').toLowerCase()]
  if (digits === undefined || times === undefined) return null
  return { digits, times, isNegative: sign === '-', isPercent: percent === '%' }
}

const marksIn = (digits: string): readonly Mark[] =>
  Array.from(digits).filter((sign): sign is Mark => sign === '.' || sign === ',')

/** Whether the marks stand where thousands are parted: three digits after each, one to three before the first. */
const isGrouped = (whole: string, mark: Mark): boolean =>
  new RegExp(`^\\d{1,3}(?:\\${mark}\\d{3})+$`).test(whole)

const other = (mark: Mark): Mark => (mark === '.' ? ',' : '.')

/** The decimal mark that the digits prove; null where they prove none. */
const provedBy = (digits: string): Mark | null => {
  const marks = marksIn(digits)
  const [first, last] = [marks[0], marks.at(-1)]
  if (first === undefined || last === undefined) return null
  if (first !== last) return last
  if (marks.length > 1) return other(last)
  // "12,5" and "0.125" are no thousands.
  return isGrouped(digits, last) && !digits.startsWith('0') ? null : last
}

const read = (digits: string, decimal: Decimal): number | 'ambiguous' | null => {
  const marks = marksIn(digits)
  if (marks.length === 0) return Number(digits)
  const mark = provedBy(digits) ?? decimal
  if (mark === 'unknown') return 'ambiguous'
  const parts = digits.split(mark)
  const [whole = '', fraction = ''] = parts
  if (parts.length > 2 || fraction.includes(other(mark))) return null
  if (whole.includes(other(mark)) && !isGrouped(whole, other(mark))) return null
  return Number(`${whole.replaceAll(other(mark), '') || '0'}.${fraction || '0'}`)
}

const amountOf = (text: string, decimal: Decimal): ReadAmount => {
  if (/^\s*[-–—]?\s*$/.test(text)) return { is: 'empty' }
  const parts = partsOf(text)
  if (parts === null) return { is: 'no-number', text }
  const amount = read(parts.digits, decimal)
  if (amount === 'ambiguous') return { is: 'ambiguous', text }
  if (amount === null) return { is: 'no-number', text }
  if (parts.isNegative && amount !== 0) return { is: 'negative', text }
  // Half a cent more by a thousand is no reason for a long number.
  return { is: 'amount', amount: Math.round(amount * parts.times * 1e6) / 1e6 }
}

/** The decimal mark of a language. */
const decimalOf = (locale: string): Mark =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ','
    ? ','
    : '.'

/** One that is typed where the floor's language (BCP 47) is written: its marks are that language's, unless they prove others. */
export const readTypedAmount = (text: string, locale: string): ReadAmount => amountOf(text, decimalOf(locale))

/** Rows of cells that are pasted together: what one proves holds for all, unless another proves the opposite. */
export const readPastedAmounts = (
  rows: readonly (readonly string[])[],
): readonly (readonly ReadAmount[])[] => {
  const proved = new Set(
    rows.flat().flatMap((text) => {
      const parts = partsOf(text)
      return (parts && provedBy(parts.digits)) ?? []
    }),
  )
  const [decimal = 'unknown' as const] = proved.size === 1 ? proved : []
  return rows.map((row) => row.map((text) => amountOf(text, decimal)))
}
