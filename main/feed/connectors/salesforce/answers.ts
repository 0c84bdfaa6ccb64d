// What Salesforce answers, as far as it is read.
import { z } from 'zod'

/** Of the REST API, which the addresses carry, in this one place: Winter ’25. */
export const apiVersion = 'v62.0'

/** A row: which fields it has depends on the question. */
export const Row = z.record(z.string(), z.unknown())
export type Row = z.infer<typeof Row>

export const QueryAnswer = z.object({
  done: z.boolean(),
  records: z.array(Row),
  nextRecordsUrl: z.string().nullish(),
})
export type QueryAnswer = z.infer<typeof QueryAnswer>

export const Described = z.object({
  queryable: z.boolean(),
  fields: z.array(z.object({ name: z.string() })),
  childRelationships: z
    .array(z.object({ childSObject: z.string().nullish(), relationshipName: z.string().nullish() }))
    .nullish(),
  recordTypeInfos: z
    .array(
      z.object({
        name: z.string(),
        recordTypeId: z.string(),
        active: z.boolean().nullish(),
        master: z.boolean().nullish(),
      }),
    )
    .nullish(),
})
export type Described = z.infer<typeof Described>

export const DeletedAnswer = z.object({
  deletedRecords: z.array(z.object({ id: z.string() })).nullish(),
  latestDateCovered: z.string().nullish(),
})

/** In the order of the requests. */
export const CompositeAnswer = z.object({
  compositeResponse: z.array(z.object({ body: z.unknown(), httpStatusCode: z.number() })),
})

export const Faults = z.array(z.object({ errorCode: z.string().nullish(), message: z.string().nullish() }))

export const TokenAnswer = z.object({
  access_token: z.string().min(1),
  instance_url: z.string().nullish(),
  /** `https://login.salesforce.com/id/ORGANIZATION/USER`. */
  id: z.string().nullish(),
})

export const TokenFault = z.object({ error: z.string(), error_description: z.string().nullish() })

/** Null for anything that is no text; numbers and flags as they are written. */
export const textIn = (row: Row, field: string): string | null => {
  const value = row[field]
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

export const isTrue = (row: Row, field: string): boolean => row[field] === true

/** Of a row that another one names: `Account.Name` comes as an object within. */
export const rowIn = (row: Row, field: string): Row => Row.safeParse(row[field]).data ?? {}

/** Epoch ms. Instants come as `2026-11-20T21:40:11.000+0000`, without a colon. */
export const instantIn = (row: Row, field: string): number | null => {
  const text = textIn(row, field)
  if (text === null) return null
  const ms = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(ms) ? null : ms
}

export const isoIn = (row: Row, field: string): string | null => {
  const ms = instantIn(row, field)
  return ms === null ? null : new Date(ms).toISOString()
}

/** A plain date, `2026-11-20`. */
export const dateIn = (row: Row, field: string): string | null => {
  const text = textIn(row, field)
  return text !== null && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null
}
