// Salesforce's calls. The questions of a look go as one composite request, which counts as one of the day's calls.
import type { z } from 'zod'
import { readAnswer } from '../read-answer.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { VendorClient } from '../vendor-client.ts'
import { apiVersion, CompositeAnswer, DeletedAnswer, Described, QueryAnswer, type Row } from './answers.ts'
import { troubleOf } from './faults.ts'

interface Question {
  readonly soql: string
  /** For sentences: which object. */
  readonly what: string
}

export interface QueryPage {
  readonly rows: readonly Row[]
  /** Salesforce may answer less than it was asked for, and not be done. */
  readonly more: boolean
}

export interface SalesforceApi {
  /** With what is deleted. In the order of the questions, five at most: each its page, or why it was refused. */
  queries(asked: readonly Question[]): Promise<readonly (QueryPage | SourceTrouble)[]>
  /** Every row of a query, without what is deleted. */
  rows(soql: string): Promise<readonly Row[]>
  /** Null for an object that the organization lacks, or that the user may not see. */
  describe(object: string): Promise<Described | null>
  /** Ids that were deleted from `from` to `to`, epoch ms; none of an object that has no such list. */
  deleted(object: string, from: number, to: number): Promise<readonly string[]>
}

const base = `/services/data/${apiVersion}`

/** A list that never ends is no list. */
const mostPages = 500

export const createSalesforceApi = (client: VendorClient): SalesforceApi => {
  const parse = <T>(schema: z.ZodType<T>, value: unknown): T => readAnswer('Salesforce', schema, value)
  const get = async <T>(schema: z.ZodType<T>, path: string): Promise<T> =>
    parse(schema, await client.call({ method: 'GET', path }))

  /** Null where it is not there, or not for this user. */
  const getIfAny = async <T>(schema: z.ZodType<T>, path: string): Promise<T | null> => {
    try {
      return await get(schema, path)
    } catch (error) {
      if (error instanceof SourceTrouble && error.kind === 'rights') return null
      throw error
    }
  }

  const rest = async (first: QueryAnswer): Promise<readonly Row[]> => {
    const found: Row[] = [...first.records]
    let page = first
    for (let pages = 0; !page.done && page.nextRecordsUrl && pages < mostPages; pages++) {
      // It is a path on the same server.
      page = await get(QueryAnswer, page.nextRecordsUrl)
      found.push(...page.records)
    }
    return found
  }

  /** Rows within rows come in pages, too; here they become lists. */
  const withWhole = async (row: Row): Promise<Row> => {
    let whole = row
    for (const [field, value] of Object.entries(row)) {
      const nested = QueryAnswer.safeParse(value).data
      if (nested !== undefined) whole = { ...whole, [field]: await rest(nested) }
    }
    return whole
  }

  return {
    queries: async (asked) => {
      if (asked.length === 0) return []
      const { compositeResponse } = parse(
        CompositeAnswer,
        await client.call({
          method: 'POST',
          path: `${base}/composite`,
          body: {
            allOrNone: false,
            compositeRequest: asked.map(({ soql }, index) => ({
              method: 'GET',
              url: `${base}/queryAll/?q=${encodeURIComponent(soql)}`,
              referenceId: `part${index}`,
            })),
          },
        }),
      )
      const pages: (QueryPage | SourceTrouble)[] = []
      for (const [index, { what }] of asked.entries()) {
        const part = compositeResponse[index]
        if (part === undefined)
          throw new SourceTrouble('strange', 'Salesforce answered fewer questions than it was asked.')
        if (part.httpStatusCode < 200 || part.httpStatusCode > 299) {
          pages.push(troubleOf(part.httpStatusCode, part.body, what))
          continue
        }
        const { records, done } = parse(QueryAnswer, part.body)
        const rows: Row[] = []
        for (const row of records) rows.push(await withWhole(row))
        pages.push({ rows, more: !done })
      }
      return pages
    },
    rows: async (soql) => rest(await get(QueryAnswer, `${base}/query/?q=${encodeURIComponent(soql)}`)),
    describe: async (object) => {
      const described = await getIfAny(Described, `${base}/sobjects/${object}/describe`)
      return described?.queryable ? described : null
    },
    deleted: async (object, from, to) => {
      const [start, end] = [from, to].map((ms) => encodeURIComponent(new Date(ms).toISOString()))
      const list = await getIfAny(
        DeletedAnswer,
        `${base}/sobjects/${object}/deleted/?start=${start}&end=${end}`,
      )
      return (list?.deletedRecords ?? []).map(({ id }) => id)
    },
  }
}
