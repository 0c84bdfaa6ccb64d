// Notes, agreed actions and one-to-ones of one person. Each change is answered with all that stands then.
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  type ChangedAction,
  type ChangedNote,
  type NewAction,
  type NewNote,
  type NewOneToOne,
  TalksAnswer,
} from '../../../shared/wire/coaching-talks.ts'
import { isFailure, request } from './request.ts'

/** Two people may look at it at once, each on a screen of their own. */
const askAgainMs = 10_000

const pathOf = (person: string): string => `/coaching/${encodeURIComponent(person)}`

export const talksQuery = (person: string) =>
  queryOptions({
    queryKey: ['talks', person],
    queryFn: ({ signal }) => request(TalksAnswer, `${pathOf(person)}/talks`, { signal }),
    refetchInterval: askAgainMs,
  })

/** Of notes, whatever they are about. */
export type NoteChange =
  | { readonly do: 'note'; readonly note: NewNote }
  | { readonly do: 'rewrite'; readonly id: string; readonly change: ChangedNote }
  | { readonly do: 'remove'; readonly id: string }

/** What of it is changed, and how. */
export type TalkChange =
  | NoteChange
  | { readonly do: 'agree'; readonly action: NewAction }
  | { readonly do: 'action'; readonly id: string; readonly change: ChangedAction }
  | { readonly do: 'end'; readonly talk: NewOneToOne }

const send = (person: string, change: TalkChange): Promise<TalksAnswer> => {
  const path = pathOf(person)
  switch (change.do) {
    case 'note':
      return request(TalksAnswer, `${path}/notes`, { json: change.note })
    case 'rewrite':
      return request(TalksAnswer, `${path}/notes/${change.id}`, { method: 'PATCH', json: change.change })
    case 'agree':
      return request(TalksAnswer, `${path}/actions`, { json: change.action })
    case 'action':
      return request(TalksAnswer, `${path}/actions/${change.id}`, { method: 'PATCH', json: change.change })
    case 'end':
      return request(TalksAnswer, `${path}/one-to-ones`, { json: change.talk })
    case 'remove':
      return request(TalksAnswer, `${path}/talks/${change.id}`, { method: 'DELETE' })
  }
}

/** Shows what stands afterwards; where somebody was quicker, what they wrote. */
export const changeTalks = async (
  client: QueryClient,
  person: string,
  change: TalkChange,
): Promise<TalksAnswer> => {
  const { queryKey } = talksQuery(person)
  try {
    await client.cancelQueries({ queryKey })
    const answer = await send(person, change)
    client.setQueryData(queryKey, answer)
    return answer
  } catch (error) {
    if (isFailure(error, 'stale-note')) await client.invalidateQueries({ queryKey })
    throw error
  }
}

export const eraseTalks = async (client: QueryClient, person: string): Promise<void> => {
  await request(z.object({ erased: z.int() }), `${pathOf(person)}/talks`, { method: 'DELETE' })
  await client.invalidateQueries({ queryKey: talksQuery(person).queryKey })
}
