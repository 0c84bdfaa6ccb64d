// Seasons: one's own shelf, how teams stand, and what a season would have given.
import { queryOptions } from '@tanstack/react-query'
import type { Season } from '../../../shared/wire/season.ts'
import { SeasonsAnswer, SeasonTryAnswer, ShelfAnswer } from '../../../shared/wire/season-answers.ts'
import { request } from './request.ts'
import { type Counted, useCounted } from './use-counted.ts'

/** While somebody looks at it: points come with every fact. */
const shelfEveryMs = 15_000
/** Everybody of the floor is counted for it. */
const seasonsEveryMs = 30_000
/** Whoever still types is waited for. */
const pauseMs = 700

export const shelfQuery = queryOptions({
  queryKey: ['shelf'],
  queryFn: ({ signal }) => request(ShelfAnswer, '/me/shelf', { signal }),
  refetchInterval: shelfEveryMs,
})

export const seasonsQuery = queryOptions({
  queryKey: ['seasons'],
  queryFn: ({ signal }) => request(SeasonsAnswer, '/seasons', { signal }),
  refetchInterval: seasonsEveryMs,
})

/** Over as many days that are over. Null: nothing that can be tried. */
export const useTriedSeason = (season: Season | null): Counted<SeasonTryAnswer> =>
  useCounted({
    schema: SeasonTryAnswer,
    path: '/seasons/try',
    wanted: season === null ? null : JSON.stringify({ season }),
    pauseMs,
  })
