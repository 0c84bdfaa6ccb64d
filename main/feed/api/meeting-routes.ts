// The rhythm of the week: which meetings come, one that goes on, and its sheet. Each sees what is theirs.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  BeginMeeting,
  MeetingAnswer,
  MeetingsAnswer,
  MoveMeeting,
  StepMeeting,
} from '../../../shared/wire/meetings.ts'
import type { Principal } from '../access/principal.ts'
import { holderOf } from '../control/holder.ts'
import { makeSheet } from '../meetings/make-sheet.ts'
import type { MeetingRefusal } from '../meetings/meeting-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { kept } from './kept-entry.ts'
import { type Attended, createAttendance, MeetingParams as Meeting } from './meeting-attendance.ts'
import { routeSchema } from './route-schema.ts'
import { personOf } from './session-routes.ts'

const consumes = ['application/json']

export const meetingRoutes =
  (parts: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const { floor, meetings, identity, clock, sheetFontsDir } = parts
    const { readerOf, viewsFor, attend, answer } = createAttendance(parts)
    takeJsonOnly(app)

    const refuse = (refusal: MeetingRefusal | null): void => {
      if (refusal) throw new ApiError(refusal.code, refusal.message)
    }
    /** What only those may who lead it. */
    const leading =
      <Body>(
        schema: z.ZodType<Body>,
        act: (attended: Attended, body: Body, principal: Principal) => MeetingRefusal | null,
      ) =>
      async (request: FastifyRequest): Promise<MeetingAnswer> => {
        const attended = await attend(request)
        if (attended.access !== 'lead')
          throw new ApiError('forbidden', 'This meeting is led by its owner and by managers.')
        if (attended.cadence.oneToOnes)
          throw new ApiError('forbidden', 'One-to-ones are held on the coach’s desk, each with one person.')
        const body = readBody(schema, request.body)
        kept(() => refuse(act(attended, body, request.principal)))
        return answer(attended)
      }
    /** Walls are held by those who may hold them anywhere else. */
    const mayHold = async (principal: Principal, screen: string | null): Promise<void> => {
      if (screen !== null && (await identity.access.pass(principal, 'control')) !== 'open')
        throw new ApiError('forbidden', 'You may lead this meeting here, and not on a wall.')
    }
    const described = { params: Meeting, answer: MeetingAnswer }

    app.get(
      '/api/v1/meetings',
      {
        schema: routeSchema('The caller’s meetings, the next ones first, and what they took on in them', {
          answer: MeetingsAnswer,
        }),
      },
      async (request): Promise<MeetingsAnswer> => viewsFor(await readerOf(request)).list(),
    )
    app.get(
      '/api/v1/meetings/:meeting',
      { schema: routeSchema('A meeting: its boards, what goes on, what was written', described) },
      async (request): Promise<MeetingAnswer> => answer(await attend(request)),
    )
    app.get(
      '/api/v1/meetings/:meeting/sheet',
      {
        schema: routeSchema(
          'The sheet of a meeting to print: its boards’ numbers, what was agreed, room to write',
          {
            params: Meeting,
            produces: ['application/pdf'],
          },
        ),
      },
      async (request, reply) => {
        const attended = await attend(request)
        if (sheetFontsDir === null)
          throw new ApiError(
            'not-found',
            'This feed was started without the fonts that sheets are printed with.',
          )
        const { file } = floor.current()
        const boards = file.boards.filter((board) => attended.reader.sees(board))
        const pdf = await makeSheet({
          fontsDir: sheetFontsDir,
          floor: file.floor,
          answer: await answer(attended),
          viewOf: (id) => {
            const view = floor.boardView(id, boards)
            return 'code' in view ? null : view
          },
          reader: personOf(request).name,
          now: clock.now(),
        })
        return reply
          .type('application/pdf')
          .header('content-disposition', `attachment; filename="${attended.cadence.id}.pdf"`)
          .header('cache-control', 'no-store')
          .send(pdf)
      },
    )
    app.post(
      '/api/v1/meetings/:meeting/begin',
      {
        schema: routeSchema('Begin a meeting, on a wall or here alone; one that goes on already is joined', {
          ...described,
          body: BeginMeeting,
          consumes,
        }),
      },
      async (request) => {
        await mayHold(request.principal, readBody(BeginMeeting, request.body).screen)
        return leading(BeginMeeting, ({ cadence }, asked, principal) =>
          meetings.begin(cadence, holderOf(principal), asked),
        )(request)
      },
    )
    app.post(
      '/api/v1/meetings/:meeting/step',
      {
        schema: routeSchema('Go to a board of the meeting, and tick one off', {
          ...described,
          body: StepMeeting,
          consumes,
        }),
      },
      leading(StepMeeting, ({ cadence }, step, principal) =>
        meetings.step(cadence, holderOf(principal), step),
      ),
    )
    app.post(
      '/api/v1/meetings/:meeting/screen',
      {
        schema: routeSchema('Put a meeting that goes on onto a wall, or take it off', {
          ...described,
          body: MoveMeeting,
          consumes,
        }),
      },
      async (request) => {
        await mayHold(request.principal, readBody(MoveMeeting, request.body).screen)
        return leading(MoveMeeting, ({ cadence }, { screen }, principal) =>
          meetings.move(cadence, holderOf(principal), screen),
        )(request)
      },
    )
    app.post(
      '/api/v1/meetings/:meeting/end',
      {
        schema: routeSchema('End a meeting; the wall goes back', {
          ...described,
          body: z.object({}),
          consumes,
        }),
      },
      leading(z.object({}), ({ cadence }) => {
        meetings.end(cadence)
        return null
      }),
    )
  }
