// What the kiosk does for the page it shows: `window.kiosk`, which exists nowhere else.
import { z } from 'zod'
import type { Recoveries } from './recoveries.ts'
import type { HashedPin, ServiceFacts, ServiceRequest, ServiceState, WrongPins } from './service.ts'

/** Where the page finds its feed. Null `token`: it sends none. Null `screen`: it shows the floor's first. */
export const FeedAddress = z.object({
  url: z.url({ protocol: /^https?$/ }),
  token: z.string().max(200).nullable(),
  screen: z.string().max(60).nullable(),
})
export type FeedAddress = z.infer<typeof FeedAddress>

/** In characters of JSON. More than any real floor needs, and still written in a moment. */
export const lastGoodLimit = 8 * 1024 * 1024

const isJsonObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

export const LastGood = z.string().max(lastGoodLimit).refine(isJsonObject, 'is not a JSON object')

/** What a page saves that has lost its screen: nothing of it may be shown any more, no picture either. */
export const nothingGood = '{}'

/** How often a healthy page calls `heartbeat`, ms. */
export const heartbeatEveryMs = 2_000

/** What a page says of itself with each heartbeat. A timer alone proves nothing: it goes on in a page that draws nothing. */
export const Heartbeat = z.strictObject({
  /** Painted since the heartbeat before. A healthy page asks for one a heartbeat, so that a board at rest costs no more. */
  frames: z.int().min(0).max(1_000_000),
  /**
   * `board`: a board, and nothing over it, so that a picture of it may be kept. `picture`: anything else that can be seen.
   * `black`: the TV was put to sleep. `nothing`: neither a board nor words have a size.
   */
  shows: z.enum(['board', 'picture', 'black', 'nothing']),
  /** Until the scene has to change, ms; below 0 it is overdue by so much. Null where none has to. */
  nextSceneInMs: z.number().nullable(),
  /** Until a TV that is black wakes by itself, ms; left out where it waits to be woken. */
  wakesInMs: z.number().optional(),
})
export type Heartbeat = z.infer<typeof Heartbeat>

/** As the feed makes them. */
export const PairedToken = z.string().regex(/^fb_screen_[\w-]{20,180}$/)

/** A certificate at the feed's address that the shell did not take. */
export const RefusedCertificate = z.object({
  /** SHA-256 in hexadecimal with colons, as a feed prints its own. */
  fingerprint: z.string(),
  /** Whether the shell was started with the fingerprint of another one. */
  isPinned: z.boolean(),
})
export type RefusedCertificate = z.infer<typeof RefusedCertificate>

/** A feed that answered on this network. */
export interface FoundFeed {
  /** As it says it is called. */
  readonly name: string
  readonly url: string
}

/** What somebody chose when this TV was set up. */
export const FeedChoice = z.discriminatedUnion('kind', [
  /** The floor runs on this computer, and its console is open to the network. */
  z.object({ kind: z.literal('this-computer') }),
  /** As it was found, or typed: `floor.local`, `10.0.0.7:4400`, `https://wall.northwind.example`. */
  z.object({ kind: z.literal('address'), text: z.string().min(1).max(200) }),
])
export type FeedChoice = z.infer<typeof FeedChoice>

/** `taken`: the page is loaded anew, for that feed. */
export type ChoiceAnswer = 'taken' | 'no-address' | 'no-answer' | 'no-feed'

/** Of a floor that runs on this computer and has no admin yet. */
export interface NewFloor {
  /** Without what makes somebody its admin: this may stand on the wall. */
  readonly console: string
  /** Makes whoever opens it the first admin. */
  readonly firstAdminUrl: string
}

/** What is wrong with the feed that the kiosk runs itself. */
export const FeedTrouble = z.object({
  /** `ended`: it does not start. `refusing`: it takes nothing new. `gap`: damaged entries of its log count nowhere. */
  kind: z.enum(['ended', 'refusing', 'gap']),
  /** In the feed's words; null where it said nothing. */
  said: z.string().nullable(),
})
export type FeedTrouble = z.infer<typeof FeedTrouble>

export interface KioskBridge {
  /** Null until somebody has chosen one. Waits up to two seconds for an embedded feed to start. */
  feedUrl(): Promise<FeedAddress | null>
  /** Those that have answered so far. */
  foundFeeds(): Promise<readonly FoundFeed[]>
  chooseFeed(choice: FeedChoice): Promise<ChoiceAnswer>
  /** Whether this is the wall on which somebody sets the kiosk up: of several, the one on the primary display. */
  isAsked(): Promise<boolean>
  /** Null where the floor is another's, or has its admin, and on all walls but the one that is asked. */
  newFloor(): Promise<NewFloor | null>
  saveLastGood(json: string): void
  /** Null on a new wall, and when what was saved cannot be read. */
  loadLastGood(): Promise<string | null>
  /** The token that this TV was given when it was paired; `feedUrl` has it from then on. */
  keepToken(token: string): void
  /** A JPEG of what the window shows; null where it cannot be had. */
  takePicture(): Promise<Uint8Array<ArrayBuffer> | null>
  /** Asks the feed once more; null where its certificate is taken, or nothing answers. */
  refusedCertificate(): Promise<RefusedCertificate | null>
  /** Null where all is well with the feed that the kiosk runs itself, and where it shows another. */
  feedTrouble(): Promise<FeedTrouble | null>
  /** What was mended in the last day; null where nothing was. */
  recoveries(): Promise<Recoveries | null>
  /** Says that nobody would miss anything if the page were loaded anew now: it is between two scenes. */
  betweenScenes(): void
  /** The PIN of the floor's service menus, as the feed told it. */
  keepServicePin(pin: HashedPin): void
  /** Null where nobody typed a wrong one in the last day. */
  wrongPins(): Promise<WrongPins | null>
  /** Somebody opened the service menu, typed a PIN, or left. */
  onService(listener: (state: ServiceState) => void): void
  /** What somebody at the open menu asks for; the facts for `look`, else null. */
  service(request: ServiceRequest): Promise<ServiceFacts | null>
  /** Says that the page draws, and what. Without it the kiosk loads the page again. */
  heartbeat(beat: Heartbeat): void
}
