// Won in a window as Salesforce itself counts. Its sums over several currencies come in the organization's own, converted by its
// (dated) rates; so what is in others is summed in each, row by row, and compared before anybody converts. Where the floor takes
// these rates, its own sum it is.
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { WonTotals } from '../../../../shared/wire/sources.ts'
import type { ConnectorSettings, PastWindow } from '../connector.ts'
import { minorOf } from '../money-text.ts'
import { dateIn, type Row, textIn } from './answers.ts'
import type { OrgRates } from './currency-rates.ts'
import { masterRecordType, type OrgSchema } from './org.ts'
import type { Known } from './org-book.ts'
import type { SalesforceApi } from './salesforce-api.ts'
import { all, anyOf, type Query, quoted, soql } from './soql.ts'

const ofPipelines = ({ pipelines }: ConnectorSettings, schema: OrgSchema): string => {
  if (pipelines === null || !schema.has('Opportunity', 'RecordTypeId')) return ''
  const own = [...pipelines].filter((id) => !masterRecordType.startsWith(id.slice(0, 15)))
  const parts = [
    own.length > 0 ? `RecordTypeId IN ${anyOf(own)}` : '',
    own.length < pipelines.size ? 'RecordTypeId = null' : '',
  ].filter((part) => part !== '')
  return `(${parts.join(' OR ')})`
}

/** The organization's own currency; null where it is not told. */
const corporateOf = async (api: SalesforceApi, schema: OrgSchema): Promise<string | null> => {
  if (!schema.has('CurrencyType', 'IsCorporate')) return null
  const [row] = await api.rows(
    soql({ select: ['IsoCode'], from: 'CurrencyType', where: 'IsCorporate = true' }),
  )
  return row === undefined ? null : textIn(row, 'IsoCode')
}

type AskDeals = (query: Omit<Query, 'from'>) => Promise<readonly Row[]>

/** Deal by deal, by the same rates. `rounded`: how many of them. */
const convertedSum = async (
  ask: AskDeals,
  rates: OrgRates,
  where: string,
): Promise<{ readonly minor: number; readonly rounded: number }> => {
  let [minor, rounded] = [0, 0]
  for (const row of await ask({
    select: ['Amount', 'CurrencyIsoCode', 'CloseDate'],
    where: all(where, 'Amount != null'),
  })) {
    const [amount, currency] = [textIn(row, 'Amount') ?? '', textIn(row, 'CurrencyIsoCode') ?? '']
    const converted = rates.convert(amount, currency, dateIn(row, 'CloseDate'))
    if (converted !== null) rounded += 1
    minor += converted?.minor ?? (currency === rates.corporate ? minorOf(amount, currency) : null) ?? 0
  }
  return { minor, rounded }
}

/** Each deal is rounded once here, and Salesforce rounds their sum: what differs by no more than that is the same. */
const sameButRounded = (theirs: number, ours: number, rounded: number): boolean =>
  Math.abs(theirs - ours) <= rounded / 2 + 1

export const wonTotals = async (
  api: SalesforceApi,
  { schema, rates }: Pick<Known, 'schema' | 'rates'>,
  settings: ConnectorSettings,
  { from, to }: PastWindow,
): Promise<WonTotals> => {
  const dayAt = (ms: number): string => formatDay(settings.zone.dayAt(ms))
  const where = all(
    'IsWon = true',
    from === null ? '' : `CloseDate >= ${dayAt(from)}`,
    to === null ? '' : `CloseDate < ${dayAt(to)}`,
    ofPipelines(settings, schema),
  )
  const ask = (query: Omit<Query, 'from'>) => api.rows(soql({ ...query, from: 'Opportunity' }))
  const select = ['COUNT(Id) won', 'SUM(Amount) total']
  if (!schema.has('Opportunity', 'CurrencyIsoCode')) {
    const [row = {}] = await ask({ select, where })
    const total = textIn(row, 'total')
    const minor = total === null ? null : minorOf(total, settings.currency)
    return {
      won: Number(textIn(row, 'won') ?? 0),
      amounts: minor === null ? [] : [{ currency: settings.currency, minor }],
    }
  }
  if (rates !== null) {
    const [row = {}] = await ask({ select, where })
    const won = Number(textIn(row, 'won') ?? 0)
    const minor = minorOf(textIn(row, 'total') ?? '0', rates.corporate) ?? 0
    const ours = await convertedSum(ask, rates, where)
    const isSame = sameButRounded(minor, ours.minor, ours.rounded)
    return { won, amounts: [{ currency: rates.corporate, minor: isSame ? ours.minor : minor }] }
  }
  const corporate = await corporateOf(api, schema)
  const groups = await ask({ select: ['CurrencyIsoCode code', ...select], where, groupBy: 'CurrencyIsoCode' })
  const sums = new Map<string, number>()
  const add = (amount: string | null, currency: string | null): void => {
    const minor = amount === null || currency === null ? null : minorOf(amount, currency)
    if (minor !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + minor)
  }
  for (const group of groups) if (textIn(group, 'code') === corporate) add(textIn(group, 'total'), corporate)
  if (groups.some((group) => textIn(group, 'code') !== corporate))
    for (const row of await ask({
      select: ['Amount', 'CurrencyIsoCode'],
      where: all(
        where,
        'Amount != null',
        corporate === null ? '' : `CurrencyIsoCode != ${quoted(corporate)}`,
      ),
    }))
      add(textIn(row, 'Amount'), textIn(row, 'CurrencyIsoCode'))
  return {
    won: groups.reduce((count, group) => count + Number(textIn(group, 'won') ?? 0), 0),
    amounts: [...sums].map(([currency, minor]) => ({ currency, minor })),
  }
}
