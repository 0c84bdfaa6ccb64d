// Deals, calls, meetings and e-mails of Pipedrive as facts.
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../../shared/domain/time/zone.ts'
import type { ConnectorSettings, VendorFact } from '../connector.ts'
import { minorOf } from '../money-text.ts'
import type { Names } from '../name-book.ts'
import type { PipedriveActivity, PipedriveDeal } from './answers.ts'

export const factId = (of: 'deal' | 'activity', id: string): string => `${of}:${id}`

/** Epoch ms. What names no zone is UTC, as the first version's times are. */
export const instantOf = (text: string | null | undefined): number | null => {
  if (!text) return null
  const iso = text.replace(' ', 'T')
  const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(iso) ? iso : `${iso}Z`)
  return Number.isSafeInteger(ms) && ms > 0 && ms < 7_258_118_400_000 ? ms : null
}

const isoOf = (text: string | null | undefined): string | null => {
  const ms = instantOf(text)
  return ms === null ? null : new Date(ms).toISOString()
}

const dateOf = (text: string | null | undefined): string | null =>
  text && /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 10) : null

export const versionOf = ({ update_time }: { readonly update_time?: string | null | undefined }) =>
  isoOf(update_time)

/** As sources name people: by e-mail, which the floor's aliases are compared with. */
const nameOfOwner = (id: string | null | undefined, owners: Names['owners']): string => {
  if (!id) return 'Pipedrive: no owner'
  const owner = owners.get(id)
  return owner?.email || owner?.name || `Pipedrive user ${id}`
}

const cut = (text: string | null | undefined, most: number): string | null =>
  text ? text.slice(0, most).toWellFormed() : null

type Status = 'open' | 'won' | 'lost'

/** Its own; only of an open deal may the floor say otherwise, by its stage: one that was lost stays in the stage it was in. */
const statusOf = ({ status, stage_id }: PipedriveDeal, stages: ConnectorSettings['stages']): Status => {
  if (status === 'won' || status === 'lost') return status
  return stages.get(stage_id ?? '') ?? 'open'
}

/** Whether it counts: not deleted, of a pipeline that is read, and not put away from its pipeline while it was open. */
export const dealCounts = (deal: PipedriveDeal, { pipelines, stages }: ConnectorSettings): boolean =>
  deal.is_deleted !== true &&
  deal.status !== 'deleted' &&
  (pipelines === null || pipelines.has(deal.pipeline_id ?? '')) &&
  !(deal.is_archived === true && statusOf(deal, stages) === 'open')

/** Null for a deal that does not count. */
export const dealFact = (
  deal: PipedriveDeal,
  settings: ConnectorSettings,
  { owners, pipelines }: Names,
): VendorFact | null => {
  if (!dealCounts(deal, settings)) return null
  const status = statusOf(deal, settings.stages)
  const pipeline = pipelines.find(({ id }) => id === deal.pipeline_id)
  const stage = pipeline?.stages.find(({ id }) => id === deal.stage_id)
  const currency = deal.currency || settings.currency
  const minor = deal.value ? minorOf(deal.value, currency) : null
  const closed = { won: deal.won_time, lost: deal.lost_time, open: null }[status]
  return {
    id: factId('deal', deal.id),
    version: versionOf(deal),
    type: 'deal',
    name: cut(deal.title, 1000),
    ...(minor !== null && { amount: { minor, currency } }),
    stage: cut(stage?.name ?? deal.stage_id, 1000),
    status,
    createdAt: isoOf(deal.add_time),
    ...(status === 'open'
      ? {
          stageEnteredAt: isoOf(deal.stage_change_time),
          expectedCloseOn: dateOf(deal.expected_close_date),
        }
      : // Where the floor takes a stage for won, it was won when it got there.
        { closedAt: isoOf(closed) ?? isoOf(deal.stage_change_time) }),
    fields: {
      ...(pipeline !== undefined && { Pipeline: pipeline.name.slice(0, 2000) }),
      ...(status === 'lost' && deal.lost_reason && { 'Lost reason': deal.lost_reason.slice(0, 2000) }),
    },
    credits: [{ rep: nameOfOwner(deal.owner_id, owners).slice(0, 200) }],
  }
}

/** The day on which Pipedrive counts it as won: by the account's own clock where it says so. */
export const wonOn = (deal: PipedriveDeal, zone: Zone): string | null => {
  const local = dateOf(deal.local_won_date)
  const at = instantOf(deal.won_time)
  return local ?? (at === null ? null : formatDay(zone.dayAt(at)))
}

const secondsOf = (duration: string | null | undefined): number | null => {
  const [, hours, minutes, seconds] = /^(\d{1,3}):(\d\d)(?::(\d\d))?$/.exec(duration ?? '') ?? []
  if (hours === undefined || minutes === undefined) return null
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)
}

const kindOf = (
  { type }: PipedriveActivity,
  { reads }: ConnectorSettings,
): 'call' | 'meeting' | 'email' | null =>
  (type === 'call' || type === 'meeting' || type === 'email') && reads.has(`${type}s`) ? type : null

/** What was planned counts once it is done. */
export const activityCounts = (activity: PipedriveActivity, settings: ConnectorSettings): boolean =>
  activity.is_deleted !== true && activity.done === true && kindOf(activity, settings) !== null

/** When it was marked as done; of old ones that say nothing of it, when it was due. Null: on no day. */
const doneAt = ({ marked_as_done_time, due_date, due_time }: PipedriveActivity): string | null => {
  const marked = isoOf(marked_as_done_time)
  if (marked !== null) return marked
  const day = dateOf(due_date)
  return day === null ? null : ((due_time ? isoOf(`${day}T${due_time}`) : null) ?? day)
}

/** Null for what is none of those that are read, or is still to be done. */
export const activityFact = (
  activity: PipedriveActivity,
  settings: ConnectorSettings,
  { owners }: Pick<Names, 'owners'>,
): VendorFact | null => {
  const [at, kind] = [doneAt(activity), kindOf(activity, settings)]
  if (at === null || kind === null || !activityCounts(activity, settings)) return null
  return {
    id: factId('activity', activity.id),
    version: versionOf(activity),
    type: 'activity',
    kind,
    at,
    durationSeconds: secondsOf(activity.duration),
    ...(activity.deal_id && { deal: factId('deal', activity.deal_id) }),
    credits: [{ rep: nameOfOwner(activity.owner_id, owners).slice(0, 200) }],
  }
}
