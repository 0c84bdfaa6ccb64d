// Meetings as the console knows them. No line tells it of changes, so it asks again: often while one goes on.
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ChangedAction } from '../../../shared/wire/coaching-talks.ts'
import {
  type BeginMeeting,
  MeetingAnswer,
  MeetingsAnswer,
  type NewMeetingAction,
  type StepMeeting,
} from '../../../shared/wire/meetings.ts'
import { isFailure, request } from './request.ts'
import type { NoteChange } from './talks.ts'

const askAgainMs = 30_000
/** Several look at one that goes on, each on a screen of their own. */
const askOftenMs = 2500

const pathOf = (meeting: string): string => `/meetings/${encodeURIComponent(meeting)}`

/** A file to print; the browser keeps it. */
export const sheetAddress = (meeting: string): string => `/api/v1${pathOf(meeting)}/sheet`

export const meetingsQuery = queryOptions({
  queryKey: ['meetings'],
  queryFn: ({ signal }) => request(MeetingsAnswer, '/meetings', { signal }),
  refetchInterval: askAgainMs,
})

export const meetingQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['meetings', meeting],
    queryFn: ({ signal }) => request(MeetingAnswer, pathOf(meeting), { signal }),
    refetchInterval: ({ state }) => (state.data?.open ? askOftenMs : askAgainMs),
  })

export type MeetingChange =
  | NoteChange
  | { readonly do: 'begin'; readonly meeting: BeginMeeting }
  | { readonly do: 'step'; readonly step: StepMeeting }
  | { readonly do: 'screen'; readonly screen: string | null }
  | { readonly do: 'end' }
  | { readonly do: 'agree'; readonly action: NewMeetingAction }
  | { readonly do: 'action'; readonly id: string; readonly change: ChangedAction }

const send = (meeting: string, change: MeetingChange): Promise<MeetingAnswer> => {
  const path = pathOf(meeting)
  switch (change.do) {
    case 'begin':
      return request(MeetingAnswer, `${path}/begin`, { json: change.meeting })
    case 'step':
      return request(MeetingAnswer, `${path}/step`, { json: change.step })
    case 'screen':
      return request(MeetingAnswer, `${path}/screen`, { json: { screen: change.screen } })
    case 'end':
      return request(MeetingAnswer, `${path}/end`, { json: {} })
    case 'note':
      return request(MeetingAnswer, `${path}/notes`, { json: change.note })
    case 'rewrite':
      return request(MeetingAnswer, `${path}/notes/${change.id}`, { method: 'PATCH', json: change.change })
    case 'agree':
      return request(MeetingAnswer, `${path}/actions`, { json: change.action })
    case 'action':
      return request(MeetingAnswer, `${path}/actions/${change.id}`, { method: 'PATCH', json: change.change })
    case 'remove':
      return request(MeetingAnswer, `${path}/entries/${change.id}`, { method: 'DELETE' })
  }
}

/** Shows what stands afterwards; where somebody was quicker, what they did. */
export const changeMeeting = async (
  client: QueryClient,
  meeting: string,
  change: MeetingChange,
): Promise<void> => {
  const { queryKey } = meetingQuery(meeting)
  try {
    await client.cancelQueries({ queryKey })
    client.setQueryData(queryKey, await send(meeting, change))
    await client.invalidateQueries({ queryKey: meetingsQuery.queryKey, exact: true })
  } catch (error) {
    if (isFailure(error, 'stale-note') || isFailure(error, 'wall-held') || isFailure(error, 'not-held'))
      await client.invalidateQueries({ queryKey })
    throw error
  }
}

/** What the caller took on in a meeting, done or not. */
export const tickOwnAction = async (
  client: QueryClient,
  action: { readonly meeting: { readonly id: string }; readonly id: string; readonly version: number },
  isDone: boolean,
): Promise<void> => {
  const path = `/me/meeting-actions/${encodeURIComponent(action.meeting.id)}/${action.id}`
  const answer = await request(MeetingsAnswer, path, {
    method: 'PATCH',
    json: { over: action.version, isDone },
  })
  client.setQueryData(meetingsQuery.queryKey, answer)
}
