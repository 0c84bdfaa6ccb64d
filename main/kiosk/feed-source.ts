// The feed that the wall shows: one on the network, or one that the kiosk runs itself. Null until somebody has chosen.
import { randomBytes, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { FeedProcessConfig } from '../../shared/wire/feed-process.ts'
import type { FeedAddress, FeedTrouble, NewFloor } from '../../shared/wire/kiosk.ts'
import { type EmbeddedFeed, startEmbeddedFeed } from './embedded-feed.ts'
import type { Journal } from './journal.ts'
import type { KioskOptions } from './options.ts'
import type { SetUp } from './set-up/set-up-file.ts'

const preferredPort = 4400
/** Afterwards the page starts with its last numbers and keeps connecting, as with any feed that is away. */
const waitAtMostMs = 2_000

/** Where the feed is, and what opens it to a wall that has not been paired. */
export type FeedAccess = Pick<FeedAddress, 'url' | 'token'>

export interface FeedSource {
  /** `http(s)://host:port`, known from the start. */
  origin(): string
  /** Of the one certificate that is taken there; undefined where Chromium judges. */
  fingerprint(): string | undefined
  /** Resolves once the feed is ready, or after two seconds. */
  address(): Promise<FeedAccess>
  /** Null where the floor is another's, or has its admin. */
  newFloor(): NewFloor | null
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
  /** A feed of the kiosk's own is not started before. */
  readonly mayStart: Promise<void>
}

/** A feed on the network. */
function remoteSource(origin: string, fingerprint: string | undefined, options: KioskOptions): FeedSource {
  const { token = null } = options
  return {
    origin: () => origin,
    fingerprint: () => fingerprint,
    address: async () => ({ url: origin, token }),
    newFloor: () => null,
    trouble: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  }
}

const newFloorOf = ({ said }: EmbeddedFeed): NewFloor | null => {
  if (said === null || said.console === null || said.firstAdminUrl === null) return null
  return { console: said.console, firstAdminUrl: said.firstAdminUrl }
}

/** Of the certificate that the feed has made for itself; a page may ask before the feed has said that it listens. */
function keptFingerprint(dataDir: string): string | undefined {
  const path = join(dataDir, 'tls-cert.pem')
  return existsSync(path) ? new X509Certificate(readFileSync(path)).fingerprint256 : undefined
}

/** A feed that this kiosk runs. */
async function embeddedSource(
  source: FeedSourceOptions,
  network: FeedProcessConfig['network'],
): Promise<FeedSource> {
  const { options, dist, userData, journal, onMoved, mayStart } = source
  const { token = null } = options
  const dataDir = options.data ?? join(userData, 'floor')
  const screenToken = `fb_screen_${randomBytes(24).toString('base64url')}`
  const feed = await startEmbeddedFeed({
    entry: join(dist, 'feed-process.cjs'),
    dataDir,
    preferredPort: options.port ?? preferredPort,
    network,
    screenToken,
    journal,
    onMoved,
    mayStart,
  })
  return {
    origin: () => feed.url,
    fingerprint: () => (network !== null ? (feed.said?.fingerprint ?? keptFingerprint(dataDir)) : undefined),
    address: async () => {
      await Promise.race([feed.ready, setTimeout(waitAtMostMs)])
      return { url: feed.url, token: token ?? screenToken }
    },
    newFloor: () => newFloorOf(feed),
    trouble: feed.trouble,
    close: feed.close,
  }
}

/** Null where neither the start nor the set-up of this TV says which. */
export async function openFeedSource(
  source: FeedSourceOptions,
  setUp: SetUp | null,
): Promise<FeedSource | null> {
  const { options } = source
  if (options.feed !== undefined)
    return remoteSource(new URL(options.feed).origin, options['feed-fingerprint'], options)
  if (options.data !== undefined && setUp?.kind !== 'this-computer') return embeddedSource(source, null)
  if (setUp === null) return null
  if (setUp.kind === 'this-computer')
    return embeddedSource(source, { host: options['network-address'] ?? '0.0.0.0' })
  return remoteSource(new URL(setUp.url).origin, setUp.fingerprint ?? undefined, options)
}
