// HubSpot's calls, one function each.
import type { z } from 'zod'
import type { SourceObject } from '../../../../shared/wire/source.ts'
import type { SourcePipeline } from '../../../../shared/wire/sources.ts'
import type { VendorOwner } from '../connector.ts'
import { readAnswer } from '../read-answer.ts'
import type { VendorCall, VendorClient } from '../vendor-client.ts'
import {
  apiVersion,
  DispositionsAnswer,
  type HubSpotObject,
  ObjectsAnswer,
  OwnersAnswer,
  PipelinesAnswer,
  SplitsAnswer,
} from './answers.ts'
import type { Split } from './deal-facts.ts'

export interface Filter {
  readonly propertyName: string
  readonly operator: 'EQ' | 'GT' | 'GTE' | 'LT' | 'NOT_HAS_PROPERTY'
  readonly value?: string
}

export interface SearchPage {
  readonly rows: readonly HubSpotObject[]
  readonly total: number | null
  /** Whether it has more: a page may be shorter than was asked for, and not be the last. */
  readonly more: boolean
}

export interface ListPage {
  readonly rows: readonly HubSpotObject[]
  readonly after: string | null
}

export interface HubSpotApi {
  /** Any of the groups, of which all filters hold. */
  search(
    object: SourceObject,
    asked: {
      readonly groups: readonly (readonly Filter[])[]
      readonly sort: { readonly property: string; readonly descending?: boolean }
      readonly properties: readonly string[]
      readonly limit?: number
    },
  ): Promise<SearchPage>
  archived(object: SourceObject, after: string | null): Promise<ListPage>
  /** Those that there are; of a deal that was merged, the one that it went into. */
  read(
    object: SourceObject,
    ids: readonly string[],
    properties: readonly string[],
  ): Promise<readonly HubSpotObject[]>
  owners(): Promise<readonly VendorOwner[]>
  pipelines(): Promise<readonly SourcePipeline[]>
  dispositions(): Promise<ReadonlyMap<string, string>>
  splits(deals: readonly string[]): Promise<ReadonlyMap<string, readonly Split[]>>
}

export const pageRows = 100
/** Of a search, as many as it gives: for what needs no more than itself. */
export const mostPageRows = 200

/** A list that never ends is no list. */
const mostPages = 2000

export const createHubSpotApi = (client: VendorClient): HubSpotApi => {
  const ask = async <T>(schema: z.ZodType<T>, call: VendorCall): Promise<T> =>
    readAnswer('HubSpot', schema, await client.call(call))

  const ownersOf = async (archived: boolean): Promise<VendorOwner[]> => {
    const found: VendorOwner[] = []
    let after: string | null = null
    for (let page = 0; page < mostPages; page++) {
      const query: string = `?archived=${archived}&limit=100${after === null ? '' : `&after=${encodeURIComponent(after)}`}`
      const answer: z.infer<typeof OwnersAnswer> = await ask(OwnersAnswer, {
        method: 'GET',
        path: `/crm/owners/${apiVersion}${query}`,
      })
      for (const { id, email, firstName, lastName, type } of answer.results)
        if (type !== 'QUEUE')
          found.push({
            id,
            name: [firstName, lastName].filter(Boolean).join(' '),
            email: email?.toLowerCase() || null,
            active: !archived,
          })
      after = answer.paging?.next?.after ?? null
      if (after === null) break
    }
    return found
  }

  return {
    search: async (object, { groups, sort, properties, limit = pageRows }) => {
      const { results, total, paging } = await ask(ObjectsAnswer, {
        method: 'POST',
        path: `/crm/objects/${apiVersion}/${object}/search`,
        isSearch: true,
        body: {
          filterGroups: groups.map((filters) => ({ filters })),
          sorts: [{ propertyName: sort.property, direction: sort.descending ? 'DESCENDING' : 'ASCENDING' }],
          properties,
          limit,
        },
      })
      return { rows: results, total: total ?? null, more: Boolean(paging?.next) }
    },
    archived: async (object, after) => {
      const { results, paging } = await ask(ObjectsAnswer, {
        method: 'GET',
        path: `/crm/objects/${apiVersion}/${object}?archived=true&limit=${pageRows}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
      })
      return { rows: results, after: paging?.next?.after ?? null }
    },
    read: async (object, ids, properties) => {
      if (ids.length === 0) return []
      const { results } = await ask(ObjectsAnswer, {
        method: 'POST',
        path: `/crm/objects/${apiVersion}/${object}/batch/read`,
        body: { properties, inputs: ids.map((id) => ({ id })) },
      })
      return results
    },
    // Whoever has left is in a list of their own.
    owners: async () => [...(await ownersOf(false)), ...(await ownersOf(true))],
    pipelines: async () => {
      const { results } = await ask(PipelinesAnswer, {
        method: 'GET',
        path: `/crm/pipelines/${apiVersion}/deals`,
      })
      return results
        .toSorted((a, b) => (a.displayOrder ?? 0) - (b.displayOrder ?? 0))
        .map(({ id, label, stages }) => ({
          id,
          name: label,
          stages: stages
            .toSorted((a, b) => (a.displayOrder ?? 0) - (b.displayOrder ?? 0))
            .map(({ id: stage, label: name, metadata }) => ({
              id: stage,
              name,
              flag:
                metadata?.['isClosed'] !== 'true'
                  ? ('open' as const)
                  : Number(metadata['probability']) === 1
                    ? ('won' as const)
                    : ('lost' as const),
            })),
        }))
    },
    dispositions: async () =>
      new Map(
        // An account without calls may have none.
        (
          (await ask(DispositionsAnswer.nullable(), {
            method: 'GET',
            path: '/calling/v1/dispositions',
            mayLack: true,
          })) ?? []
        ).map(({ id, label }) => [id, label]),
      ),
    splits: async (deals) => {
      if (deals.length === 0) return new Map()
      const { results } = await ask(SplitsAnswer, {
        method: 'POST',
        path: `/deal-splits/${apiVersion}/batch/read`,
        body: { inputs: deals.map((id) => ({ id })) },
      })
      return new Map(
        results.map(({ id, splits }) => [
          id,
          splits.flatMap(({ properties: p }) =>
            p['hubspot_owner_id']
              ? [{ owner: p['hubspot_owner_id'], share: Number(p['hs_deal_split_percentage'] ?? 0) }]
              : [],
          ),
        ]),
      )
    },
  }
}
