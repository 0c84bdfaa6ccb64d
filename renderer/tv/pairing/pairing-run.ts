// Asks the feed for a code, then whether a manager has typed it; for another code once one has ended. It never gives up:
// nobody is there to press anything.
import { ApiErrorBody } from '../../../shared/wire/api-error.ts'
import { type NewTv, PairingAnswer, PairingState } from '../../../shared/wire/pairing.ts'
import { createStore, type Store } from '../../live/store.ts'

/** Instants are of this machine's running time, ms, which nobody can set. */
export type Pairing =
  | { readonly state: 'asking' }
  /** `isBusy`: it answers, and asks for patience. `refused`: it answers, and says why not; null where it says nothing. */
  | { readonly state: 'unreachable'; readonly isBusy: boolean; readonly refused: string | null }
  | {
      readonly state: 'shown'
      readonly code: string
      readonly url: string
      readonly console: string
      readonly askedAt: number
      readonly endsAt: number
      readonly isFound: boolean
    }
  | { readonly state: 'paired'; readonly screen: string }

interface PairingRunOptions {
  readonly tv: () => NewTv
  readonly running: () => number
  readonly post: (path: string, body: unknown) => Promise<PostAnswer>
  readonly wait: (ms: number) => Promise<void>
  readonly onPaired: (paired: { readonly token: string; readonly screen: string }) => void
}

/** `retryAfterMs`: the feed answers so when it is asked too often. `refused`: it says why it may not be asked from here. */
export type PostAnswer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly retryAfterMs: number | null; readonly refused: string | null }

export interface PairingRun {
  readonly now: Store<Pairing>
  close(): void
}

const noWord = { retryAfterMs: null, refused: null } as const

const pollEveryMs = 1500
const retryMs = 3000
/** So many polls in a row that are not answered: the code on the wall may be good no more. */
const mostMisses = 8

export const runPairing = (options: PairingRunOptions): PairingRun => {
  const { tv, running, post, wait, onPaired } = options
  const now = createStore<Pairing>({ state: 'asking' })
  let isClosed = false

  /** Polls until the code ends, in whichever way. */
  const follow = async (answer: PairingAnswer, askedAt: number): Promise<void> => {
    const endsAt = askedAt + answer.expiresAt - answer.now
    const { code, url, console: address } = answer
    const show = (isFound: boolean) =>
      now.set((before) =>
        before.state === 'shown' && before.code === code && before.isFound === isFound
          ? before
          : { state: 'shown', code, url, console: address, askedAt, endsAt, isFound },
      )
    show(false)
    for (let misses = 0; !isClosed && misses < mostMisses; ) {
      await wait(pollEveryMs)
      if (isClosed) return
      const reply = await post('/api/v1/pairings/state', { secret: answer.secret })
      const parsed = reply.ok ? PairingState.safeParse(reply.body) : null
      if (!parsed?.success) {
        misses += 1
        if (running() >= endsAt) return
        continue
      }
      misses = 0
      const state = parsed.data
      if (state.state === 'gone') return
      if (state.state === 'paired') {
        isClosed = true
        now.set(() => ({ state: 'paired', screen: state.screen }))
        onPaired(state)
        return
      }
      show(state.state === 'found')
    }
  }

  const run = async (): Promise<void> => {
    while (!isClosed) {
      const askedAt = running()
      const reply = await post('/api/v1/pairings', tv())
      if (isClosed) return
      const parsed = reply.ok ? PairingAnswer.safeParse(reply.body) : null
      if (parsed?.success) {
        await follow(parsed.data, askedAt)
        continue
      }
      const { retryAfterMs, refused } = reply.ok ? noWord : reply
      now.set(() => ({ state: 'unreachable', isBusy: retryAfterMs !== null, refused }))
      await wait(retryAfterMs ?? retryMs)
    }
  }
  void run()

  return {
    now,
    close: () => {
      isClosed = true
    },
  }
}

/** Asks a feed over HTTP. A feed that is out of reach, or answers something else, is no error here. */
export const postTo =
  (feedUrl: string) =>
  async (path: string, body: unknown): Promise<PostAnswer> => {
    try {
      const answer = await fetch(`${feedUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
      })
      if (answer.ok) return { ok: true, body: await answer.json() }
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
      const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : null
      const refusal = ApiErrorBody.safeParse(answer.status === 403 ? await answer.json() : null)
      return { ok: false, retryAfterMs, refused: refusal.data?.message ?? null }
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return { ok: false, ...noWord }
      throw error
    }
  }
