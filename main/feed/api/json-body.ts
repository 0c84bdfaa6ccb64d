// Bodies of requests that a person makes: JSON of a few lines.
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { ApiError } from './api-error.ts'

const maxBytes = 64 * 1024

/** Of routes whose bodies are shorter still, by TVs that nobody knows yet. */
export const shortBody = { bodyLimit: 32 * 1024 }

/** No form that a page of another site could send without asking. */
export const takeJsonOnly = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: maxBytes },
    (_request, text, done) => {
      try {
        done(null, String(text).trim() === '' ? {} : JSON.parse(String(text)))
      } catch (error) {
        done(
          error instanceof SyntaxError ? new ApiError('bad-json', 'The body is not JSON.') : toError(error),
        )
      }
    },
  )
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

/** Throws `bad-body` with the first fault and its place. */
export const readBody = <S extends z.ZodType>(schema: S, body: unknown): z.output<S> => {
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.')
  throw new ApiError('bad-body', `${place ? `${place}: ` : ''}${issue?.message ?? 'The body is refused.'}`)
}
