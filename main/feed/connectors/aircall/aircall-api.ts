// Aircall's calls, one function each.
import type { z } from 'zod'
import type { VendorOwner } from '../connector.ts'
import { readAnswer } from '../read-answer.ts'
import type { VendorClient } from '../vendor-client.ts'
import { type AircallCall, CallAnswer, CallsAnswer, UsersAnswer } from './answers.ts'

export interface CallsPage {
  readonly calls: readonly AircallCall[]
  /** Whether it has more: a page may be shorter than was asked for, and not be the last. */
  readonly more: boolean
}

export interface AircallApi {
  /** By their start, oldest first. `from` and `to`: epoch seconds, both in it; null: without. `page` counts from 1. */
  calls(asked: {
    readonly from: number
    readonly to: number | null
    readonly page: number
  }): Promise<CallsPage>
  /** The one that started last; null where there is none. */
  newest(): Promise<AircallCall | null>
  /** Null where it is not there any more. */
  call(id: string): Promise<AircallCall | null>
  users(): Promise<readonly VendorOwner[]>
}

/** The most that it gives. */
export const pageRows = 50

/** A list that never ends is no list. */
const mostPages = 200

export const createAircallApi = (client: VendorClient): AircallApi => {
  const parse = <T>(schema: z.ZodType<T>, answer: unknown): T => readAnswer('Aircall', schema, answer)
  const get = (path: string): Promise<unknown> => client.call({ method: 'GET', path })

  return {
    calls: async ({ from, to, page }) => {
      const until = to === null ? '' : `&to=${to}`
      const { calls, meta } = parse(
        CallsAnswer,
        await get(`/v1/calls?order=asc&per_page=${pageRows}&page=${page}&from=${from}${until}`),
      )
      return { calls, more: Boolean(meta.next_page_link) }
    },
    newest: async () => {
      const { calls } = parse(CallsAnswer, await get('/v1/calls?order=desc&per_page=1'))
      return calls[0] ?? null
    },
    call: async (id) => {
      const answer = await client.call({ method: 'GET', path: `/v1/calls/${id}`, mayLack: true })
      return answer === null ? null : parse(CallAnswer, answer).call
    },
    users: async () => {
      const found: VendorOwner[] = []
      for (let page = 1; page <= mostPages; page++) {
        const { users, meta } = parse(UsersAnswer, await get(`/v1/users?per_page=${pageRows}&page=${page}`))
        for (const { id, name, email, extension } of users)
          found.push({
            id: extension ?? id,
            name: name ?? '',
            email: email?.toLowerCase() || null,
            active: true,
          })
        if (!meta.next_page_link) break
      }
      return found
    },
  }
}
