// Notes, agreed actions and one-to-ones: between a rep and whoever coaches them.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  ChangedAction,
  ChangedNote,
  NewAction,
  NewNote,
  NewOneToOne,
  TalksAnswer,
} from '../../../shared/wire/coaching-talks.ts'
import { byOf } from '../access/principal.ts'
import { coaches } from '../access/private-views.ts'
import type { Asker } from '../coaching-notes/entry-book.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { takeJsonOnly } from './json-body.ts'
import { kept, keptEntry, takingEntries } from './kept-entry.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

const consumes = ['application/json']
const Person = z.object({ person: z.string() })
const Entry = z.object({ person: z.string(), id: z.string() })
const Erased = z.object({ erased: z.int() })

const unknown = (): ApiError =>
  new ApiError('not-found', 'There is nobody of that name whose notes you may see.')

export const talkRoutes =
  ({ floor, plans, talks }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)

    /** A rep themselves, and whoever coaches them; for everybody else there is nothing. */
    const askerOf = (request: FastifyRequest): Asker => {
      const { person } = Person.parse(request.params)
      const principal = personOf(request)
      const coached = plans.coached().find(({ id }) => id === person)
      if (coached === undefined) throw unknown()
      const mayCoach = coaches(principal, coached.team, floor.current().file.teams)
      if (!mayCoach && principal.person !== person) throw unknown()
      return { person, by: byOf(principal), mayCoach, mayErase: principal.role === 'admin' }
    }
    const answered = { params: Person, answer: TalksAnswer }
    const idOf = (request: FastifyRequest): string => Entry.parse(request.params).id
    const taking = takingEntries({ callerOf: askerOf, askerOf: (asker) => asker, answer: talks.answer })

    app.get(
      '/api/v1/coaching/:person/talks',
      {
        schema: routeSchema(
          'A rep’s notes, agreed actions and one-to-ones: for them and whoever coaches them',
          {
            ...answered,
          },
        ),
      },
      async (request): Promise<TalksAnswer> => talks.answer(askerOf(request)),
    )
    app.post(
      '/api/v1/coaching/:person/notes',
      { schema: routeSchema('A note, seen by both', { ...answered, body: NewNote, consumes }) },
      taking(NewNote, talks.addNote),
    )
    app.patch(
      '/api/v1/coaching/:person/notes/:id',
      {
        schema: routeSchema('A note of one’s own, in other words', {
          params: Entry,
          answer: TalksAnswer,
          body: ChangedNote,
          consumes,
        }),
      },
      taking(ChangedNote, (asker, changed, request) => talks.changeNote(asker, idOf(request), changed)),
    )
    app.post(
      '/api/v1/coaching/:person/actions',
      {
        schema: routeSchema('Something that was agreed: what, about which step, by when', {
          ...answered,
          body: NewAction,
          consumes,
        }),
      },
      taking(NewAction, talks.addAction),
    )
    app.patch(
      '/api/v1/coaching/:person/actions/:id',
      {
        schema: routeSchema('An agreed action done, not done, or in other words', {
          params: Entry,
          answer: TalksAnswer,
          body: ChangedAction,
          consumes,
        }),
      },
      taking(ChangedAction, (asker, changed, request) => talks.changeAction(asker, idOf(request), changed)),
    )
    app.post(
      '/api/v1/coaching/:person/one-to-ones',
      {
        schema: routeSchema('The end of a one-to-one, and when the next one is', {
          ...answered,
          body: NewOneToOne,
          consumes,
        }),
      },
      taking(NewOneToOne, (asker, talk) => {
        const point = plans.answer(asker.person, asker.mayCoach)?.point ?? { kind: 'too little to tell' }
        return talks.addOneToOne(asker, talk, point)
      }),
    )
    app.delete(
      '/api/v1/coaching/:person/talks/:id',
      {
        schema: routeSchema('Remove a note, an agreed action or a one-to-one, for good', {
          params: Entry,
          answer: TalksAnswer,
        }),
      },
      async (request): Promise<TalksAnswer> => {
        const asker = askerOf(request)
        keptEntry(() => talks.remove(asker, idOf(request)))
        return talks.answer(asker)
      },
    )
    app.delete(
      '/api/v1/coaching/:person/talks',
      {
        schema: routeSchema('Erase all that is kept of somebody, also of who is not here any more', {
          params: Person,
          answer: Erased,
        }),
      },
      async (request): Promise<z.infer<typeof Erased>> => {
        const { role } = personOf(request)
        if (role !== 'admin') throw unknown()
        let erased = 0
        kept(() => {
          erased = talks.erase(Person.parse(request.params).person)
        })
        return { erased }
      },
    )
  }
