// Questions to the feed. A refusal is a sentence for whoever reads it.
import type { z } from 'zod'
import { ApiErrorBody } from '../../shared/wire/api-error.ts'

export class Refused extends Error {
  override readonly name = 'Refused'
}

/** `body` left out only looks. Throws `Refused`. */
export const askFeed = async <S extends z.ZodType>(
  path: string,
  answer: S,
  body?: object,
): Promise<z.output<S>> => {
  const response = await fetch(`/api/v1/${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch((error) => {
    throw new Refused('The feed cannot be reached. Try again in a moment.', { cause: error })
  })
  const said: unknown = await response.json().catch(() => null)
  if (response.ok) return answer.parse(said)
  throw new Refused(ApiErrorBody.safeParse(said).data?.message ?? 'That did not work. Try again in a moment.')
}

/** In words, whatever went wrong. */
export const wordsOf = (error: unknown): string =>
  error instanceof Refused ? error.message : 'That did not work. Try again in a moment.'
