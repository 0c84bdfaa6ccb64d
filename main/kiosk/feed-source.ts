// The feed that the wall shows: one on the network, or one that the kiosk runs itself.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { FeedAddress, FeedTrouble } from '../../shared/wire/kiosk.ts'
import { startEmbeddedFeed } from './embedded-feed.ts'
import type { Journal } from './journal.ts'
import type { KioskOptions } from './options.ts'

const preferredPort = 4400
/** Afterwards the page starts with its last numbers and keeps connecting, as with any feed that is away. */
const waitAtMostMs = 2_000

export interface FeedSource {
  /** `http(s)://host:port`, known from the start. */
  origin(): string
  /** Resolves once the feed is ready, or after two seconds. */
  address(): Promise<FeedAddress>
  /** What is wrong with a feed of the kiosk's own. */
  trouble(): Promise<FeedTrouble | null>
  close(): Promise<void>
}

export interface FeedSourceOptions {
  readonly options: KioskOptions
  readonly dist: string
  readonly userData: string
  readonly journal: Journal
  readonly onMoved: () => void
}

export async function openFeedSource(source: FeedSourceOptions): Promise<FeedSource> {
  const { options, dist, userData, journal, onMoved } = source
  const { token = null, screen = null } = options
  if (options.feed !== undefined) {
    const { origin } = new URL(options.feed)
    return {
      origin: () => origin,
      address: () => Promise.resolve({ url: origin, token, screen }),
      trouble: () => Promise.resolve(null),
      close: () => Promise.resolve(),
    }
  }
  const screenToken = `fb_screen_${randomBytes(24).toString('base64url')}`
  const feed = await startEmbeddedFeed({
    entry: join(dist, 'feed-process.cjs'),
    dataDir: options.data ?? join(userData, 'floor'),
    preferredPort: options.port ?? preferredPort,
    screenToken,
    journal,
    onMoved,
  })
  return {
    origin: () => feed.url,
    address: async () => {
      await Promise.race([feed.ready, setTimeout(waitAtMostMs)])
      return { url: feed.url, token: token ?? screenToken, screen }
    },
    trouble: feed.trouble,
    close: feed.close,
  }
}
