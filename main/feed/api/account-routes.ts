// Accounts, for admins, and new passwords for those who lost theirs.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  AccountChange,
  AccountsAnswer,
  MeAnswer,
  NewPassword,
  ResetLinkAnswer,
  ResetRequest,
} from '../../../shared/wire/accounts.ts'
import { byOf } from '../access/principal.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { consoleLink } from './console-link.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { resetMail } from './mail-words.ts'
import { routeSchema } from './route-schema.ts'
import { enter, visitorOf } from './session-routes.ts'

const Id = z.object({ id: z.string() })
const Secret = z.object({ secret: z.string().max(200) })

const unknownAccount = () => new ApiError('not-found', 'There is no such account.')

const done = (result: 'done' | 'unknown' | 'last-admin'): object => {
  if (result === 'unknown') throw unknownAccount()
  if (result === 'last-admin')
    throw new ApiError('last-admin', 'This is the last admin; make somebody else one first.')
  return {}
}

export const accountRoutes =
  (parts: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const { accounts, people, mailer, mayMail } = parts.identity
    takeJsonOnly(app)

    const sendResetMail = async (request: FastifyRequest, email: string): Promise<void> => {
      if (mailer === null || !mayMail(email, request.ip)) return
      const account = await accounts.accountWithEmail(email)
      if (account === null) return
      const { secret } = await people.makeResetLink(account, 'mail')
      const link = consoleLink(request, parts, 'reset', secret)
      await mailer.send(account.email, ...resetMail(parts.floor.current().file.floor, link))
    }

    app.get(
      '/api/v1/accounts',
      { schema: routeSchema('Who may sign in', { answer: AccountsAnswer }) },
      async (): Promise<z.infer<typeof AccountsAnswer>> => ({
        accounts: (await accounts.accounts()).map(({ id, name, email, role, teams, person, lastSeen }) => ({
          id,
          name,
          email,
          role,
          teams: [...teams],
          person,
          lastSeen,
        })),
      }),
    )
    app.patch(
      '/api/v1/accounts/:id',
      { schema: routeSchema('Change an account', { params: Id, body: AccountChange }) },
      async (request) => {
        const { name, role, teams, person } = readBody(AccountChange, request.body)
        return done(
          await accounts.editAccount(Id.parse(request.params).id, {
            ...(name !== undefined && { name }),
            ...(role !== undefined && { role }),
            ...(teams !== undefined && { teams }),
            ...(person !== undefined && { person }),
          }),
        )
      },
    )
    app.delete(
      '/api/v1/accounts/:id',
      { schema: routeSchema('Remove an account; ends its sessions', { params: Id }) },
      async (request) => done(await accounts.removeAccount(Id.parse(request.params).id)),
    )

    app.post(
      '/api/v1/accounts/:id/reset-link',
      { schema: routeSchema('A link to choose a new password by', { params: Id, answer: ResetLinkAnswer }) },
      async (request): Promise<z.infer<typeof ResetLinkAnswer>> => {
        const account = await accounts.account(Id.parse(request.params).id)
        if (account === null) throw unknownAccount()
        const { secret, expiresAt } = await people.makeResetLink(account, byOf(request.principal))
        return { link: consoleLink(request, parts, 'reset', secret), expiresAt }
      },
    )
    app.post(
      '/api/v1/password-resets',
      { schema: routeSchema('Ask for a link by mail; always answered alike', { body: ResetRequest }) },
      async (request) => {
        const { email } = readBody(ResetRequest, request.body)
        // Not waited for: how long it takes would say whether there is such an account.
        sendResetMail(request, email).catch((error) => request.log.error({ err: error }, 'no reset mail'))
        return {}
      },
    )
    app.post(
      '/api/v1/password-resets/:secret',
      {
        schema: routeSchema('Choose a new password; ends all sessions of the account', {
          params: Secret,
          body: NewPassword,
          answer: MeAnswer,
        }),
      },
      async (request, reply) => {
        const { secret } = Secret.parse(request.params)
        const { password } = readBody(NewPassword, request.body)
        return enter(parts, request, reply, await people.resetPassword(secret, password, visitorOf(request)))
      },
    )
  }
