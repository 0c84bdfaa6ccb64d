// What a feed is given, and what it offers to whoever started it.
import type { Server } from 'node:http'
import type { Logger } from 'pino'
import type { FloorLimits } from '../../shared/wire/floor-limits.ts'
import type { SourceVendor } from '../../shared/wire/source.ts'
import type { MailSettings } from './access/mailer.ts'
import type { OidcSettings } from './access/oidc.ts'
import type { FeedMetrics } from './api/feed-metrics.ts'
import type { FirstVotes } from './awards/kept-awards.ts'
import type { Clock } from './clock.ts'
import type { LogParts } from './open-store.ts'
import type { KeptFolder } from './store/kept-folder.ts'
import type { Store } from './store/store.ts'
import type { TransportSettings } from './transport.ts'
import type { RestingServer } from './when-asked.ts'

export interface FeedConfig {
  readonly dataDir: string
  readonly host: string
  /** 0 lets the system choose one. */
  readonly port: number
  /** Opens the log of a floor in a database; left out, that of the folder. */
  readonly openLog?: ((parts: LogParts) => Promise<Store>) | undefined
  /** What keeps the folder; left out, it is the floor's own. */
  readonly kept?: KeptFolder | undefined
  /** What it may use, as that stands; left out, all that there is. */
  readonly limits?: (() => FloorLimits) | undefined
  /** Bytes that it keeps, as they were measured last; left out, none. */
  readonly usedBytes?: (() => number) | undefined
  /** Where requests come in for several floors; left out, it listens at `host` and `port` itself. */
  readonly front?: Front | undefined
  readonly clock: Clock
  readonly logger: Logger
  /** The built TV; null serves none. */
  readonly rendererDir: string | null
  /** The fonts of printed sheets, as they were built; left out or null prints none. */
  readonly sheetFontsDir?: string | null | undefined
  /** What a thread runs that works on dropped files, as it was built; left out or null, the feed does it itself. */
  readonly fileThreadCode?: string | null | undefined
  readonly version: string
  /** What the first admin's link carries; left out, one that is made with each start where one is needed. */
  readonly firstAdminSecret?: string | undefined
  /** Opens every door to the parties of this process. */
  readonly ephemeralToken?: string | undefined
  /** Opens reading to the wall that this process starts. */
  readonly ephemeralScreenToken?: string | undefined
  /** Left out: plain HTTP on the machine itself, TLS by a certificate of its own everywhere else. */
  readonly transport?: TransportSettings | undefined
  readonly oidc?: OidcSettings | undefined
  readonly mail?: MailSettings | undefined
  /** A folder in which the floor's messages by mail stay, where there is no mail server. */
  readonly mailbox?: string | undefined
  /** By which others reach it, beside the machine's own names. */
  readonly names?: readonly string[] | undefined
  /** Where people reach it, such as `https://wall.northwind.example`: its name and its pages are the feed's own. */
  readonly publicUrl?: string | undefined
  /** Whether webhooks may lead into local networks, and sources lie there, also by plain HTTP. */
  readonly allowLocalWebhooks?: boolean | undefined
  /** What secrets are kept with; left out, a key is made and kept in the folder. */
  readonly secretKey?: string | undefined
  /** Another Slack than the usual one, such as GovSlack. */
  readonly slackApi?: string | undefined
  /** Where another HubSpot than the usual one is reached, without a slash at the end. */
  readonly hubspotApi?: string | undefined
  /** The same of other vendors. */
  readonly sourceApis?: Partial<Readonly<Record<SourceVendor, string>>> | undefined
  /** The floor of a brand-new data folder, instead of an empty one. */
  readonly firstFloorText?: string | undefined
  /** Nominations and votes of a brand-new data folder; none where it is left out. */
  readonly firstVotes?: FirstVotes | undefined
  /** Ends whatever invents the demo's facts: somebody begins a floor of their own in its place. */
  readonly leaveDemo?: (() => Promise<void>) | undefined
}

/** Takes what is emitted on it. Closed while nobody uses it, it is there again for whoever asks. */
export interface FrontedServer extends RestingServer {
  readonly server: Server
}

/** Takes requests in for several floors, and hands each to the server of its floor. */
export interface Front {
  /** As this machine reaches it. */
  readonly url: string
  take(server: FrontedServer): void
}

export interface Feed {
  /** As this machine reaches it, without a slash at the end. */
  readonly url: string
  /** As people reach it, where somebody has said so. */
  readonly publicUrl: string | null
  /** As links in messages begin: how people reach it, as far as it knows. */
  readonly origin: string
  /** Where the first admin signs up, while there is none: with the secret that it takes, where it takes one. */
  readonly firstAdminUrl: string | null
  hasAdmin(): Promise<boolean>
  /** What the floor is called now. */
  floorName(): string
  readonly metrics: FeedMetrics
  /** Why it cannot write, a part of a sentence; null where it can. */
  trouble(): string | null
  /** On the socket. */
  tvs(): number
  /** That came in within the last minute. */
  factsLastMinute(): number
  /** Of its certificate, SHA-256 in hexadecimal with colons; null where it speaks plain HTTP. */
  readonly fingerprint: string | null
  /** Whether other machines reach it without TLS. */
  readonly plainHttp: boolean
  /** A source of this process is sending its past (true), or is done: until then boards claim nothing. */
  noteHistory(isComing: boolean): void
  /** Stops taking requests, lets those in hand finish, writes the snapshot. */
  close(): Promise<void>
}
