// Who comes to which meeting: what they may do in it, and what they may see of it.
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Cadence } from '../../../shared/wire/cadence.ts'
import type { MeetingAnswer } from '../../../shared/wire/meetings.ts'
import { byOf } from '../access/principal.ts'
import { coaches, seesBoard } from '../access/private-views.ts'
import type { Asker } from '../coaching-notes/entry-book.ts'
import { type MeetingAccess, meetingAccess, teamToday } from '../meetings/meeting-access.ts'
import { subjectOf } from '../meetings/meeting-desk.ts'
import { createMeetingViews, type MeetingReader } from '../meetings/meeting-views.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { personOf } from './session-routes.ts'

export const MeetingParams = z.object({ meeting: z.string() })
export const MeetingEntryParams = z.object({ meeting: z.string(), id: z.string() })

export const unknownMeeting = (): ApiError =>
  new ApiError('not-found', 'There is no meeting of that name that is yours.')

export interface Attended {
  readonly cadence: Cadence
  readonly access: MeetingAccess
  readonly reader: MeetingReader
  readonly asker: Asker
}

export const createAttendance = ({ floor, meetings, talks, plans, identity, clock, nameOfBy }: ApiParts) => {
  const readerOf = async (request: FastifyRequest): Promise<MeetingReader> => {
    const principal = personOf(request)
    const audiences = await identity.access.audiences(principal)
    const { teams } = floor.current().file
    const teamOf = (person: string): string | null => teamToday(floor.numbers(), person, clock.now())
    return {
      by: byOf(principal),
      person: principal.person,
      mayErase: principal.role === 'admin',
      access: (cadence) => meetingAccess(principal, cadence, teams, teamOf),
      sees: (board) => seesBoard(principal, audiences, board, teams),
      coached: () => {
        const own = plans.coached().filter(({ team }) => coaches(principal, team, teams))
        return { all: own.length, overdue: own.filter(({ id }) => talks.state(id).isOverdue).length }
      },
    }
  }
  const viewsFor = (reader: MeetingReader) =>
    createMeetingViews({
      numbers: floor.numbers(),
      desk: meetings,
      reader,
      now: clock.now(),
      nameOfBy,
    })

  /** Whoever reads what was written in it; for everybody else there is nothing. */
  const attend = async (request: FastifyRequest): Promise<Attended> => {
    const { meeting } = MeetingParams.parse(request.params)
    const reader = await readerOf(request)
    const cadence = floor.current().file.cadences.find(({ id }) => id === meeting)
    const access = cadence === undefined ? null : reader.access(cadence)
    if (cadence === undefined || access === null || access === 'time') throw unknownMeeting()
    const asker = {
      person: subjectOf(meeting),
      by: reader.by,
      mayCoach: access === 'lead',
      mayErase: reader.mayErase,
    }
    return { cadence, access, reader, asker }
  }
  const answer = ({ cadence, access, reader }: Attended): Promise<MeetingAnswer> =>
    viewsFor(reader).one(cadence, access)

  return { readerOf, viewsFor, attend, answer }
}
