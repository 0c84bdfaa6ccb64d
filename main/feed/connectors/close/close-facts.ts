// Opportunities, calls, meetings and e-mails of Close as facts.
import { decimalsOf } from '../../../../shared/wire/iso-4217.ts'
import type { ConnectorSettings, VendorFact } from '../connector.ts'
import { minorOf } from '../money-text.ts'
import type { Names } from '../name-book.ts'
import type { CloseActivity, CloseOpportunity } from './answers.ts'
import type { ActivityKind } from './close-api.ts'

export const factId = (of: 'deal' | ActivityKind, id: string): string => `${of}:${id}`

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

/** Epoch ms. What names no zone is UTC. */
export const instantOf = (text: string | null | undefined): number | null => {
  if (!text || isDate(text)) return null
  const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`)
  return Number.isSafeInteger(ms) && ms > 0 && ms < 7_258_118_400_000 ? ms : null
}

const isoOf = (text: string | null | undefined): string | null => {
  const ms = instantOf(text)
  return ms === null ? null : new Date(ms).toISOString()
}

export const versionOf = ({ date_updated }: { readonly date_updated?: string | null | undefined }) =>
  isoOf(date_updated)

/** A date stays one: it is a day, and no instant. */
const whenOf = (text: string | null | undefined): string | null => (text && isDate(text) ? text : isoOf(text))

/** As sources name people: by e-mail, which the floor's aliases are compared with. */
const nameOfUser = (id: string | null | undefined, owners: Names['owners']): string => {
  if (!id) return 'Close: no user'
  const owner = owners.get(id)
  return (owner?.email || owner?.name || `Close user ${id}`).slice(0, 200)
}

const cut = (text: string | null | undefined, most: number): string | null =>
  text ? text.slice(0, most).toWellFormed() : null

/** Close writes every amount in hundredths, by what it says of dollars; of yen that is not confirmed. */
const amountText = (value: string, currency: string, settings: ConnectorSettings): string => {
  const places = settings.amounts === 'smallest-unit' ? (decimalsOf(currency) ?? 2) : 2
  return `${value}e-${places}`
}

/** Of an opportunity, as the floor counts it: what is for each month, for a year where the floor wants that. */
export const amountOf = (
  { value, value_currency, value_period }: CloseOpportunity,
  settings: ConnectorSettings,
): { readonly minor: number; readonly currency: string } | null => {
  const currency = value_currency || settings.currency
  const minor = value ? minorOf(amountText(value, currency, settings), currency) : null
  if (minor === null) return null
  const times = value_period === 'monthly' && settings.recurring === 'yearly' ? 12 : 1
  return Number.isSafeInteger(minor * times) ? { minor: minor * times, currency } : null
}

export const dealCounts = ({ pipeline_id }: CloseOpportunity, { pipelines }: ConnectorSettings): boolean =>
  pipelines === null || pipelines.has(pipeline_id ?? '')

const ownStatus = ({ status_type }: CloseOpportunity): 'open' | 'won' | 'lost' =>
  status_type === 'won' || status_type === 'lost' ? status_type : 'open'

/** Null for one of a pipeline that is not read. */
export const dealFact = (
  opportunity: CloseOpportunity,
  settings: ConnectorSettings,
  { owners, pipelines }: Names,
): VendorFact | null => {
  if (!dealCounts(opportunity, settings)) return null
  const own = ownStatus(opportunity)
  const status = settings.stages.get(opportunity.status_id ?? '') ?? own
  const pipeline = pipelines.find(({ id }) => id === opportunity.pipeline_id)
  const stage = pipeline?.stages.find(({ id }) => id === opportunity.status_id)
  const amount = amountOf(opportunity, settings)
  const closed = { won: opportunity.date_won, lost: opportunity.date_lost, open: null }[own]
  const period = opportunity.value_period
  const pipelineName = pipeline?.name ?? opportunity.pipeline_name
  return {
    id: factId('deal', opportunity.id),
    version: versionOf(opportunity),
    type: 'deal',
    name: cut(opportunity.lead_name, 1000),
    account: cut(opportunity.lead_name, 1000),
    ...(amount !== null && { amount }),
    stage: cut(stage?.name ?? opportunity.status_label, 1000),
    status,
    createdAt: isoOf(opportunity.date_created),
    ...(status === 'open'
      ? { expectedCloseOn: own === 'open' ? (whenOf(opportunity.date_won)?.slice(0, 10) ?? null) : null }
      : // Where the floor sees a status otherwise than Close does, the day of an expectation is none of a win.
        { closedAt: own === status ? whenOf(closed) : versionOf(opportunity) }),
    fields: {
      ...(pipelineName && { Pipeline: pipelineName.slice(0, 2000) }),
      ...(period && period !== 'one_time' && { 'Value period': period.slice(0, 2000) }),
    },
    credits: [{ rep: nameOfUser(opportunity.user_id, owners) }],
  }
}

/** A length that is none, or longer than a week, says nothing. */
const sensible = (seconds: number | null): number | null =>
  seconds !== null && seconds >= 0 && seconds <= 604_800 ? seconds : null

/** Drafts, and what is still to be sent, are none. */
const kindOfEmail = ({ status, in_reply_to_id }: CloseActivity): string | null =>
  status === 'sent' ? 'email' : status === 'inbox' ? (in_reply_to_id ? 'reply' : 'incoming email') : null

export const activityCounts = (kind: ActivityKind, activity: CloseActivity): boolean =>
  kind !== 'email' || kindOfEmail(activity) !== null

const emailFact = (activity: CloseActivity, { owners }: Pick<Names, 'owners'>): VendorFact | null => {
  const kind = kindOfEmail(activity)
  const at = isoOf(activity.activity_at) ?? isoOf(activity.date_created)
  if (kind === null || at === null) return null
  return {
    id: factId('email', activity.id),
    version: versionOf(activity),
    type: 'activity',
    kind,
    at,
    credits: [{ rep: nameOfUser(activity.user_id, owners) }],
  }
}

/** Null for one without a time, which can count on no day, and for an e-mail that was not sent. */
export const activityFact = (
  kind: ActivityKind,
  activity: CloseActivity,
  { owners }: Pick<Names, 'owners'>,
): VendorFact | null => {
  if (kind === 'email') return emailFact(activity, { owners })
  const start = instantOf(activity.starts_at)
  const at = isoOf(kind === 'meeting' ? (activity.starts_at ?? activity.activity_at) : activity.activity_at)
  const when = at ?? isoOf(activity.date_created)
  if (when === null) return null
  const end = instantOf(activity.ends_at)
  const outcome = kind === 'call' ? activity.disposition : activity.status
  return {
    id: factId(kind, activity.id),
    version: versionOf(activity),
    type: 'activity',
    kind,
    at: when,
    durationSeconds: sensible(
      kind === 'call'
        ? (activity.duration ?? null)
        : start === null || end === null
          ? null
          : (end - start) / 1000,
    ),
    outcome: cut(outcome, 1000),
    ...(activity.direction && { fields: { Direction: activity.direction.slice(0, 2000) } }),
    credits: [{ rep: nameOfUser(activity.user_id, owners) }],
  }
}
