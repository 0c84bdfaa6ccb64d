// What an organization's own currency is, and by which rates Salesforce converts into it: with advanced currency management by the
// rate of a deal's closing date, whether it is closed or still to close; else by the one rate that each currency has.
import { dividedMinorOf } from '../money-text.ts'
import { dateIn, isTrue, type Row, textIn } from './answers.ts'
import type { OrgSchema } from './org.ts'
import type { SalesforceApi } from './salesforce-api.ts'
import { soql } from './soql.ts'

/** So many units of a currency are one of the organization's own. */
interface DatedRate {
  /** A date, the first on which it holds; '' without a beginning. */
  readonly from: string
  /** As decimal text. */
  readonly rate: string
}

export interface OrgRates {
  /** The organization's own currency. */
  readonly corporate: string
  /** `on`: a date; null: of no day. Null where there is no such rate, or none is needed. */
  convert(
    amount: string,
    currency: string,
    on: string | null,
  ): { readonly minor: number; readonly currency: string } | null
  /** The rates themselves, to see whether they are still the same. */
  readonly text: string
}

const byCurrency = (rows: readonly Row[]): Map<string, DatedRate[]> => {
  const found = new Map<string, DatedRate[]>()
  for (const row of rows) {
    const [currency, rate] = [textIn(row, 'IsoCode'), textIn(row, 'ConversionRate')]
    if (currency === null || rate === null) continue
    const dated = found.get(currency) ?? []
    dated.push({ from: dateIn(row, 'StartDate') ?? '', rate })
    found.set(currency, dated)
  }
  for (const dated of found.values()) dated.sort((a, b) => (a.from < b.from ? -1 : 1))
  return found
}

/** Null for an organization with one currency. Rejects with `SourceTrouble`. */
export const readRates = async (api: SalesforceApi, schema: OrgSchema): Promise<OrgRates | null> => {
  if (!schema.has('CurrencyType', 'IsCorporate') || !schema.has('CurrencyType', 'ConversionRate')) return null
  const currencies = await api.rows(
    soql({ select: ['IsoCode', 'IsCorporate', 'ConversionRate'], from: 'CurrencyType', orderBy: 'IsoCode' }),
  )
  const own = currencies.find((row) => isTrue(row, 'IsCorporate'))
  const corporate = own === undefined ? null : textIn(own, 'IsoCode')
  if (corporate === null) return null
  const dated = schema.has('DatedConversionRate', 'StartDate')
    ? await api.rows(
        soql({
          select: ['IsoCode', 'StartDate', 'ConversionRate'],
          from: 'DatedConversionRate',
          orderBy: 'IsoCode, StartDate',
        }),
      )
    : []
  const [usual, byDate] = [byCurrency(currencies), byCurrency(dated)]
  const rateOf = (currency: string, on: string | null): string | null => {
    // A rate holds until the day before the next one of its currency begins.
    const held = byDate.get(currency)?.findLast(({ from }) => on !== null && from <= on)
    return (held ?? usual.get(currency)?.[0])?.rate ?? null
  }
  return {
    corporate,
    convert: (amount, currency, on) => {
      if (currency === corporate) return null
      const rate = rateOf(currency, on)
      const minor = rate === null ? null : dividedMinorOf(amount, rate, corporate)
      return minor === null ? null : { minor, currency: corporate }
    },
    text: JSON.stringify([corporate, ...[...usual, ...byDate]]),
  }
}
