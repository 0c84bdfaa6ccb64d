// Who does something on the floor with their own phone, and for whom they may.
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { HandId } from '../../../shared/wire/by-hand.ts'
import { byOf } from '../access/principal.ts'
import { coaches } from '../access/private-views.ts'
import type { HandAsker } from '../by-hand/hand-desk.ts'
import type { ThanksAsker } from '../thanks/thanks-desk.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { personOf } from './session-routes.ts'

export const floorAsker =
  (floor: ApiParts['floor']) =>
  (request: FastifyRequest): HandAsker & ThanksAsker => {
    const principal = personOf(request)
    return {
      by: byOf(principal),
      person: principal.person,
      coaches: (team) => coaches(principal, team, floor.current().file.teams),
    }
  }

/** In the address of what a phone made. */
export const UuidParams = z.object({ id: HandId })

/** The id that the phone made, of the address. */
export const uuidOf = ({ params }: FastifyRequest): string => {
  const parsed = UuidParams.safeParse(params)
  if (!parsed.success) throw new ApiError('bad-query', 'id: must be a UUID.')
  return parsed.data.id
}
