// Asks the kiosk's own feed how it is. One that does not answer is away, which the page notices by itself.
import { FeedHealth } from '../../shared/wire/feed-health.ts'
import type { FeedTrouble } from '../../shared/wire/kiosk.ts'

const answerWithinMs = 5_000

export const troubleIn = ({ status, reason, damaged }: FeedHealth): FeedTrouble | null => {
  if (status === 'refusing') return { kind: 'refusing', said: reason ?? null }
  return damaged !== undefined && damaged.entries > 0 ? { kind: 'gap', said: null } : null
}

/** `feedUrl`: without a slash at the end. `fetch`: the shell's, which knows the feed's certificate. */
export async function askFeedTrouble(
  feedUrl: string,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<FeedTrouble | null> {
  const answer = await fetch(`${feedUrl}/healthz`, { signal: AbortSignal.timeout(answerWithinMs) }).catch(
    () => null,
  )
  const health = FeedHealth.safeParse(await answer?.json().catch(() => null))
  return health.success ? troubleIn(health.data) : null
}
