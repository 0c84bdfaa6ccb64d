// What the console asks the feed for, and under which key the answer is kept.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { MeAnswer } from '../../../shared/wire/accounts.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { ScreensAnswer } from '../../../shared/wire/screens.ts'
import { request } from './request.ts'

export const FloorAnswer = z.object({ version: z.int(), file: FloorFile })
export type FloorAnswer = z.infer<typeof FloorAnswer>

/** What changes only by events of the line is not asked for again by the clock. */
const whileConnected = 5 * 60_000

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request(MeAnswer, '/me', { signal }),
  staleTime: whileConnected,
})

export const floorQuery = queryOptions({
  queryKey: ['floor'],
  queryFn: ({ signal }) => request(FloorAnswer, '/floor', { signal }),
  staleTime: whileConnected,
})

export const screensQuery = queryOptions({
  queryKey: ['screens'],
  queryFn: ({ signal }) => request(ScreensAnswer, '/screens', { signal }),
  staleTime: whileConnected,
})

const nothing: MeAnswer['may'] = {
  look: false,
  edit: false,
  control: false,
  seeManagers: false,
  seeLeadership: false,
  administer: false,
}

export const useMe = (): MeAnswer | undefined => useQuery(meQuery).data
/** What the person may do; nothing until it is known. */
export const useMay = (): MeAnswer['may'] => useMe()?.may ?? nothing
