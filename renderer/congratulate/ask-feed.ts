// Questions to the feed. A refusal is a sentence for whoever reads it, in the language of the page.
import type { z } from 'zod'
import { sayIn } from '../../shared/domain/words/say.ts'
import { ApiErrorBody } from '../../shared/wire/api-error.ts'

export class Refused extends Error {
  override readonly name = 'Refused'
}

const language = (): string => document.documentElement.lang

const didNotWork = (): string => {
  const say = sayIn(language())
  return say({ id: 'page.did-not-work', defaultMessage: 'That did not work. Try again in a moment.' })
}

const unreachable = (): string => {
  const say = sayIn(language())
  return say({ id: 'page.unreachable', defaultMessage: 'The feed cannot be reached. Try again in a moment.' })
}

/** `body` left out only looks. Throws `Refused`. */
export const askFeed = async <S extends z.ZodType>(
  path: string,
  answer: S,
  body?: object,
): Promise<z.output<S>> => {
  const response = await fetch(`/api/v1/${path}`, {
    headers: {
      'accept-language': language(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  }).catch((error) => {
    throw new Refused(unreachable(), { cause: error })
  })
  const said: unknown = await response.json().catch(() => null)
  if (response.ok) return answer.parse(said)
  throw new Refused(ApiErrorBody.safeParse(said).data?.message ?? didNotWork())
}

/** In words, whatever went wrong. */
export const wordsOf = (error: unknown): string => (error instanceof Refused ? error.message : didNotWork())
