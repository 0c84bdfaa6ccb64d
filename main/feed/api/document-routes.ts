// The OpenAPI document. Few ever ask for it, and it says the same of every floor: it is made when it is first asked for, of routes
// that serve nobody, and kept for all floors of the process.
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { registerRoutes } from './all-routes.ts'
import type { ApiParts } from './api-parts.ts'
import { documentedSchema } from './route-schema.ts'

const describeRoutes = async (parts: ApiParts): Promise<string> => {
  const app: FastifyInstance = Fastify({ exposeHeadRoutes: false })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Floorboard', version: parts.version } },
    transform: ({ schema, url }) => ({ schema: documentedSchema(schema), url }),
  })
  await registerRoutes(app, parts)
  await app.ready()
  const text = JSON.stringify(app.swagger())
  await app.close()
  return text
}

/** By the version of the feed. */
const documents = new Map<string, Promise<string>>()

const documentOf = (parts: ApiParts): Promise<string> => {
  const known = documents.get(parts.version)
  if (known !== undefined) return known
  const made = describeRoutes(parts)
  documents.set(parts.version, made)
  made.catch(() => documents.delete(parts.version))
  return made
}

export const documentRoutes =
  (parts: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get('/api/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(await documentOf(parts)),
    )
  }
