// What edits would move, asked of the feed before they are made.
import { useQuery } from '@tanstack/react-query'
import { EditEffects, type FloorEdit } from '../../../shared/wire/floor-edits.ts'
import { request } from './request.ts'
import { useSettled } from './use-settled.ts'

/** Whoever still types is waited for. */
const pauseMs = 450

export interface Effects {
  readonly effects: EditEffects | null
  readonly error: unknown
  /** The answer is not yet about these edits. */
  readonly isPending: boolean
}

/** Nothing is asked while there are no edits, or no floor. `on`: a date whose boards are looked at; null is today. */
export const useEffects = (
  version: number | undefined,
  edits: readonly FloorEdit[],
  on: string | null = null,
): Effects => {
  const wanted = version === undefined || edits.length === 0 ? null : JSON.stringify({ version, edits, on })
  const asked = useSettled(wanted, pauseMs)
  const { data, error } = useQuery({
    queryKey: ['effects', asked],
    queryFn: ({ signal }) =>
      request(EditEffects, '/floor/edits/preview', {
        json: { version, edits, ...(on === null ? {} : { on }) },
        signal,
      }),
    enabled: asked !== null && asked === wanted,
    gcTime: 0,
    retry: false,
  })
  const isAbout = asked === wanted
  return {
    effects: isAbout && wanted !== null ? (data ?? null) : null,
    error: isAbout ? error : null,
    isPending: wanted !== null && (!isAbout || (data === undefined && error === null)),
  }
}
