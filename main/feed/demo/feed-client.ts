// The demo's way into the feed: the public HTTP API and nothing else.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fact } from '../../../shared/wire/fact.ts'
import { FactsAnswer } from '../../../shared/wire/fact.ts'
import { MetricAnswer } from '../../../shared/wire/query.ts'

/** The feed understood and said no; asking again would not help. */
export class FeedRefusal extends Error {
  override readonly name = 'FeedRefusal'
}

export interface FeedClient {
  /** The whole floor's value over all time; null when unknown, undefined when the floor has no such metric. */
  total(metric: string): Promise<number | null | undefined>
  send(facts: readonly Fact[]): Promise<FactsAnswer>
}

export interface FeedClientOptions {
  readonly url: string
  readonly token: string | null
  /** Ends every wait; what was under way rejects with its reason. */
  readonly signal: AbortSignal
  /** Told once when the feed goes away and once when it is back. */
  readonly log: (line: string) => void
}

interface Answer {
  readonly status: number
  readonly text: string
}

const firstPauseMs = 250
const longestPauseMs = 15_000
/** A feed that accepted the connection and then says nothing for this long is as good as away. */
const answerWithinMs = 60_000

/** Too busy, or restarting behind a proxy: worth another try. */
const isPassing = (status: number): boolean => status === 429 || status >= 500

export const createFeedClient = ({ url, token, signal, log }: FeedClientOptions): FeedClient => {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` }

  /** What the feed said, or why it said nothing. */
  const attempt = async (path: string, init: RequestInit): Promise<Answer | string> => {
    const ending = new AbortController()
    const end = (): void => ending.abort()
    const timer = setTimeout(end, answerWithinMs)
    signal.addEventListener('abort', end, { once: true })
    try {
      const headers = { ...authorization, ...init.headers }
      const response = await fetch(new URL(path, url), { ...init, headers, signal: ending.signal })
      const text = await response.text()
      return isPassing(response.status) ? `it answered ${response.status}` : { status: response.status, text }
    } catch (error) {
      signal.throwIfAborted()
      return error instanceof Error ? error.message : String(error)
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
    }
  }

  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      signal.throwIfAborted()
      const answer = await attempt(path, init)
      if (typeof answer !== 'string') {
        if (pauseMs > firstPauseMs) log('The feed is back; the demo goes on.')
        return answer
      }
      if (pauseMs === firstPauseMs) log(`The demo waits for the feed: ${answer}.`)
      await sleep(pauseMs, undefined, { signal })
    }
  }

  const accepted = ({ status, text }: Answer, what: string): unknown => {
    if (status !== 200)
      throw new FeedRefusal(`The feed refused ${what} with ${status}: ${text.slice(0, 300)}`)
    return JSON.parse(text)
  }

  return {
    total: async (metric) => {
      const answer = await ask(`/api/v1/metrics/${metric}?window=all&by=org`)
      if (answer.status === 404) return undefined
      return MetricAnswer.parse(accepted(answer, 'to say how far the demo got')).total
    },
    send: async (facts) => {
      const answer = await ask('/api/v1/facts', {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: facts.map((fact) => `${JSON.stringify(fact)}\n`).join(''),
      })
      return FactsAnswer.parse(accepted(answer, "the demo's facts"))
    },
  }
}
