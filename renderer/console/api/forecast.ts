// The forecast of a team. No line tells the console of changes, so it asks again.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ForecastAnswer, type ForecastPeriod } from '../../../shared/wire/forecast.ts'
import { request } from './request.ts'

const askAgainMs = 60_000
/** While the feed reads what it looks back on. */
const askSoonMs = 2000

/** `team`: undefined for the first that the caller sees. */
export const forecastQuery = (team: string | undefined, period: ForecastPeriod) =>
  queryOptions({
    queryKey: ['forecast', team ?? null, period],
    queryFn: ({ signal }) =>
      request(
        ForecastAnswer,
        `/forecast?${new URLSearchParams({ period, ...(team === undefined ? {} : { team }) })}`,
        { signal },
      ),
    refetchInterval: ({ state }) =>
      state.data?.why === 'reading deals' || state.data?.why === 'history coming' ? askSoonMs : askAgainMs,
    placeholderData: keepPreviousData,
  })
