// How a board looks that is being made, asked of the feed as it changes, and again while it stands: numbers move.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { BoardPreviewAnswer } from '../../../shared/wire/board-draft.ts'
import { request } from './request.ts'
import { useSettled } from './use-settled.ts'

/** Whoever still types is waited for. */
const pauseMs = 300
const againMs = 10_000

interface Previewed {
  readonly answer: BoardPreviewAnswer | undefined
  readonly error: unknown
}

/** `lines` null: there is nothing to ask for yet, and what was shown last stays. */
export const useBoardPreview = (lines: object | null): Previewed => {
  const wanted = lines === null ? null : JSON.stringify({ board: lines })
  const asked = useSettled(wanted, pauseMs, wanted)
  const { data, error } = useQuery({
    queryKey: ['board-preview', asked],
    queryFn: ({ signal }) =>
      request(BoardPreviewAnswer, '/boards/preview', { json: JSON.parse(asked ?? 'null'), signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    refetchInterval: againMs,
    gcTime: 0,
    retry: false,
  })
  return { answer: data, error }
}
