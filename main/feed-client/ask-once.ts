// One request to a feed, over the public HTTP API and nothing else.
import { askPinned } from './ask-pinned.ts'

export interface FeedAddress {
  /** Such as `http://127.0.0.1:4400`, without a slash at the end. */
  readonly feed: string
  readonly token?: string | undefined
  /** Of a feed whose certificate nobody vouches for; it printed this when it started. */
  readonly feedFingerprint?: string | undefined
}

export interface FeedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly type?: string
  readonly body?: string
  readonly ifMatch?: string
  /** How long it may take; left out, a minute. */
  readonly withinMs?: number
}

export interface FeedAnswer {
  readonly status: number
  readonly text: string
}

/** A feed that accepted the connection and then says nothing for this long is as good as away. */
const usualMs = 60_000

const headersOf = ({ token }: FeedAddress, { type, ifMatch }: FeedRequest): Record<string, string> => ({
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
  ...(type !== undefined && { 'content-type': type }),
  ...(ifMatch !== undefined && { 'if-match': ifMatch }),
})

/** `fetch` itself says "fetch failed"; what failed is in its cause. */
const reasonOf = ({ message, cause }: Error): string => (cause instanceof Error && cause.message) || message

/** The whole answer, or in words why there was none. Rejects only with the reason of `signal`, once that is aborted. */
export const askOnce = async (
  address: FeedAddress,
  request: FeedRequest,
  signal: AbortSignal | null,
): Promise<FeedAnswer | string> => {
  signal?.throwIfAborted()
  const { withinMs = usualMs } = request
  // Not `AbortSignal.any`, which the oldest runtime that runs this does not have.
  const ending = new AbortController()
  const end = (): void => ending.abort(signal?.reason)
  const timer = setTimeout(
    () => ending.abort(new Error(`it did not answer within ${withinMs / 1000} seconds`)),
    withinMs,
  )
  signal?.addEventListener('abort', end, { once: true })
  try {
    if (address.feedFingerprint !== undefined)
      return await askPinned(`${address.feed}${request.path}`, address.feedFingerprint, {
        method: request.method,
        headers: headersOf(address, request),
        body: request.body ?? null,
        signal: ending.signal,
      })
    const response = await fetch(`${address.feed}${request.path}`, {
      method: request.method,
      headers: headersOf(address, request),
      body: request.body ?? null,
      signal: ending.signal,
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    signal?.throwIfAborted()
    // What fetch throws is about the network: our own requests are well-formed.
    if (error instanceof Error) return reasonOf(error)
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}
