// Pipedrive's calls, one function each. Lists are asked for in the order of their changes: nothing else can be asked for of them
// by time, neither when a deal was won nor when a call took place.
import type { z } from 'zod'
import type { SourcePipeline } from '../../../../shared/wire/sources.ts'
import type { VendorOwner } from '../connector.ts'
import { readAnswer } from '../read-answer.ts'
import type { VendorClient } from '../vendor-client.ts'
import {
  ActivitiesAnswer,
  DealsAnswer,
  MeAnswer,
  type PipedriveActivity,
  type PipedriveDeal,
  PipelinesAnswer,
  StagesAnswer,
  UsersAnswer,
} from './answers.ts'

/** `archived`: since July 2025 archived deals are in a list of their own. `deleted`: those of the last 30 days. */
export type PipedriveList = 'deals' | 'archived' | 'deleted' | 'activities'

export type PipedriveRow =
  | { readonly is: 'deal'; readonly row: PipedriveDeal }
  | { readonly is: 'activity'; readonly row: PipedriveActivity }

export interface ListQuestion {
  /** Changed then or later, and then or before; epoch ms. Null: without a bound. */
  readonly since: number | null
  readonly until: number | null
  readonly status: 'open' | 'won' | null
  readonly newestFirst?: boolean
  readonly limit?: number
  /** As the page before gave it. */
  readonly cursor: string | null
}

export interface ListPage {
  readonly rows: readonly PipedriveRow[]
  /** Null: that was the last page. One may be shorter than was asked for, and not be the last. */
  readonly cursor: string | null
}

export interface PipedriveApi {
  list(list: PipedriveList, question: ListQuestion): Promise<ListPage>
  /** Those that there are, archived ones too. A hundred at most. */
  dealsOf(ids: readonly string[]): Promise<readonly PipedriveDeal[]>
  activitiesOf(ids: readonly string[]): Promise<readonly PipedriveActivity[]>
  owners(): Promise<readonly VendorOwner[]>
  pipelines(): Promise<readonly SourcePipeline[]>
  /** Whose token it is. */
  me(): Promise<{ readonly isAdmin: boolean }>
}

/** Of the company's tokens of a day, by Pipedrive's own list. */
export const costs = { list: 10, pipelines: 5, users: 20, me: 2 } as const

export const pageRows = 500
/** So many ids may be asked for at once. */
const mostIds = 100
/** A list that never ends is no list. */
const mostPages = 200

const pathOf = {
  deals: '/api/v2/deals',
  archived: '/api/v2/deals/archived',
  deleted: '/api/v2/deals',
} as const

/** RFC 3339 without fractions, which is as exact as its times are. */
const timeOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

export const createPipedriveApi = (client: VendorClient): PipedriveApi => {
  const ask = async <T>(schema: z.ZodType<T>, path: string, cost: number): Promise<T> =>
    readAnswer('Pipedrive', schema, await client.call({ method: 'GET', path, cost }))

  const allOf = async <T>(
    schema: z.ZodType<{
      data?: T[] | null | undefined
      additional_data?: { next_cursor?: string | null | undefined } | null | undefined
    }>,
    path: string,
    cost: number,
  ): Promise<T[]> => {
    const found: T[] = []
    let cursor: string | null = null
    for (let page = 0; page < mostPages; page++) {
      const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const answer = await ask(schema, `${path}?limit=${pageRows}${more}`, cost)
      found.push(...(answer.data ?? []))
      cursor = answer.additional_data?.next_cursor ?? null
      if (cursor === null) break
    }
    return found
  }

  const queryOf = (list: PipedriveList, question: ListQuestion): string => {
    const { since, until, cursor, newestFirst = false, limit = pageRows } = question
    const status = list === 'deleted' ? 'deleted' : question.status
    const query = new URLSearchParams({
      sort_by: 'update_time',
      sort_direction: newestFirst ? 'desc' : 'asc',
      limit: String(limit),
    })
    if (status !== null) query.set('status', status)
    if (since !== null && since > 0) query.set('updated_since', timeOf(since))
    if (until !== null) query.set('updated_until', timeOf(until))
    if (cursor !== null) query.set('cursor', cursor)
    return query.toString()
  }

  return {
    list: async (list, question) => {
      const query = queryOf(list, question)
      if (list === 'activities') {
        const answer = await ask(ActivitiesAnswer, `/api/v2/activities?${query}`, costs.list)
        return {
          rows: (answer.data ?? []).map((row) => ({ is: 'activity', row })),
          cursor: answer.additional_data?.next_cursor ?? null,
        }
      }
      const answer = await ask(DealsAnswer, `${pathOf[list]}?${query}`, costs.list)
      return {
        rows: (answer.data ?? []).map((row) => ({ is: 'deal', row })),
        cursor: answer.additional_data?.next_cursor ?? null,
      }
    },
    dealsOf: async (ids) => {
      if (ids.length === 0) return []
      const query = (of: readonly string[]): string => `?ids=${of.join(',')}&limit=${mostIds}`
      const found = (await ask(DealsAnswer, `${pathOf.deals}${query(ids)}`, costs.list)).data ?? []
      const known = new Set(found.map(({ id }) => id))
      const rest = ids.filter((id) => !known.has(id))
      if (rest.length === 0) return found
      const archived = (await ask(DealsAnswer, `${pathOf.archived}${query(rest)}`, costs.list)).data ?? []
      return [...found, ...archived.map((deal) => ({ ...deal, is_archived: true }))]
    },
    activitiesOf: async (ids) =>
      ids.length === 0
        ? []
        : ((
            await ask(
              ActivitiesAnswer,
              `/api/v2/activities?ids=${ids.join(',')}&limit=${mostIds}`,
              costs.list,
            )
          ).data ?? []),
    owners: async () =>
      ((await ask(UsersAnswer, '/api/v1/users', costs.users)).data ?? []).map(
        ({ id, name, email, active_flag }) => ({
          id,
          name: name ?? '',
          email: email?.toLowerCase() || null,
          active: active_flag !== false,
        }),
      ),
    pipelines: async () => {
      const pipelines = await allOf(PipelinesAnswer, '/api/v2/pipelines', costs.pipelines)
      const stages = await allOf(StagesAnswer, '/api/v2/stages', costs.pipelines)
      const inOrder = <T extends { order_nr?: number | null | undefined }>(rows: readonly T[]): T[] =>
        rows.toSorted((a, b) => (a.order_nr ?? 0) - (b.order_nr ?? 0))
      return inOrder(pipelines.filter(({ is_deleted }) => is_deleted !== true)).map(({ id, name }) => ({
        id,
        name,
        stages: inOrder(stages.filter((stage) => stage.pipeline_id === id && stage.is_deleted !== true)).map(
          // A deal is won or lost by itself, whichever stage it is in.
          (stage) => ({ id: stage.id, name: stage.name, flag: 'open' as const }),
        ),
      }))
    },
    me: async () => {
      const { data } = await ask(MeAnswer, '/api/v1/users/me', costs.me)
      return { isAdmin: data.is_admin === true }
    },
  }
}
