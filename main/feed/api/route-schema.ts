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

export const routeSchema = (summary: string, parts: RouteDescription) => ({
  summary,
  ...(parts.consumes && { consumes: [...parts.consumes] }),
  ...(parts.produces && { produces: [...parts.produces] }),
  ...(parts.body && { body: toJsonSchema(parts.body) }),
  ...(parts.params && { params: toJsonSchema(parts.params) }),
  ...(parts.query && { querystring: toJsonSchema(parts.query) }),
  response: {
    ...(parts.answer && { 200: { description: 'Done', ...toJsonSchema(parts.answer) } }),
    default: { description: 'Refused', ...toJsonSchema(ApiErrorBody) },
  },
})
