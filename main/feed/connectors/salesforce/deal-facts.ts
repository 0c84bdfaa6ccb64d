// A deal of Salesforce as a fact. What is deleted has been sorted out before.
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../../shared/domain/time/zone.ts'
import type { Deal } from '../../../../shared/wire/fact.ts'
import type { SourcePipeline } from '../../../../shared/wire/sources.ts'
import type { ConnectorSettings, VendorFact, VendorOwner } from '../connector.ts'
import { minorOf } from '../money-text.ts'
import { dateIn, instantIn, isoIn, isTrue, Row, rowIn, textIn } from './answers.ts'
import type { OrgRates } from './currency-rates.ts'
import { masterRecordType, sameId } from './org.ts'

export const dealFields = [
  'Id',
  'Name',
  'Account.Name',
  'Amount',
  // Only where there are several currencies.
  'CurrencyIsoCode',
  'StageName',
  'IsWon',
  'IsClosed',
  'CloseDate',
  'CreatedDate',
  'LastStageChangeDate',
  'LastActivityDate',
  'OwnerId',
  'RecordTypeId',
  'Type',
  'IsDeleted',
  'SystemModstamp',
] as const

export interface DealContext {
  readonly settings: ConnectorSettings
  readonly owners: ReadonlyMap<string, VendorOwner>
  readonly pipelines: readonly SourcePipeline[]
  /** What splits and team members are called within a deal; null where they are not read. */
  readonly splitsName: string | null
  readonly teamName: string | null
  /** Null: amounts stay in their own currencies. */
  readonly rates: OrgRates | null
}

export const factId = (object: 'deal' | 'call' | 'meeting' | 'email', id: string): string => `${object}:${id}`

/** As sources name people: by e-mail, which the floor's aliases are compared with. */
export const nameOfOwner = (id: string | null, owners: ReadonlyMap<string, VendorOwner>): string => {
  if (id === null) return 'Salesforce: no owner'
  const owner = owners.get(id)
  return owner?.email || owner?.name || `Salesforce owner ${id}`
}

export const cut = (text: string | null, most: number): string | null =>
  text === null ? null : text.slice(0, most).toWellFormed()

/**
 * The date that people gave, which the vendor counts by; with the time of day where something happened on that very day in the
 * zone.
 */
export const whenOn = (date: string | null, at: number | null, zone: Zone): string | null => {
  if (date === null) return at === null ? null : new Date(at).toISOString()
  return at !== null && formatDay(zone.dayAt(at)) === date ? new Date(at).toISOString() : date
}

const childrenOf = (row: Row, name: string | null): readonly Row[] => {
  const children = Row.array().safeParse(name === null ? [] : row[name]).data ?? []
  return children.filter((child) => !isTrue(child, 'IsDeleted'))
}

/** The owner first. Parts that do not sum to the whole are left alone: somebody is in the middle of typing them. */
const creditsOf = (row: Row, { owners, settings, splitsName, teamName }: DealContext): Deal['credits'] => {
  const owner = textIn(row, 'OwnerId')
  const percents = new Map<string, number>()
  for (const split of childrenOf(row, splitsName)) {
    const by = textIn(split, 'SplitOwnerId')
    const percent = Number(textIn(split, 'SplitPercentage'))
    if (by !== null && percent > 0) percents.set(by, (percents.get(by) ?? 0) + percent)
  }
  const sum = [...percents.values()].reduce((total, percent) => total + percent, 0)
  if (percents.size > 1 && percents.size <= 50 && Math.abs(sum - 100) <= 1e-4)
    return [...percents]
      .toSorted(([a], [b]) => Number(b === owner) - Number(a === owner))
      .map(([by, percent]) => ({ rep: nameOfOwner(by, owners), share: Number((percent / 100).toFixed(8)) }))
  const own = { rep: nameOfOwner(owner, owners) }
  if (!settings.isFullCredit) return [own]
  // Where everybody has the whole credit, a team needs no shares.
  const helpers = new Set(childrenOf(row, teamName).flatMap((member) => textIn(member, 'UserId') ?? []))
  if (owner !== null) helpers.delete(owner)
  if (helpers.size === 0) return [own]
  return [
    { ...own, role: 'owner' as const },
    ...[...helpers]
      .toSorted()
      .slice(0, 49)
      .map((id) => ({ rep: nameOfOwner(id, owners), role: 'assist' as const })),
  ]
}

/** Null for a deal of a record type that is not read. */
export const dealFact = (row: Row, context: DealContext): VendorFact | null => {
  const { settings, pipelines } = context
  const recordType = textIn(row, 'RecordTypeId') ?? masterRecordType
  if (settings.pipelines !== null && ![...settings.pipelines].some((id) => sameId(id, recordType)))
    return null
  const stage = textIn(row, 'StageName')
  const status =
    settings.stages.get(stage ?? '') ??
    (isTrue(row, 'IsWon') ? 'won' : isTrue(row, 'IsClosed') ? 'lost' : 'open')
  const currency = textIn(row, 'CurrencyIsoCode') ?? settings.currency
  const amount = textIn(row, 'Amount')
  const minor = amount === null ? null : minorOf(amount, currency)
  const closeOn = dateIn(row, 'CloseDate')
  const converted = amount === null ? null : (context.rates?.convert(amount, currency, closeOn) ?? null)
  const pipeline = pipelines.find(({ id }) => sameId(id, recordType))
  const label = pipeline?.stages.find(({ id }) => id === stage)?.name ?? stage
  const type = textIn(row, 'Type')
  return {
    id: factId('deal', textIn(row, 'Id') ?? ''),
    version: isoIn(row, 'SystemModstamp'),
    type: 'deal',
    name: cut(textIn(row, 'Name'), 1000),
    account: cut(textIn(rowIn(row, 'Account'), 'Name'), 1000),
    ...(minor !== null && { amount: converted ?? { minor, currency } }),
    stage: cut(label, 1000),
    status,
    createdAt: isoIn(row, 'CreatedDate'),
    ...(status === 'open'
      ? { stageEnteredAt: isoIn(row, 'LastStageChangeDate'), expectedCloseOn: closeOn }
      : { closedAt: whenOn(closeOn, instantIn(row, 'LastStageChangeDate'), settings.zone) }),
    lastActivityAt: dateIn(row, 'LastActivityDate'),
    fields: {
      ...(pipelines.length > 1 && pipeline !== undefined && { Pipeline: pipeline.name }),
      ...(type !== null && { 'Deal type': type.slice(0, 2000) }),
      ...(converted !== null && { 'Own amount': `${amount} ${currency}` }),
    },
    credits: creditsOf(row, context),
  }
}
