// Tables that numbers come from.
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  type TableAction,
  TableDifference,
  TablesAnswer,
  TriedTable,
  type TryTable,
} from '../../../shared/wire/tables.ts'
import { Done, request } from './request.ts'

/** While somebody looks at it. */
const everyMs = 3000

export const tablesQuery = queryOptions({
  queryKey: ['tables'],
  queryFn: ({ signal }) => request(TablesAnswer, '/tables', { signal }),
  refetchInterval: everyMs,
})

/** Reads the table: it may take a while, and nothing is kept. */
export const tryTable = (json: z.input<typeof TryTable>, signal: AbortSignal) =>
  request(TriedTable, '/tables/try', { json, signal })

export const saveTablePassword = (id: string, password: string): Promise<unknown> =>
  request(Done, `/tables/${encodeURIComponent(id)}/password`, { method: 'PUT', json: { password } })

export const removeTablePassword = (id: string): Promise<unknown> =>
  request(Done, `/tables/${encodeURIComponent(id)}/password`, { method: 'DELETE' })

export const actOnTable = (id: string, action: TableAction['do']): Promise<unknown> =>
  request(Done, `/tables/${encodeURIComponent(id)}/actions`, { json: { do: action } })

export const tableDifferenceOf = (id: string) =>
  request(TableDifference, `/tables/${encodeURIComponent(id)}/difference`)
