// What of the facts counts nowhere, or not where it should; only admins may ask.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { FaultsAnswer } from '../../../shared/wire/faults.ts'
import { useMay } from './queries.ts'
import { request } from './request.ts'

const UnassignedAnswer = z.object({
  unassigned: z.array(z.object({ rep: z.string(), facts: z.int(), hint: z.string().optional() })),
})

/** Facts come all the time; nobody is told when one is wrong. */
const askEveryMs = 60_000

const faultsQuery = queryOptions({
  queryKey: ['faults'],
  queryFn: ({ signal }) => request(FaultsAnswer, '/faults', { signal }),
  refetchInterval: askEveryMs,
})
const unassignedQuery = queryOptions({
  queryKey: ['unassigned'],
  queryFn: ({ signal }) => request(UnassignedAnswer, '/unassigned', { signal }),
  refetchInterval: askEveryMs,
})

interface Faults {
  /** Most facts first. */
  readonly faults: FaultsAnswer['faults']
  readonly unassigned: z.infer<typeof UnassignedAnswer>['unassigned']
}

/** Nothing for those who may not ask. Undefined until it is known. */
export const useFaults = (): Faults | undefined => {
  const { administer } = useMay()
  const faults = useQuery({ ...faultsQuery, enabled: administer })
  const unassigned = useQuery({ ...unassignedQuery, enabled: administer })
  if (!administer) return { faults: [], unassigned: [] }
  if (!faults.data || !unassigned.data) return undefined
  return { faults: faults.data.faults, unassigned: unassigned.data.unassigned }
}
