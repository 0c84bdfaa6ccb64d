// What a route says of itself in the OpenAPI document. Nothing is checked by it: handlers parse with the same schemas.
import { z } from 'zod'
import { ApiErrorBody } from '../../../shared/wire/api-error.ts'

export interface RouteDescription {
  readonly body?: z.ZodType
  readonly consumes?: readonly string[]
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly answer?: z.ZodType
  readonly produces?: readonly string[]
}

/** As it comes over the wire: before defaults are filled in and texts are read. */
const toJsonSchema = (schema: z.ZodType) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-7',
  })
  return rest
}

/** What Fastify keeps with a route; `described` becomes JSON Schema only once somebody asks for the document. */
export const routeSchema = (summary: string, { consumes, produces, ...described }: RouteDescription) => ({
  summary,
  ...(consumes && { consumes: [...consumes] }),
  ...(produces && { produces: [...produces] }),
  described,
})

type Described = Pick<RouteDescription, 'body' | 'params' | 'query' | 'answer'>

/**
 * What `routeSchema` made of a route, as the OpenAPI document says it. All routes at each start would take a fifth of
 * the processor time until a feed is ready.
 */
export const documentedSchema = <Schema extends object>(
  schema: Schema & { readonly described?: Described },
) => {
  const { described, ...rest } = schema
  if (!described) return rest
  const { body, params, query, answer } = described
  return {
    ...rest,
    ...(body && { body: toJsonSchema(body) }),
    ...(params && { params: toJsonSchema(params) }),
    ...(query && { querystring: toJsonSchema(query) }),
    response: {
      ...(answer && { 200: { description: 'Done', ...toJsonSchema(answer) } }),
      default: { description: 'Refused', ...toJsonSchema(ApiErrorBody) },
    },
  }
}
