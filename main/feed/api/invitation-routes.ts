// Invitations: made and listed by admins, seen and accepted by whoever has the link.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  AcceptInvitation,
  InvitationAnswer,
  InvitationRequest,
  InvitationSeen,
  InvitationsAnswer,
  MeAnswer,
} from '../../../shared/wire/accounts.ts'
import { byOf } from '../access/principal.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { consoleLink } from './console-link.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { invitationMail } from './mail-words.ts'
import { routeSchema } from './route-schema.ts'
import { enter, visitorOf } from './session-routes.ts'

const Id = z.object({ id: z.string() })
const Secret = z.object({ secret: z.string().max(200) })

export const invitationRoutes =
  (parts: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const { accounts, people, nameOfBy, mailer } = parts.identity
    takeJsonOnly(app)

    app.get(
      '/api/v1/invitations',
      { schema: routeSchema('Invitations that wait', { answer: InvitationsAnswer }) },
      async (): Promise<z.infer<typeof InvitationsAnswer>> => ({
        invitations: await Promise.all(
          (await people.invitations()).map(async ({ id, by, expiresAt, invited }) => ({
            id,
            name: invited.name,
            email: invited.email,
            role: invited.role,
            teams: [...invited.teams],
            by: (await nameOfBy(by)).name,
            expiresAt,
          })),
        ),
      }),
    )
    app.post(
      '/api/v1/invitations',
      {
        schema: routeSchema('Invite somebody', { body: InvitationRequest, answer: InvitationAnswer }),
      },
      async (request): Promise<z.infer<typeof InvitationAnswer>> => {
        const wanted = readBody(InvitationRequest, request.body)
        const by = byOf(request.principal)
        const { id, secret, expiresAt } = await people.invite(wanted, by)
        const link = consoleLink(request, parts, 'invitation', secret)
        const { floor } = parts.floor.current().file
        const mailed =
          (await mailer?.send(wanted.email, ...invitationMail(floor, (await nameOfBy(by)).name, link))) ??
          false
        return { id, link, expiresAt, mailed }
      },
    )
    app.delete(
      '/api/v1/invitations/:id',
      { schema: routeSchema('Take an invitation back', { params: Id }) },
      async (request) => {
        if (!(await accounts.removeLink(Id.parse(request.params).id)))
          throw new ApiError('not-found', 'This invitation no longer waits.')
        return {}
      },
    )
    app.get(
      '/api/v1/invitations/:secret',
      { schema: routeSchema('What a link invites to', { params: Secret, answer: InvitationSeen }) },
      async (request): Promise<z.infer<typeof InvitationSeen>> => {
        const { invited, by } = await people.invitation(Secret.parse(request.params).secret)
        const { name, email, role } = invited
        return {
          name,
          email,
          role,
          by: (await nameOfBy(by)).name,
          floor: parts.floor.current().file.floor.name,
        }
      },
    )
    app.post(
      '/api/v1/invitations/:secret',
      {
        schema: routeSchema('Accept an invitation; the session comes as a cookie', {
          params: Secret,
          body: AcceptInvitation,
          answer: MeAnswer,
        }),
      },
      async (request, reply) => {
        const { secret } = Secret.parse(request.params)
        const accepted = readBody(AcceptInvitation, request.body)
        return enter(parts, request, reply, await people.accept(secret, accepted, visitorOf(request)))
      },
    )
  }
