// What a TV asks over HTTP: there and back, each some time on its way. A feed that is away, or dies over it, gives no answer.
import type { Random } from '../../main/feed/demo/world/random.ts'
import type { PostAnswer } from '../../renderer/tv/pairing/pairing-run.ts'
import type { FeedLife } from './feed-life.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import type { Machine, VirtualTime } from './virtual-time.ts'

interface PostParts {
  readonly time: VirtualTime
  readonly random: Random
  readonly network: SimulatedNetwork
  readonly life: FeedLife
  readonly tv: Machine
}

const noAnswer: PostAnswer = { ok: false, retryAfterMs: null, refused: null }
/** When a TV's machine gives up. */
const givesUpMs = 8000

export const createPost =
  ({ time, random, network, life, tv }: PostParts) =>
  (path: string, body: unknown): Promise<PostAnswer> =>
    new Promise((resolve) => {
      const feed = life.feed()
      time.after(tv, givesUpMs, 'gives up', () => resolve(noAnswer))
      if (feed === null || network.isDown) return
      const delay = () => random.between(0.1, network.slowestMs)
      time.after(feed.machine, delay(), `is asked ${path}`, () => {
        const answer = feed.pairing.post(path, body)
        time.after(tv, delay(), 'is answered', () => resolve(answer))
      })
    })
