// What is written down in meetings: notes, decisions and agreed actions, and what somebody took on.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ChangedAction, ChangedNote, NewNote } from '../../../shared/wire/coaching-talks.ts'
import { MeetingAnswer, MeetingsAnswer, NewMeetingAction } from '../../../shared/wire/meetings.ts'
import { subjectOf } from '../meetings/meeting-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { kept, keptEntry, takingEntries } from './kept-entry.ts'
import {
  createAttendance,
  MeetingEntryParams as Entry,
  MeetingParams as Meeting,
  unknownMeeting,
} from './meeting-attendance.ts'
import { routeSchema } from './route-schema.ts'

const consumes = ['application/json']
const Erased = z.object({ erased: z.int() })
const described = { params: Meeting, answer: MeetingAnswer }

export const meetingEntryRoutes =
  (parts: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const { floor, meetings } = parts
    const { readerOf, viewsFor, attend, answer } = createAttendance(parts)
    takeJsonOnly(app)

    const idOf = (request: FastifyRequest): string => Entry.parse(request.params).id
    const taking = takingEntries({ callerOf: attend, askerOf: ({ asker }) => asker, answer })

    app.post(
      '/api/v1/meetings/:meeting/notes',
      { schema: routeSchema('A note or a decision of a meeting', { ...described, body: NewNote, consumes }) },
      taking(NewNote, meetings.addNote),
    )
    app.patch(
      '/api/v1/meetings/:meeting/notes/:id',
      {
        schema: routeSchema('A note of one’s own, in other words', {
          ...described,
          params: Entry,
          body: ChangedNote,
          consumes,
        }),
      },
      taking(ChangedNote, (asker, changed, request) => meetings.changeNote(asker, idOf(request), changed)),
    )
    app.post(
      '/api/v1/meetings/:meeting/actions',
      {
        schema: routeSchema('Something that was agreed: what, whose, by when', {
          ...described,
          body: NewMeetingAction,
          consumes,
        }),
      },
      taking(NewMeetingAction, (asker, action) => {
        const { people } = floor.current().file
        if (action.owner !== null && !people.some(({ id }) => id === action.owner))
          throw new ApiError('bad-body', 'owner: nobody of this floor is called that.')
        return meetings.addAction(asker, action)
      }),
    )
    app.patch(
      '/api/v1/meetings/:meeting/actions/:id',
      {
        schema: routeSchema('An agreed action done, not done, or in other words', {
          ...described,
          params: Entry,
          body: ChangedAction,
          consumes,
        }),
      },
      taking(ChangedAction, (asker, changed, request) =>
        meetings.changeAction(asker, idOf(request), changed),
      ),
    )
    app.delete(
      '/api/v1/meetings/:meeting/entries/:id',
      {
        schema: routeSchema('Remove a note or an agreed action, for good', {
          ...described,
          params: Entry,
        }),
      },
      async (request): Promise<MeetingAnswer> => {
        const attended = await attend(request)
        keptEntry(() => meetings.remove(attended.asker, idOf(request)))
        return answer(attended)
      },
    )
    app.patch(
      '/api/v1/me/meeting-actions/:meeting/:id',
      {
        schema: routeSchema('What the caller took on in a meeting: done, or not', {
          params: Entry,
          body: ChangedAction,
          consumes,
          answer: MeetingsAnswer,
        }),
      },
      async (request): Promise<MeetingsAnswer> => {
        const { meeting, id } = Entry.parse(request.params)
        const reader = await readerOf(request)
        const change = readBody(ChangedAction, request.body)
        const action = meetings.of(meeting).find((talk) => talk.id === id)
        const isTheirs = action?.kind === 'action' && action.owner !== null && action.owner === reader.person
        if (!isTheirs) throw unknownMeeting()
        const asker = { person: subjectOf(meeting), by: reader.by, mayCoach: false, mayErase: false }
        keptEntry(() => meetings.changeAction(asker, id, change))
        return viewsFor(reader).list()
      },
    )
    app.delete(
      '/api/v1/meetings/:meeting/entries',
      {
        schema: routeSchema(
          'Erase all that was written in the meetings of that name, also where the floor has it no more',
          { params: Meeting, answer: Erased },
        ),
      },
      async (request): Promise<z.infer<typeof Erased>> => {
        const { meeting } = Meeting.parse(request.params)
        let erased = 0
        kept(() => {
          erased = meetings.erase(meeting)
        })
        return { erased }
      },
    )
  }
