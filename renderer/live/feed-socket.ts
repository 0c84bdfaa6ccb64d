// The line to the feed: takes in stage, boards and patches, finds gaps, keeps the clock, reports health, and comes
// back by itself whatever happens. The only place that knows Socket.IO.
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import type { z } from 'zod'
import type { CelebratedMessage } from '../../shared/wire/celebrations/view.ts'
import type { FeedTrouble, RefusedCertificate } from '../../shared/wire/kiosk.ts'
import { RefusedTv } from '../../shared/wire/pairing.ts'
import type { PlaysMessage } from '../../shared/wire/play.ts'
import { HashedPin } from '../../shared/wire/service.ts'
import {
  BoardErrorMessage,
  BoardMessage,
  CommandMessage,
  type FeedToTv,
  type HealthMessage,
  HelloMessage,
  PatchMessage,
  protocolVersion,
  StageMessage,
  SyncAnswer,
  type TvAuth,
  type TvToFeed,
} from '../../shared/wire/socket.ts'
import { readFeedClock } from './clock-sync.ts'
import type { FeedClock } from './feed-clock.ts'
import { createReachWatch, type Reach } from './reach.ts'
import type { Store } from './store.ts'
import { type Wall, withBoard, withBoardError, withPatch, withStage } from './wall.ts'

const syncEveryMs = 4 * 60_000
const healthEveryMs = 30_000
const troubleEveryMs = 10_000
const answerWithinMs = 5000
const firstRetryMs = 1000
const slowestRetryMs = 10_000

interface FeedSocketOptions {
  /** Where the feed is: `http://127.0.0.1:4400`. */
  readonly url: string
  /** Asked at each connection: who this TV is may change. */
  readonly identity: () => Omit<TvAuth, 'protocol'>
  /** It connects once it is told to: `wake`. */
  readonly waits?: boolean
  readonly wall: Store<Wall>
  readonly clock: FeedClock
  readonly running: () => number
  /** Null: it reports none. */
  readonly health: () => HealthMessage | null
  /** Asked when the feed cannot be reached; left out where nobody knows. */
  readonly refusedCertificate?: () => Promise<RefusedCertificate | null>
  /** Asked when the feed cannot be reached, and now and then; left out where nobody knows. */
  readonly feedTrouble?: () => Promise<FeedTrouble | null>
  /** Asked when no line opens; left out where nobody knows. */
  readonly reach?: () => Promise<Reach>
  readonly command?: (message: CommandMessage) => void
  readonly servicePin?: (pin: HashedPin) => void
  /** Takes what is said of celebrations unread: what reads and shows them is loaded after the first board. */
  readonly celebration?: (event: CelebrationEvent, message: unknown) => void
  /** Left out, Socket.IO over the network. */
  readonly open?: OpenSocket
}

export type CelebrationEvent = 'celebrate' | 'retract' | 'media-ahead'

/** Whoever opens another kind of line may change the options. */
export type OpenSocket = (
  url: string,
  options: Partial<ManagerOptions & SocketOptions>,
) => Socket<FeedToTv, TvToFeed>

export interface FeedSocket {
  /** When the feed last said anything, on its own clock; null before the first word. */
  heardAt(): number | null
  /** After a sleep: the line may be dead without knowing, and the clock has stood still. */
  wake(): void
  /** Hangs up until `wake`. */
  rest(): void
  sayHealth(): void
  /** Resolves to whether the feed has kept it. */
  sendPlays(message: PlaysMessage): Promise<boolean>
  /** Resolves to whether the feed has kept it. */
  sendCelebrated(message: CelebratedMessage): Promise<boolean>
  close(): void
}

let isFrameAsked = false

/**
 * Called before a message is worked on: if a frame falls due meanwhile, the change is still drawn in it, and not in the
 * one after it. A hidden page draws no frames, so one at a time is asked for: requests would pile up.
 */
const askForFrame = (): void => {
  if (isFrameAsked) return
  isFrameAsked = true
  requestAnimationFrame(() => {
    isFrameAsked = false
  })
}

export const connectFeed = (options: FeedSocketOptions): FeedSocket => {
  const { wall, clock, running, open = io } = options
  const socket: Socket<FeedToTv, TvToFeed> = open(`${options.url}/tv`, {
    transports: ['websocket'],
    auth: (send) => send({ ...options.identity(), protocol: protocolVersion }),
    autoConnect: options.waits !== true,
    reconnectionDelay: firstRetryMs,
    reconnectionDelayMax: slowestRetryMs,
    randomizationFactor: 0.5,
    timeout: 10_000,
  })
  let heard: number | null = null
  let hello: HelloMessage | null = null
  let retry: ReturnType<typeof setTimeout> | null = null
  let retries = 0
  /** Boards that were asked for again; patches that come before the answer are of no use. */
  const awaited = new Set<string>()
  const reachWatch = createReachWatch(options.reach ?? (async () => ({ kind: 'silent' }) as const))

  /** Words that cannot be read make no number newer. */
  const note = () => {
    if (wall.get().link.state !== 'unreadable') heard = clock.now()
  }

  const resync = (board: string) => {
    if (awaited.has(board)) return
    awaited.add(board)
    socket.emit('resync', { board })
  }

  /** Messages of a feed that this TV cannot read are dropped with a word in the log, one by one. */
  const take =
    <T>(schema: z.ZodType<T>, use: (message: T) => void, otherwise?: () => void) =>
    (raw: unknown) => {
      askForFrame()
      note()
      const parsed = schema.safeParse(raw)
      if (parsed.success) {
        use(parsed.data)
        return
      }
      console.warn('floorboard: the feed sent what this TV cannot read:', parsed.error.message)
      otherwise?.()
    }

  const setUnreadable = () =>
    wall.set((before) => ({ ...before, link: { state: 'unreadable', feed: hello } }))

  const syncClock = async () => {
    const ask = async () => SyncAnswer.parse(await socket.timeout(answerWithinMs).emitWithAck('sync')).now
    const reading = await readFeedClock(ask, running)
    if (reading !== null) {
      clock.set(reading.feedNow, reading.at)
      note()
      // Who tells the time looks at it again: the scene may be another one by the better clock.
      wall.set((before) => ({ ...before }))
    }
  }

  /** Socket.IO does not connect again where the feed has refused or hung up; a TV always does. */
  const retryAlone = () => {
    if (socket.active || retry !== null) return
    const delay = Math.min(slowestRetryMs, firstRetryMs * 2 ** retries) * (0.5 + Math.random())
    retries += 1
    retry = setTimeout(() => {
      retry = null
      socket.connect()
    }, delay)
  }

  const gone = (refused: string | null, pairing: RefusedTv | null = null) => {
    wall.set((before) => {
      const { link } = before
      const isSame = link.state === 'gone' && link.refused === refused
      // A feed that is out of reach takes back nothing of what it said before.
      const isPairing = link.state === 'gone' && link.pairing !== undefined
      if (pairing === null && (isSame || (refused === null && isPairing))) return before
      const since = link.state === 'gone' ? link.since : heard
      return { ...before, link: { state: 'gone', since, refused, ...(pairing !== null && { pairing }) } }
    })
  }

  const lookAtCertificate = async (): Promise<void> => {
    const refused = (await options.refusedCertificate?.()) ?? null
    wall.set((before) => {
      if (before.link.state !== 'gone') return before
      const { certificate, ...link } = before.link
      if (certificate?.fingerprint === refused?.fingerprint) return before
      return { ...before, link: { ...link, ...(refused !== null && { certificate: refused }) } }
    })
  }

  const lookAtTrouble = async (): Promise<void> => {
    if (options.feedTrouble === undefined) return
    const found = await options.feedTrouble()
    wall.set((before) => {
      if (before.link.state === 'unreadable') return before
      const { trouble, ...link } = before.link
      if (trouble?.kind === found?.kind && trouble?.said === found?.said) return before
      return { ...before, link: { ...link, ...(found !== null && { trouble: found }) } }
    })
  }

  const lookAtReach = async (): Promise<void> => {
    const reach = await reachWatch.failed()
    wall.set((before) => {
      if (before.link.state !== 'gone') return before
      const { reach: known, ...link } = before.link
      if (known?.kind === reach?.kind) return before
      return { ...before, link: { ...link, ...(reach !== null && { reach }) } }
    })
  }

  socket.on('connect', () => {
    retries = 0
    reachWatch.opened()
    awaited.clear()
    hello = null
    wall.set((before) => ({ ...before, link: { state: 'connected' } }))
    note()
    void syncClock()
    void lookAtTrouble()
  })
  socket.on('disconnect', (reason) => {
    gone(null)
    // Whoever rests has hung up itself.
    if (reason !== 'io client disconnect') retryAlone()
  })
  socket.on('connect_error', (error) => {
    // Active, Socket.IO tries again by itself: the feed is out of reach. Otherwise the feed has refused, and says why.
    const pairing = RefusedTv.safeParse('data' in error ? error.data : null)
    gone(socket.active ? null : error.message, socket.active || !pairing.success ? null : pairing.data)
    retryAlone()
    void lookAtCertificate()
    void lookAtTrouble()
    if (socket.active) void lookAtReach()
  })
  socket.io.on('ping', note)

  socket.on(
    'hello',
    take(HelloMessage, (message) => {
      hello = message
      if (message.protocol !== protocolVersion) setUnreadable()
    }),
  )
  const takeStage = (stage: StageMessage) => {
    // A first guess, so that the right scene comes up at once; the round trips that follow improve on it.
    if (wall.get().stage === null) clock.set(stage.now, running())
    wall.set((before) => {
      const { link } = before
      return {
        ...withStage(before, stage),
        link: link.state === 'unreadable' ? { state: 'connected' } : link,
      }
    })
  }
  socket.on('stage', take(StageMessage, takeStage, setUnreadable))
  socket.on(
    'board',
    take(BoardMessage, (board) => {
      awaited.delete(board.view.id)
      wall.set((before) => withBoard(before, board))
    }),
  )
  socket.on(
    'board-error',
    take(BoardErrorMessage, (error) => {
      awaited.delete(error.board)
      wall.set((before) => withBoardError(before, error))
    }),
  )
  socket.on(
    'patch',
    take(PatchMessage, (patch) => {
      if (awaited.has(patch.board)) return
      const after = withPatch(wall.get(), patch)
      if (after === null) resync(patch.board)
      else wall.set(() => after)
    }),
  )

  socket.on(
    'command',
    take(CommandMessage, (message) => options.command?.(message)),
  )
  socket.on(
    'service-pin',
    take(HashedPin, (pin) => options.servicePin?.(pin)),
  )
  for (const event of ['celebrate', 'retract', 'media-ahead'] as const)
    socket.on(event, (message: unknown) => {
      askForFrame()
      note()
      options.celebration?.(event, message)
    })

  /** Whether what is sent is acknowledged. */
  const kept = async (
    send: (line: ReturnType<typeof socket.timeout>) => Promise<unknown>,
  ): Promise<boolean> => {
    if (!socket.connected) return false
    try {
      await send(socket.timeout(answerWithinMs))
      return true
    } catch {
      // No answer in time: it is sent again.
      return false
    }
  }

  const sayHealth = (): void => {
    const said = options.health()
    if (said !== null && socket.connected) socket.emit('health', said)
  }
  const health = setInterval(() => {
    if (!socket.connected) return
    sayHealth()
    // Boards that were asked for and never came are asked for again.
    const unanswered = [...awaited]
    awaited.clear()
    for (const board of unanswered) resync(board)
  }, healthEveryMs)
  const trouble = setInterval(() => void lookAtTrouble(), troubleEveryMs)
  const sync = setInterval(() => {
    if (socket.connected) void syncClock()
  }, syncEveryMs)

  return {
    heardAt: () => heard,
    wake: () => {
      socket.disconnect()
      socket.connect()
    },
    rest: () => {
      if (retry !== null) clearTimeout(retry)
      retry = null
      socket.disconnect()
    },
    sayHealth,
    sendPlays: (message) => kept((line) => line.emitWithAck('plays', message)),
    sendCelebrated: (message) => kept((line) => line.emitWithAck('celebrated', message)),
    close: () => {
      clearInterval(health)
      clearInterval(sync)
      clearInterval(trouble)
      if (retry !== null) clearTimeout(retry)
      socket.disconnect()
    },
  }
}
