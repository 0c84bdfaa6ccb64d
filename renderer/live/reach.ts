// Why no line to the feed opens, which a browser does not say: asked by HTTP, which the feed answers in words.
import { ApiErrorBody } from '../../shared/wire/api-error.ts'
import { ReachAnswer } from '../../shared/wire/reach.ts'

/** `refused`: in the feed's words. `silent`: nothing that is a feed answers. */
export type Reach =
  | { readonly kind: 'open' }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'silent' }

/** The feed answers, and no line to it opens. `blocked`: what stands before it lets no WebSocket through. */
export type NoLine = { readonly kind: 'refused'; readonly said: string } | { readonly kind: 'blocked' }

const withinMs = 5000

export const readReach = (status: number, body: unknown): Reach => {
  if (status === 200 && ReachAnswer.safeParse(body).success) return { kind: 'open' }
  const refusal = ApiErrorBody.safeParse(body)
  return status === 403 && refusal.success
    ? { kind: 'refused', said: refusal.data.message }
    : { kind: 'silent' }
}

export const askReach = async (feedUrl: string): Promise<Reach> => {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), withinMs)
  try {
    const answer = await fetch(`${feedUrl}/api/v1/reach`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      cache: 'no-store',
      credentials: 'omit',
      signal: patience.signal,
    })
    return readReach(answer.status, await answer.json())
  } catch (error) {
    // Out of reach, too slow, or in another language than JSON.
    const isExpected =
      error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException
    if (isExpected) return { kind: 'silent' }
    throw error
  } finally {
    clearTimeout(timer)
  }
}

interface ReachWatch {
  /** Once more, no line has opened: why, as far as can be told. */
  failed(): Promise<NoLine | null>
  opened(): void
}

/**
 * A feed that is just starting answers an instant after its line was refused. So a line counts as blocked only where the feed
 * had answered, and the next try failed all the same.
 */
export const createReachWatch = (ask: () => Promise<Reach>): ReachWatch => {
  let answeredBefore = false
  return {
    failed: async () => {
      const reach = await ask()
      const isBlocked = reach.kind === 'open' && answeredBefore
      answeredBefore = reach.kind === 'open'
      if (reach.kind === 'refused') return reach
      return isBlocked ? { kind: 'blocked' } : null
    },
    opened: () => {
      answeredBefore = false
    },
  }
}
