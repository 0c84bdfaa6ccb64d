// Runs a feed as a process of the kiosk. When it crashes the wall goes on, and the feed is started again.
import { net, type UtilityProcess, utilityProcess } from 'electron'
import {
  type FeedProcessConfig,
  FeedReady,
  type FeedStop,
  screenTokenVariable,
} from '../../shared/wire/feed-process.ts'
import type { FeedTrouble } from '../../shared/wire/kiosk.ts'
import { choosePort } from './choose-port.ts'
import { askFeedTrouble } from './feed-trouble.ts'
import type { Journal } from './journal.ts'
import { createLastWords } from './last-words.ts'

const restartAfterMs = { first: 500, most: 30_000 }
/** A feed that ran this long was healthy: after its next crash the delays begin from the first again. */
const wellAfterMs = 60_000
/** For finishing its writes; then it is killed, since the kiosk must end within five seconds. */
const closeWithinMs = 3_500

export interface EmbeddedFeed {
  /** Stays the same when the feed restarts, unless another program has taken its port. */
  readonly url: string
  /** What it said when it last began to listen, or had its first admin; null before. */
  readonly said: FeedReady | null
  /** Resolves when the feed listens for the first time. */
  readonly ready: Promise<void>
  /** Null where all is well, and while it starts. */
  trouble(): Promise<FeedTrouble | null>
  close(): Promise<void>
}

export interface EmbeddedFeedOptions {
  /** The bundled `feed-process`. */
  readonly entry: string
  readonly dataDir: string
  readonly preferredPort: number
  /** Where other machines reach it too; null: none does. */
  readonly network: FeedProcessConfig['network']
  /** Opens reading to this kiosk's own wall. */
  readonly screenToken: string
  readonly journal: Journal
  /** The feed moved to another port: the page has to load again to learn its address. */
  readonly onMoved: () => void
  /** It is not started before. */
  readonly mayStart: Promise<void>
}

export async function startEmbeddedFeed(options: EmbeddedFeedOptions): Promise<EmbeddedFeed> {
  const { entry, dataDir, network, screenToken, journal, onMoved } = options
  let port = await choosePort(options.preferredPort)
  let child: UtilityProcess | null = null
  let said: FeedReady | null = null
  let closing = false
  let delayMs = restartAfterMs.first
  let restart: NodeJS.Timeout | undefined
  /** Since it ended before it was ready; null again once it is. */
  let ended: FeedTrouble | null = null
  let announceReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve
  })

  const start = () => {
    const config: FeedProcessConfig = { dataDir, port, network }
    const startedAt = performance.now()
    const lastWords = createLastWords()
    let isReady = false
    const forked = utilityProcess.fork(entry, [JSON.stringify(config)], {
      serviceName: 'Floorboard feed',
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, [screenTokenVariable]: screenToken },
    })
    child = forked
    forked.stderr?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk)
      lastWords.take(String(chunk))
    })
    forked.on('message', (message: unknown) => {
      const parsed = FeedReady.safeParse(message)
      if (!parsed.success) return
      said = parsed.data
      journal.info('the feed is ready', { url: said.url })
      isReady = true
      ended = null
      announceReady()
    })
    forked.once('exit', (code) => {
      child = null
      if (closing) return
      // One that ran is started again at once; that alone is no trouble.
      if (!isReady) ended = { kind: 'ended', said: lastWords.said() }
      if (performance.now() - startedAt > wellAfterMs) delayMs = restartAfterMs.first
      journal.error('the feed has ended', { code, restartInMs: delayMs })
      restart = setTimeout(() => void startAgain(), delayMs)
      delayMs = Math.min(delayMs * 2, restartAfterMs.most)
    })
  }

  const startAgain = async () => {
    const free = await choosePort(port)
    if (closing) return
    const moved = free !== port
    port = free
    start()
    if (moved) onMoved()
  }

  const urlNow = () => `${network === null ? 'http' : 'https'}://127.0.0.1:${port}`

  void options.mayStart.then(() => {
    if (!closing) start()
  })
  return {
    get url() {
      return urlNow()
    },
    get said() {
      return said
    },
    ready,
    trouble: async () => ended ?? (await askFeedTrouble(urlNow(), (url, init) => net.fetch(url, init))),
    async close() {
      closing = true
      clearTimeout(restart)
      if (child !== null) await stop(child)
    },
  }
}

function stop(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill(), closeWithinMs)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.postMessage({ type: 'stop' } satisfies FeedStop)
  })
}
