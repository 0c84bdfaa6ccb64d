// Who is signed in, signing in and out, and one's own sessions.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  ChangePassword,
  FirstAdminRequest,
  MeAnswer,
  SessionsAnswer,
  SignInRequest,
} from '../../../shared/wire/accounts.ts'
import { deviceOf } from '../access/device-of.ts'
import { isLoopbackAddress } from '../access/loopback.ts'
import type { Principal } from '../access/principal.ts'
import { sessionSeconds, type Visitor } from '../access/sessions.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const Id = z.object({ id: z.string() })

export const visitorOf = ({ ip, headers }: FastifyRequest): Visitor => ({
  address: ip,
  device: deviceOf(headers['user-agent']),
})

/** The person who asks. The table of who may call what lets in nobody else. */
export const personOf = ({ principal }: FastifyRequest): Extract<Principal, { kind: 'person' }> => {
  if (principal.kind === 'person') return principal
  throw new ApiError('unauthorized', 'Sign in first.')
}

/** What `GET /api/v1/me` says to this principal. */
export const meOf = async (
  { identity, floor, listenHost, transport }: ApiParts,
  principal: Principal,
): Promise<MeAnswer> => {
  const { access, accounts, setUp, oidc, mailer } = identity
  const account = principal.kind === 'person' ? await accounts.account(principal.id) : null
  const { name, locale, currency, timeZone } = floor.current().file.floor
  const audiences = await access.audiences(principal)
  const may = async (door: 'look' | 'edit' | 'control' | 'administer' | 'read'): Promise<boolean> =>
    (await access.pass(principal, door)) === 'open'
  const reads = await may('read')
  return {
    account:
      account === null
        ? null
        : {
            id: account.id,
            name: account.name,
            email: account.email,
            role: account.role,
            teams: [...account.teams],
            person: account.person,
          },
    setUp: await setUp(),
    floor: { name, locale, currency, timeZone },
    may: {
      look: await may('look'),
      edit: await may('edit'),
      control: await may('control'),
      seeManagers: reads && audiences.includes('managers'),
      seeLeadership: reads && audiences.includes('leadership'),
      administer: await may('administer'),
    },
    providers: oidc === null ? [] : [{ id: 'sso', name: oidc.name }],
    canMail: mailer !== null,
    plainHttp: !transport.secure && !isLoopbackAddress(listenHost),
  }
}

/** Signs whoever asked in by a new session, in place of the one they came with. */
export const enter = async (
  parts: ApiParts,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
): Promise<MeAnswer> => {
  const { access, sessions, cookie } = parts.identity
  const before = request.principal
  if (before.kind === 'person') await sessions.end(before.id, before.session)
  void reply.header('set-cookie', cookie.write(secret, sessionSeconds))
  return await meOf(parts, await access.identify({ token: null, session: secret }))
}

export const sessionRoutes =
  (parts: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const { people, sessions, cookie } = parts.identity
    takeJsonOnly(app)

    app.get(
      '/api/v1/me',
      { schema: routeSchema('Who asks, and what they may do', { answer: MeAnswer }) },
      async ({ principal }) => meOf(parts, principal),
    )
    app.post(
      '/api/v1/sign-in',
      {
        schema: routeSchema('Sign in; the session comes as a cookie', {
          body: SignInRequest,
          answer: MeAnswer,
        }),
      },
      async (request, reply) => {
        const secret = await people.signIn(readBody(SignInRequest, request.body), visitorOf(request))
        return enter(parts, request, reply, secret)
      },
    )
    app.post(
      '/api/v1/sign-out',
      { schema: routeSchema('End the session', {}) },
      async ({ principal }, reply) => {
        if (principal.kind === 'person') await sessions.end(principal.id, principal.session)
        void reply.header('set-cookie', cookie.clear())
        return {}
      },
    )
    app.post(
      '/api/v1/first-admin',
      { schema: routeSchema('Become the first admin', { body: FirstAdminRequest, answer: MeAnswer }) },
      async (request, reply) => {
        const wanted = readBody(FirstAdminRequest, request.body)
        return enter(parts, request, reply, await people.makeFirstAdmin(wanted, visitorOf(request)))
      },
    )

    app.get(
      '/api/v1/me/sessions',
      { schema: routeSchema('Where one is signed in', { answer: SessionsAnswer }) },
      async (request): Promise<z.infer<typeof SessionsAnswer>> => {
        const person = personOf(request)
        const list = await sessions.list(person.id)
        return {
          sessions: list.map(({ id, device, address, startedAt, lastSeen }) => ({
            id,
            device,
            address,
            startedAt,
            lastSeen,
            current: id === person.session,
          })),
        }
      },
    )
    app.delete(
      '/api/v1/me/sessions/:id',
      { schema: routeSchema('Sign out one device', { params: Id }) },
      async (request) => {
        const { id } = Id.parse(request.params)
        if (!(await sessions.end(personOf(request).id, id)))
          throw new ApiError('not-found', 'There is no such session of yours.')
        return {}
      },
    )
    app.delete(
      '/api/v1/me/sessions',
      { schema: routeSchema('Sign out everywhere else', {}) },
      async (request) => {
        const person = personOf(request)
        await sessions.endAll(person.id, person.session)
        return {}
      },
    )
    app.post(
      '/api/v1/me/password',
      { schema: routeSchema('Change one’s password; ends all other sessions', { body: ChangePassword }) },
      async (request) => {
        const { id, session } = personOf(request)
        const change = readBody(ChangePassword, request.body)
        await people.changePassword(id, session, change, visitorOf(request))
        return {}
      },
    )
  }
