// What the console knows of plans and of where to coach. No line tells it of changes, so it asks again.
import { queryOptions } from '@tanstack/react-query'
import { CoachingAnswer, CoachingList, type NewPlan, NewPlanAnswer } from '../../../shared/wire/coaching.ts'
import { request } from './request.ts'

const askAgainMs = 30_000

export const coachingListQuery = queryOptions({
  queryKey: ['coaching'],
  queryFn: ({ signal }) => request(CoachingList, '/coaching', { signal }),
  refetchInterval: askAgainMs,
})

/** With whom there is something to talk about. */
export const isToCoach = ({ point }: Pick<CoachingList['people'][number], 'point'>): boolean =>
  point.kind === 'sank' || point.kind === 'lags'

const pathOf = (person: string): string => `/coaching/${encodeURIComponent(person)}`

export const coachingQuery = (person: string) =>
  queryOptions({
    queryKey: ['coaching', person],
    queryFn: ({ signal }) => request(CoachingAnswer, pathOf(person), { signal }),
    refetchInterval: askAgainMs,
  })

export const drawPlanAnew = (person: string, plan: NewPlan): Promise<NewPlanAnswer> =>
  request(NewPlanAnswer, `${pathOf(person)}/plans`, { json: plan })
