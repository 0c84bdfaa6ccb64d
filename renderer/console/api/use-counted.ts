// What is still being written, counted by the feed as it stands.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'
import { useSettled } from './use-settled.ts'

export interface Counted<Answer> {
  /** Of what stood before while the next one is counted. */
  readonly answer: Answer | null
  readonly error: unknown
  readonly isPending: boolean
}

interface CountedParts<Answer> {
  readonly schema: z.ZodType<Answer>
  /** Below `/api/v1`. */
  readonly path: string
  /** The request as JSON; null: nothing that can be counted. */
  readonly wanted: string | null
  /** Whoever still types is waited for. */
  readonly pauseMs: number
}

export const useCounted = <Answer>({
  schema,
  path,
  wanted,
  pauseMs,
}: CountedParts<Answer>): Counted<Answer> => {
  const asked = useSettled(wanted, pauseMs)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['counted', path, asked],
    queryFn: ({ signal }) => request(schema, path, { json: JSON.parse(asked ?? '{}'), signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  const isAbout = asked === wanted
  return {
    answer: wanted === null ? null : (data ?? null),
    error: isAbout && wanted !== null ? error : null,
    isPending: wanted !== null && (!isAbout || isPlaceholderData || (data === undefined && error === null)),
  }
}
