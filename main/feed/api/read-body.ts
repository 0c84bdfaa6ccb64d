// What a short JSON body holds, or a sentence about what is wrong with it.
import type { z } from 'zod'
import { ApiError } from './api-error.ts'

/** Bodies that people's pages send are short; whoever sends more is no page. */
export const shortBody = { bodyLimit: 32 * 1024 }

export const readBody = <T extends z.ZodType>(schema: T, body: unknown): z.output<T> => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new ApiError(
    'bad-body',
    `The body is not what is taken here: ${place === '' ? '' : `${place}: `}${issue?.message ?? 'it is empty'}.`,
  )
}
