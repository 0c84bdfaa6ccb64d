// Versions of the TVs' program.
import { queryOptions } from '@tanstack/react-query'
import {
  type AllScreens,
  type FirstScreen,
  isChannelFile,
  ReleasePut,
  UpdatesAnswer,
} from '../../../shared/wire/updates.ts'
import { Done, request } from './request.ts'

/** Kiosks say every minute what they run. */
const lookEveryMs = 30_000

export const updatesQuery = queryOptions({
  queryKey: ['updates'],
  queryFn: ({ signal }) => request(UpdatesAnswer, '/updates', { signal }),
  refetchInterval: lookEveryMs,
})

export const chooseFirst = (first: FirstScreen['first']): Promise<unknown> =>
  request(Done, '/updates/first', { method: 'PUT', json: { first } satisfies FirstScreen })

export const releaseToAll = (version: string): Promise<unknown> =>
  request(Done, '/updates/all', { json: { version } satisfies AllScreens })

/** The files of a release in whatever order they were chosen. Resolves with the version that is offered; null: none is. */
export const putRelease = async (files: readonly File[]): Promise<string | null> => {
  let version: string | null = null
  const archivesFirst = [...files].sort(
    (a, b) => Number(isChannelFile(a.name)) - Number(isChannelFile(b.name)),
  )
  for (const file of archivesFirst) {
    const put = await request(ReleasePut, `/updates/files?name=${encodeURIComponent(file.name)}`, { file })
    version = put.version ?? version
  }
  return version
}
