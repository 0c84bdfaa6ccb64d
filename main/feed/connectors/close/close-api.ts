// Close's calls, one function each. Paths end with a slash.
import type { z } from 'zod'
import type { SourcePipeline } from '../../../../shared/wire/sources.ts'
import type { VendorOwner } from '../connector.ts'
import { readAnswer } from '../read-answer.ts'
import type { VendorClient } from '../vendor-client.ts'
import {
  ActivitiesAnswer,
  type CloseActivity,
  type CloseEvent,
  CloseOpportunity,
  EventsAnswer,
  OpportunitiesAnswer,
  PipelinesAnswer,
  UsersAnswer,
} from './answers.ts'

export type ActivityKind = 'call' | 'meeting' | 'email'

/** Of which objects, and of which actions, the event log is asked. */
export type LogOf = 'deleted opportunities' | 'calls' | 'meetings' | 'emails'

/** Epoch ms, `to` not in it; null: without a bound. `won`: dates of the win, the end not in it. */
export interface OpportunityQuestion {
  readonly from: number | null
  readonly to: number | null
  readonly status: 'active' | 'won' | null
  readonly won: { readonly from: string | null; readonly to: string | null } | null
  readonly skip: number
}

export interface RowPage<T> {
  readonly rows: readonly T[]
  readonly more: boolean
}

export interface CloseApi {
  /** By when they changed, oldest first. */
  opportunities(question: OpportunityQuestion): Promise<RowPage<CloseOpportunity>>
  /** Changed last; null where there is none. */
  newestOpportunity(): Promise<CloseOpportunity | null>
  /** Null where there is none. */
  opportunity(id: string): Promise<CloseOpportunity | null>
  /** By when they were created, oldest first. */
  activities(
    kind: ActivityKind,
    question: Pick<OpportunityQuestion, 'from' | 'to' | 'skip'>,
  ): Promise<RowPage<CloseActivity>>
  /** Those that there are. */
  activitiesOf(kind: ActivityKind, ids: readonly string[]): Promise<readonly CloseActivity[]>
  /** Newest first. `since`: epoch ms, of the first page; the others come by the cursor of the one before. */
  events(
    of: LogOf,
    from: { readonly since: number } | { readonly cursor: string },
  ): Promise<{ readonly events: readonly CloseEvent[]; readonly cursor: string | null }>
  owners(): Promise<readonly VendorOwner[]>
  pipelines(): Promise<readonly SourcePipeline[]>
}

const pageRows = 100
const pageEvents = 50
/** Ids are sixty characters long, and travel in the address. */
const idsAtOnce = 50
/** A list that never ends is no list. */
const mostPages = 200

const logFilters = {
  'deleted opportunities': 'object_type=opportunity&action=deleted',
  calls: 'object_type=activity.call',
  meetings: 'object_type=activity.meeting',
  emails: 'object_type=activity.email',
} as const

/** Nothing of what an e-mail says, nor to whom. */
const emailFields = 'id,user_id,status,in_reply_to_id,activity_at,date_created,date_updated'
const fieldsOf = (kind: ActivityKind): Record<string, string> =>
  kind === 'email' ? { _fields: emailFields } : {}

export const createCloseApi = (client: VendorClient): CloseApi => {
  const parse = <T>(schema: z.ZodType<T>, answer: unknown): T => readAnswer('Close', schema, answer)
  const ask = async <T>(schema: z.ZodType<T>, path: string): Promise<T> =>
    parse(schema, await client.call({ method: 'GET', path: `/api/v1${path}` }))

  /** Bounds of a time field, as the query says them. */
  const within = (field: string, from: number | null, to: number | null): Record<string, string> => ({
    ...(from !== null && from > 0 && { [`${field}__gte`]: new Date(from).toISOString() }),
    ...(to !== null && { [`${field}__lt`]: new Date(to).toISOString() }),
  })

  return {
    opportunities: async ({ from, to, status, won, skip }) => {
      const query = new URLSearchParams({
        ...within('date_updated', from, to),
        ...(won?.from && { date_won__gte: won.from }),
        ...(won?.to && { date_won__lt: won.to }),
        ...(status !== null && { status_type: status }),
        _order_by: 'date_updated',
        _skip: String(skip),
        _limit: String(pageRows),
      })
      const { data, has_more } = await ask(OpportunitiesAnswer, `/opportunity/?${query}`)
      return { rows: data, more: has_more === true }
    },
    newestOpportunity: async () => {
      const { data } = await ask(OpportunitiesAnswer, '/opportunity/?_order_by=-date_updated&_limit=1')
      return data[0] ?? null
    },
    opportunity: async (id) => {
      const path = `/api/v1/opportunity/${encodeURIComponent(id)}/`
      const answer = await client.call({ method: 'GET', path, mayLack: true })
      return answer === null ? null : parse(CloseOpportunity, answer)
    },
    activities: async (kind, { from, to, skip }) => {
      const query = new URLSearchParams({
        ...within('date_created', from, to),
        _order_by: 'date_created',
        _skip: String(skip),
        _limit: String(pageRows),
        ...fieldsOf(kind),
      })
      const { data, has_more } = await ask(ActivitiesAnswer, `/activity/${kind}/?${query}`)
      return { rows: data, more: has_more === true }
    },
    activitiesOf: async (kind, ids) => {
      const found: CloseActivity[] = []
      for (let at = 0; at < ids.length; at += idsAtOnce) {
        const some = ids.slice(at, at + idsAtOnce).join(',')
        // What is not answered is taken for gone: all of its pages are read.
        for (let skip = 0; ; ) {
          const query = new URLSearchParams({
            id__in: some,
            _skip: String(skip),
            _limit: String(pageRows),
            ...fieldsOf(kind),
          })
          const { data, has_more } = await ask(ActivitiesAnswer, `/activity/${kind}/?${query}`)
          found.push(...data)
          skip += data.length
          if (has_more !== true || data.length === 0) break
        }
      }
      return found
    },
    events: async (of, from) => {
      const start =
        'cursor' in from
          ? { _cursor: from.cursor }
          : from.since > 0
            ? { date_updated__gte: new Date(from.since).toISOString() }
            : {}
      const query = new URLSearchParams({ ...start, _limit: String(pageEvents) })
      const { data, cursor_next } = await ask(EventsAnswer, `/event/?${logFilters[of]}&${query}`)
      return { events: data, cursor: cursor_next || null }
    },
    owners: async () => {
      const found: VendorOwner[] = []
      for (let page = 0; page < mostPages; page++) {
        const path = `/user/?_skip=${page * pageRows}&_limit=${pageRows}`
        const { data, has_more } = await ask(UsersAnswer, path)
        for (const { id, email, first_name, last_name } of data)
          found.push({
            id,
            name: [first_name, last_name].filter(Boolean).join(' '),
            email: email?.toLowerCase() || null,
            active: true,
          })
        if (has_more !== true) break
      }
      return found
    },
    pipelines: async () =>
      (await ask(PipelinesAnswer, '/pipeline/')).data.map(({ id, name, statuses }) => ({
        id,
        name,
        stages: statuses.map(({ id: stage, label, type }) => ({
          id: stage,
          name: label,
          flag: type === 'won' || type === 'lost' ? type : ('open' as const),
        })),
      })),
  }
}
