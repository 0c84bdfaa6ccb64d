// The marks that may stand beside an amount of a currency: its code, its signs and its names, as `Intl` writes them in every
// language, and what Windows, spreadsheets and people write that `Intl` does not.
import { locales } from '../locales.ts'
import { plainText } from '../plain-text.ts'

/** Compared without capitals, points, spaces and direction marks: `kr.` is `kr`, `S/.` is `S/`. */
const markKey = (mark: string): string =>
  plainText(mark)
    // "1.000.000 de euros"
    .replace(/^(?:de |d')/i, '')
    .toUpperCase()
    .replace(/[\s.]/g, '')

const alsoWritten: Readonly<Record<string, string>> = {
  AED: 'Dh Dhs DH AED',
  ARS: '$ AR$',
  AUD: '$ A$ AU$',
  BGN: 'лв lv',
  BOB: 'Bs $b',
  BRL: 'R$ reais',
  CAD: '$ C$ CA$ $CA CAD$',
  CHF: 'Fr SFr Fr. sFr',
  CLP: '$ CLP$',
  CNY: '¥ RMB 元 人民币 CN¥',
  COP: '$ COL$',
  CZK: 'Kč Kc',
  DKK: 'kr',
  DOP: '$ RD$',
  EGP: 'LE £E E£ ج.م',
  EUR: '€ Euro Euros EUR',
  GBP: '£ STG',
  GHS: 'GH₵ GHC ₵',
  HNL: 'L',
  HUF: 'Ft',
  IDR: 'Rp',
  ILS: '₪ NIS ש"ח ש״ח',
  INR: '₹ Rs Re रु /- INR',
  ISK: 'kr',
  JPY: '¥ 円 yen',
  KES: 'KSh /= Kshs',
  KRW: '₩ 원 won',
  KWD: 'KD د.ك',
  KZT: '₸ тг тенге',
  LKR: 'Rs රු',
  MAD: 'DH Dhs',
  MKD: 'ден den',
  MXN: '$ MX$ MXN$ M.N. MN',
  MYR: 'RM',
  NGN: '₦ N',
  NOK: 'kr',
  NPR: 'Rs रु',
  NZD: '$ NZ$',
  PAB: 'B/. B/',
  PEN: 'S/ S/.',
  PHP: '₱ P Php',
  PKR: 'Rs /-',
  PLN: 'zł zl',
  PYG: '₲ Gs',
  QAR: 'QR',
  RON: 'lei leu',
  RSD: 'din дин',
  RUB: '₽ р руб р.',
  SAR: 'SR ر.س ﷼ \u20C1',
  SEK: 'kr',
  SGD: '$ S$',
  THB: '฿ บาท Bt',
  TRY: '₺ TL',
  TWD: '$ NT$ 元',
  TZS: 'TSh /=',
  UAH: '₴ грн',
  UGX: 'USh /=',
  USD: '$ US$ U$S $US USD$',
  UYU: '$ $U',
  VES: 'Bs BsS Bs.D BsF',
  VND: '₫ đ VNĐ VND đồng',
  XAF: 'FCFA CFA F',
  XOF: 'FCFA CFA F',
  ZAR: 'R',
}

/** Of which languages have different plurals. */
const amounts = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000, 1.5] as const

const amountsOf = new Map<string, readonly number[]>()
/** One of those amounts for each plural that a language has, where they are written with so many decimals. */
const amountsIn = (language: string, digits: number): readonly number[] => {
  const key = `${language} ${digits}`
  const known = amountsOf.get(key)
  if (known) return known
  const rules = new Intl.PluralRules(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const found = [...new Map(amounts.map((amount) => [rules.select(amount), amount])).values()]
  amountsOf.set(key, found)
  return found
}

/** What `Intl` writes around the digits of an amount, before them and behind. */
const around = (parts: readonly Intl.NumberFormatPart[]): string[] => {
  const isNumber = ({ type }: Intl.NumberFormatPart) => type === 'integer' || type === 'fraction'
  const first = parts.findIndex(isNumber)
  const last = parts.findLastIndex(isNumber)
  return [parts.slice(0, first), parts.slice(last + 1)].map((side) => side.map(({ value }) => value).join(''))
}

const displays = ['symbol', 'narrowSymbol', 'name'] as const

const marksIn = (currency: string, languages: readonly string[]): Set<string> => {
  const keys = new Set<string>([currency])
  for (const language of languages) {
    for (const currencyDisplay of displays) {
      // Which plural a name has depends on whether decimals are written, zero or not.
      for (const digits of currencyDisplay === 'name' ? [0, 2] : [0]) {
        const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits }
        const style = { style: 'currency', currency, currencyDisplay } as const
        const format = new Intl.NumberFormat(language, { ...style, ...decimals })
        for (const amount of currencyDisplay === 'name' ? amountsIn(language, digits) : [0])
          for (const mark of around(format.formatToParts(amount))) keys.add(markKey(mark))
      }
    }
  }
  for (const mark of (alsoWritten[currency] ?? '').split(' ')) keys.add(markKey(mark))
  // `Intl` writes AUD as A$, but Australian exports write $.
  for (const key of [...keys]) keys.add(key.replace(/^[A-Z]+(?=\P{L}$)/u, ''))
  keys.delete('')
  return keys
}

const inEnglish = new Map<string, ReadonlySet<string>>()
const inAllLanguages = new Map<string, ReadonlySet<string>>()

const known = (tables: Map<string, ReadonlySet<string>>, currency: string, languages: readonly string[]) => {
  const keys = tables.get(currency) ?? marksIn(currency, languages)
  tables.set(currency, keys)
  return keys
}

/** Whether the text, `€` or `US dollars`, is a mark of the currency. No text is none, and false. */
export const isMarkOf = (currency: string, mark: string): boolean => {
  const key = markKey(mark)
  // Most files need no other language, and the table of all takes a tenth of a second.
  return (
    known(inEnglish, currency, ['en', 'en-CA']).has(key) || known(inAllLanguages, currency, locales).has(key)
  )
}
