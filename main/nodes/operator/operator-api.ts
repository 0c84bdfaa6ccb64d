// `/operator` of any node, at any host name, for whoever runs the deployment; and what nodes ask each other for it.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { z } from 'zod'
import {
  LimitsRequest,
  NewFloorAnswer,
  NewFloorRequest,
  NodeReport,
  OperatorOverview,
  OperatorSignIn,
  RemoveRequest,
} from '../../../shared/wire/operator.ts'
import { consolePath } from '../../feed/access/console-path.ts'
import { answerErrors } from '../../feed/api/answer-errors.ts'
import { ApiError } from '../../feed/api/api-error.ts'
import { BadSetUp } from '../../feed/bad-set-up.ts'
import { floorBackup } from '../../feed/store/postgres/floor-backup.ts'
import {
  createFloor,
  findFloor,
  type ListedFloor,
  limitFloor,
  removeFloor,
} from '../../feed/store/postgres/floors.ts'
import type { PostgresDatabase } from '../../feed/store/postgres/postgres-database.ts'
import { createOperatorAccess } from './operator-access.ts'
import { listNodes, type OverviewParts, overview } from './overview.ts'

export interface OperatorParts extends Omit<OverviewParts, 'database'> {
  readonly database: PostgresDatabase
  /** FLOORBOARD_OPERATOR_TOKEN; undefined: nobody is let in. */
  readonly token: string | undefined
  /** Whether a node asks. */
  readonly isNode: (request: IncomingMessage) => boolean
  /** Who asks, past the proxies that are known. */
  readonly addressOf: (request: IncomingMessage) => string
  /** Where people reach a floor: an origin. */
  readonly originOf: (name: string) => string
  /** `log`: the identity of a floor's log. */
  readonly firstAdminSecret: (log: string) => string
  /** Hands all floors of this node to the others; it takes none until it is started anew. */
  readonly drain: () => void
  /** The built pages; null serves none. */
  readonly rendererDir: string | null
  readonly logger: FastifyBaseLogger
}

export interface Operator {
  /** True where it has answered. It has to see a request as it came. */
  readonly page: (request: IncomingMessage, response: ServerResponse) => boolean
  close(): Promise<void>
}

const pageSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
const yearSeconds = 31_536_000

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD'

const FloorParams = z.object({ name: z.string() })
const NodeParams = z.object({ id: z.coerce.number().int() })

const bodyOf = <S extends z.ZodType>(schema: S, { body }: FastifyRequest): z.output<S> => {
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    throw new ApiError('bad-body', `This is not what is asked for: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** What whoever asks can mend. */
const orRefuse = async <T>(code: 'bad-body' | 'not-found', work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    throw error instanceof BadSetUp ? new ApiError(code, error.message, {}, { cause: error }) : error
  }
}

/** A page of another site, or of a floor at another name, does nothing in the operator's name. */
const isOwnPage = ({ origin, host, ...headers }: IncomingMessage['headers']): boolean => {
  if (origin === undefined || !URL.canParse(origin)) return headers['sec-fetch-site'] === 'same-origin'
  return [host, headers['x-forwarded-host']].includes(new URL(origin).host)
}

const isSecure = ({ headers }: FastifyRequest): boolean => headers['x-forwarded-proto'] === 'https'

const pageRoutes = (app: FastifyInstance, rendererDir: string): void => {
  void app.register(fastifyStatic, { root: join(rendererDir, 'operator'), serve: false, cacheControl: false })
  app.get('/operator', (_request, reply) => reply.redirect('/operator/'))
  app.get('/operator/', (_request, reply) =>
    reply
      .headers({ 'content-security-policy': pageSecurity, 'cache-control': 'no-cache' })
      .sendFile('index.html'),
  )
  app.get<{ Params: { '*': string } }>('/operator/assets/*', (request, reply) =>
    reply
      .header('cache-control', `public, max-age=${yearSeconds}, immutable`)
      .sendFile(`assets/${request.params['*']}`),
  )
}

/** For other nodes alone. */
const nodeRoutes = (app: FastifyInstance, { isNode, report, drain }: OperatorParts): void => {
  const check = (request: FastifyRequest): void => {
    if (!isNode(request.raw)) throw new ApiError('unauthorized', 'This is for the nodes of the deployment.')
  }
  app.get('/node/floors', async (request) => {
    check(request)
    return NodeReport.parse(report())
  })
  app.post('/node/drain', async (request) => {
    check(request)
    drain()
    return {}
  })
}

const floorRoutes = (app: FastifyInstance, parts: OperatorParts): void => {
  const { database, clock, originOf, firstAdminSecret } = parts
  const found = (request: FastifyRequest): Promise<ListedFloor> =>
    orRefuse('not-found', findFloor(database, FloorParams.parse(request.params).name))

  app.post('/operator/api/floors', async (request, reply) => {
    const { name, limits } = bodyOf(NewFloorRequest, request)
    const made = await orRefuse('bad-body', createFloor(database, name, limits))
    void reply.code(201)
    return NewFloorAnswer.parse({
      name: made.name,
      firstAdminUrl: `${originOf(made.name)}${consolePath('first-admin', firstAdminSecret(made.identity))}`,
    })
  })
  app.post('/operator/api/floors/:name/limits', async (request) => {
    const { name } = await found(request)
    await limitFloor(database, name, bodyOf(LimitsRequest, request).limits)
    return {}
  })
  app.post('/operator/api/floors/:name/remove', async (request) => {
    const { floor, name } = await found(request)
    if (bodyOf(RemoveRequest, request).name.trim().toLowerCase() !== name)
      throw new ApiError('bad-body', 'That is not its name: nothing was removed.')
    await removeFloor(database, floor)
    return {}
  })
  app.get('/operator/api/floors/:name/backup', async (request, reply) => {
    const { name } = await found(request)
    const now = new Date(clock.now())
    const file = `${name}-${now.toISOString().slice(0, 10)}.floor.gz`
    return reply
      .type('application/gzip')
      .header('content-disposition', `attachment; filename="${file}"`)
      .send(floorBackup(database, name, now))
  })
}

const drainRoute = (app: FastifyInstance, parts: OperatorParts): void => {
  const { database, id: own, proof, drain } = parts
  app.post('/operator/api/nodes/:id/drain', async (request) => {
    const { id } = NodeParams.parse(request.params)
    const nodes = await listNodes(database)
    const node = nodes.find((each) => each.id === id)
    if (node === undefined) throw new ApiError('not-found', 'There is no such node any more.')
    if (nodes.length === 1)
      throw new ApiError('in-use', 'It is the only node: start another one first, to take its floors.')
    if (id === own()) {
      drain()
      return {}
    }
    const response = await fetch(`${node.url}/node/drain`, {
      ...{ method: 'POST', headers: proof, redirect: 'error' as const },
      signal: AbortSignal.timeout(5000),
    }).catch(() => null)
    if (response?.ok !== true) throw new ApiError('too-busy', `${node.name} does not answer.`)
    return {}
  })
}

export const openOperator = async (parts: OperatorParts): Promise<Operator> => {
  const { token, clock, addressOf, rendererDir, logger } = parts
  const access = createOperatorAccess(token, clock)
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64_000,
  })
  answerErrors(app)
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      ...{
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
      'x-frame-options': 'DENY',
    })
  })
  nodeRoutes(app, parts)
  if (rendererDir !== null) pageRoutes(app, rendererDir)

  const withCookie = (reply: FastifyReply, cookie: string): object => {
    reply.header('set-cookie', cookie)
    return {}
  }
  app.post('/operator/api/session', async (request, reply) => {
    if (!isOwnPage(request.headers))
      throw new ApiError('foreign-origin', 'Pages of other sites may not write here.')
    const { token: given } = bodyOf(OperatorSignIn, request)
    return withCookie(reply, access.signIn(given, addressOf(request.raw), isSecure(request)))
  })
  app.delete('/operator/api/session', async (request, reply) =>
    withCookie(reply, access.signOut(isSecure(request))),
  )
  void app.register(async (guarded) => {
    guarded.addHook('onRequest', async (request) => {
      const by = access.check(request.headers, addressOf(request.raw))
      if (by === 'session' && !isSafe(request.method) && !isOwnPage(request.headers))
        throw new ApiError('foreign-origin', 'Pages of other sites may not write here.')
    })
    guarded.get('/operator/api/overview', async () => OperatorOverview.parse(await overview(parts)))
    floorRoutes(guarded, parts)
    drainRoute(guarded, parts)
  })
  await app.ready()
  return {
    page: (request, response) => {
      const path = request.url?.split('?')[0] ?? ''
      if (!/^\/operator(\/|$)|^\/node\/(floors|drain)$/.test(path)) return false
      app.routing(request, response)
      return true
    },
    close: () => app.close(),
  }
}
