// A deal of HubSpot as a fact. What is deleted has been sorted out before: archiving does not reset a deal's properties.
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { Deal } from '../../../../shared/wire/fact.ts'
import type { SourcePipeline } from '../../../../shared/wire/sources.ts'
import type { ConnectorSettings, VendorFact, VendorOwner } from '../connector.ts'
import { minorOf } from '../money-text.ts'
import type { HubSpotObject } from './answers.ts'

export const dealProperties = [
  'dealname',
  'amount',
  'deal_currency_code',
  'dealstage',
  'pipeline',
  'closedate',
  'createdate',
  'hs_lastmodifieddate',
  'hs_is_closed',
  'hs_is_closed_won',
  'hubspot_owner_id',
  'dealtype',
  'notes_last_updated',
  'hs_v2_date_entered_current_stage',
  'hs_merged_object_ids',
] as const

export interface Split {
  readonly owner: string
  readonly share: number
}

export interface DealContext {
  readonly settings: ConnectorSettings
  readonly owners: ReadonlyMap<string, VendorOwner>
  readonly pipelines: readonly SourcePipeline[]
  readonly splits: ReadonlyMap<string, readonly Split[]>
}

export const factId = (object: 'deal' | 'call' | 'meeting' | 'email', id: string): string => `${object}:${id}`

/** Epoch ms: HubSpot writes instants as ISO 8601, and older ones as milliseconds. */
export const instantOf = (text: string | null | undefined): number | null => {
  if (text === null || text === undefined || text === '') return null
  const ms = /^-?\d+$/.test(text) ? Number(text) : Date.parse(text)
  return Number.isSafeInteger(ms) && ms > 0 && ms < 7_258_118_400_000 ? ms : null
}

export const isoOf = (text: string | null | undefined): string | null => {
  const ms = instantOf(text)
  return ms === null ? null : new Date(ms).toISOString()
}

/** As sources name people: by e-mail, which the floor's aliases are compared with. */
export const nameOfOwner = (
  id: string | null | undefined,
  owners: ReadonlyMap<string, VendorOwner>,
): string => {
  if (!id) return 'HubSpot: no owner'
  const owner = owners.get(id)
  if (owner === undefined) return `HubSpot owner ${id}`
  return (owner.email ?? owner.name) || `HubSpot owner ${id}`
}

const cut = (text: string | null | undefined, most: number): string | null =>
  text ? text.slice(0, most).toWellFormed() : null

/** Shares as they are written; they are left alone where they do not sum to the whole. */
const creditsOf = (object: HubSpotObject, { owners, splits }: DealContext): Deal['credits'] => {
  const parts = (splits.get(object.id) ?? []).filter(({ share }) => share > 0)
  const sum = parts.reduce((total, { share }) => total + share, 0)
  if (parts.length > 1 && Math.abs(sum - 1) <= 1e-6)
    return parts.slice(0, 50).map(({ owner, share }) => ({ rep: nameOfOwner(owner, owners), share }))
  return [{ rep: nameOfOwner(object.properties['hubspot_owner_id'], owners) }]
}

const statusOf = ({ properties: p }: HubSpotObject, { settings, pipelines }: DealContext): Deal['status'] => {
  const stage = p['dealstage'] ?? ''
  const own = settings.stages.get(stage)
  if (own !== undefined) return own
  if (p['hs_is_closed_won'] === 'true') return 'won'
  if (p['hs_is_closed'] === 'true') return 'lost'
  if (p['hs_is_closed'] === 'false') return 'open'
  // A deal of an account that does not fill them.
  return pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === stage)?.flag ?? 'open'
}

/** Null for a deal of a pipeline that is not read. */
export const dealFact = (object: HubSpotObject, context: DealContext): VendorFact | null => {
  const { settings, pipelines } = context
  const { id, properties: p } = object
  if (settings.pipelines !== null && !settings.pipelines.has(p['pipeline'] ?? '')) return null
  const status = statusOf(object, context)
  const closes = instantOf(p['closedate'])
  // People set it by day, in their own zone: it is a day and no instant.
  const closeOn = closes === null ? null : formatDay(settings.zone.dayAt(closes))
  const pipeline = pipelines.find((each) => each.id === p['pipeline'])
  const stage = pipeline?.stages.find((each) => each.id === p['dealstage'])
  const currency = p['deal_currency_code'] || settings.currency
  const minor = p['amount'] ? minorOf(p['amount'], currency) : null
  return {
    id: factId('deal', id),
    version: isoOf(p['hs_lastmodifieddate']),
    type: 'deal',
    name: cut(p['dealname'], 1000),
    ...(minor !== null && { amount: { minor, currency } }),
    stage: cut(stage?.name ?? p['dealstage'], 1000),
    status,
    createdAt: isoOf(p['createdate']),
    ...(status === 'open'
      ? { stageEnteredAt: isoOf(p['hs_v2_date_entered_current_stage']), expectedCloseOn: closeOn }
      : { closedAt: closeOn }),
    lastActivityAt: isoOf(p['notes_last_updated']),
    fields: {
      ...(pipeline !== undefined && { Pipeline: pipeline.name }),
      ...(p['dealtype'] && { 'Deal type': p['dealtype'].slice(0, 2000) }),
    },
    credits: creditsOf(object, context),
  }
}

/** Deals that went into this one. */
export const mergedInto = ({ id, properties }: HubSpotObject): readonly string[] =>
  (properties['hs_merged_object_ids'] ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== id)
    .map((each) => factId('deal', each))
