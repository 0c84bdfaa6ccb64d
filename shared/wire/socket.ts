// The namespace `/tv` of the socket. A TV parses what it is sent; the feed parses what TVs send.
import { z } from 'zod'
import type {
  CelebratedMessage,
  CelebrateMessage,
  MediaAheadMessage,
  RetractMessage,
} from './celebrations/view.ts'
import { Hold } from './control.ts'
import { Hours } from './hours.ts'
import { PatchOp } from './patch.ts'
import type { PlaysMessage } from './play.ts'
import { Recoveries } from './recoveries.ts'
import { type HashedPin, WrongPins } from './service.ts'
import { Theme } from './theme.ts'
import { BoardView } from './view.ts'

/** Raised when a TV of the version before could no longer read what is sent; protocol-version.test.ts says when. */
export const protocolVersion = 3

/** What a TV is told, as the message of its refusal, where the floor is on as many as it may be. */
export const tooManyTvs = 'too-many-tvs'

/**
 * The first message on every connection, and the only one that a TV of another version gets. It never changes, in no
 * version: by it a TV learns that it has to reload. `build` as in `StageMessage`.
 */
export const HelloMessage = z.object({ protocol: z.number(), build: z.string() })
export type HelloMessage = z.infer<typeof HelloMessage>

const Scene = z.object({ board: z.string(), seconds: z.number().positive() })
export type Scene = z.infer<typeof Scene>

/**
 * `stage`: all that one screen needs to turn through its boards alone. `turns` says which playlist is on from
 * which instant (epoch ms) on, for the days ahead; the first has already begun.
 */
export const StageMessage = z.object({
  protocol: z.literal(protocolVersion),
  /** Of the renderer that the feed serves; a TV that runs another one reloads between scenes. */
  build: z.string(),
  screen: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    calm: z.boolean(),
    safeArea: z.number(),
    /** Degrees clockwise. */
    rotate: z.number().default(0),
    /** 0 to 1. */
    volume: z.number().default(0),
    theme: Theme.default('night'),
    /** None, one or two, `#rrggbb`, changed where needed so that they can be read on the theme. */
    brand: z.array(z.string()).default([]),
  }),
  floor: z.object({
    name: z.string(),
    locale: z.string(),
    currency: z.string(),
    /** By the screen's own clock: nothing is heard. Left out: there are none. */
    quietHours: Hours.optional(),
  }),
  playlists: z.record(z.string(), z.array(Scene)),
  /** Playlists that are empty here because none of their boards is for the floor; left out, there are none. */
  withheld: z.array(z.string()).optional(),
  turns: z.array(z.object({ from: z.number(), playlist: z.string() })).min(1),
  /** When the screen sleeps in the days ahead, in order, epoch ms; left out, it never does. */
  sleeps: z.array(z.object({ from: z.number(), to: z.number() })).optional(),
  /** When it is less bright, likewise; `light`: what is left of it, from 0 to 1. */
  dims: z.array(z.object({ from: z.number(), to: z.number(), light: z.number() })).optional(),
  /** By board: where the code at its foot leads. Left out, or without the board: it has none. */
  codes: z.record(z.string(), z.string()).optional(),
  /** Left out while nobody holds the screen. A TV that has lost the feed forgets it. */
  hold: Hold.optional(),
  /** The feed's clock, epoch ms. */
  now: z.number(),
})
export type StageMessage = z.infer<typeof StageMessage>

/** A whole view. Versions of a board only grow, across restarts of the feed too. */
export const BoardMessage = z.object({ version: z.number(), view: BoardView })
export type BoardMessage = z.infer<typeof BoardMessage>

/** A board that could not be computed: the TV passes it over and says so in a corner. */
export const BoardErrorMessage = z.object({ board: z.string(), title: z.string(), error: z.string() })
export type BoardErrorMessage = z.infer<typeof BoardErrorMessage>

/** `from` is the version the patch applies to; any other means a gap, and the TV asks with `resync`. */
export const PatchMessage = z.object({
  board: z.string(),
  from: z.number(),
  to: z.number(),
  ops: z.array(PatchOp),
})
export type PatchMessage = z.infer<typeof PatchMessage>

/** Answer to `sync`, given through the acknowledgement: the feed's clock, epoch ms. */
export const SyncAnswer = z.object({ now: z.number() })

export const ResyncMessage = z.object({ board: z.string().max(60) })

/**
 * What a TV is told to do once. `identify`: its name over everything for ten seconds. `tone`: a test tone at its volume.
 * `screenshot`: it puts a JPEG of what it shows to `/api/v1/screenshots/{id}`.
 */
export const CommandMessage = z.object({
  command: z.enum(['reload', 'identify', 'tone', 'screenshot', 'sleep', 'wake']),
  id: z.string(),
})
export type CommandMessage = z.infer<typeof CommandMessage>

/** What a TV says of itself every half minute, and when its scene changes. */
export const HealthMessage = z.object({
  build: z.string().max(60),
  shell: z.enum(['browser', 'kiosk']),
  scene: z.string().max(60).nullable(),
  width: z.int(),
  height: z.int(),
  /** Feed clock less the TV's own, ms. */
  clockOffsetMs: z.number(),
  /** How many boards of the playlist are passed over at the moment. */
  skipped: z.int(),
  /** What comes after the scene; null where nothing does. `at` in epoch ms, feed clock. */
  next: z
    .object({ board: z.string().max(60), at: z.number() })
    .nullable()
    .optional(),
  /** Frames a second, over the last half minute and its worst second; left out where none were drawn. */
  framesPerSecond: z.number().optional(),
  slowestSecond: z.number().optional(),
  /** Left out where the browser does not say. */
  memoryMb: z.number().optional(),
  /** `blocked`: the browser plays nothing before somebody has touched the page. Left out until a sound was asked for. */
  sound: z.enum(['ready', 'blocked']).optional(),
  asleep: z.boolean().optional(),
  /** What a kiosk has mended by itself in the last day; left out where nothing was, and by browsers. */
  recoveries: Recoveries.optional(),
  /** At a kiosk's service menu in the last day; left out where there were none, and by browsers. */
  wrongPins: WrongPins.optional(),
})
export type HealthMessage = z.infer<typeof HealthMessage>

export interface FeedToTv {
  hello: (message: HelloMessage) => void
  stage: (message: StageMessage) => void
  board: (message: BoardMessage) => void
  'board-error': (message: BoardErrorMessage) => void
  patch: (message: PatchMessage) => void
  command: (message: CommandMessage) => void
  celebrate: (message: CelebrateMessage) => void
  retract: (message: RetractMessage) => void
  'media-ahead': (message: MediaAheadMessage) => void
  /** On every connection, and when it is made anew. */
  'service-pin': (message: HashedPin) => void
}

export interface TvToFeed {
  sync: (answer: (message: z.infer<typeof SyncAnswer>) => void) => void
  resync: (message: z.infer<typeof ResyncMessage>) => void
  health: (message: HealthMessage) => void
  /** Acknowledged once it is kept. */
  plays: (message: PlaysMessage, answer: () => void) => void
  /** Likewise. */
  celebrated: (message: CelebratedMessage, answer: () => void) => void
}

/** `screen` picks one of the floor's screens; left out, the first. `protocol` is what the TV reads; left out, 1. */
export const TvAuth = z.object({
  token: z.string().max(200).nullish(),
  screen: z.string().max(60).nullish(),
  protocol: z.number().default(1),
  /**
   * No TV but a preview in a console, which the account that is signed in may have: of a screen as it is now, of a playlist,
   * or of one board. It is not counted, reports no health and makes no sound.
   */
  preview: z
    .union([
      z.strictObject({ screen: z.string().max(60) }),
      z.strictObject({ playlist: z.string().max(60) }),
      z.strictObject({ board: z.string().max(60) }),
    ])
    .optional(),
})
export type TvAuth = z.infer<typeof TvAuth>
