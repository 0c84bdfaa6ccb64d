// What the console knows of exceptions. No line tells it of changes, so it asks again.
import { queryOptions } from '@tanstack/react-query'
import {
  ExceptionDone,
  type ExceptionEntry,
  ExceptionsAnswer,
  LifetimesAnswer,
  type NewNote,
  type NewSnooze,
} from '../../../shared/wire/exceptions.ts'
import { request } from './request.ts'

const askAgainMs = 30_000

/** Of those whom somebody may coach. */
export const exceptionsQuery = queryOptions({
  queryKey: ['exceptions'],
  queryFn: ({ signal }) => request(ExceptionsAnswer, '/exceptions', { signal }),
  refetchInterval: askAgainMs,
})

export const lifetimesQuery = queryOptions({
  queryKey: ['exceptions', 'lifetimes'],
  queryFn: ({ signal }) => request(LifetimesAnswer, '/exceptions/lifetimes', { signal }),
  refetchInterval: askAgainMs,
})

export const isNote = ({ subject }: ExceptionEntry): boolean => subject.kind === 'team'

/** What somebody is asked to look at: not what is set aside, and no note of a team. */
export const isDue = (entry: ExceptionEntry): boolean => entry.snoozed === null && !isNote(entry)

export const noteSeen = (episodes: readonly string[]) =>
  request(ExceptionDone, '/exceptions/seen', { json: { episodes } })

export const writeNote = (note: NewNote) => request(ExceptionDone, '/exceptions/notes', { json: note })

export const setAside = (snooze: NewSnooze) => request(ExceptionDone, '/exceptions/snoozes', { json: snooze })
