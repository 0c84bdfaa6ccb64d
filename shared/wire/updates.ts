// New versions of the kiosk's program: what a feed offers, which TVs run what, whose turn it is, and what was gone back from.
import { z } from 'zod'
import { Slug } from './text.ts'

/** As semantic versions are written, without a build: `0.2.0`, `1.0.0-beta.1`. It names a folder, and a file of a release. */
export const ProgramVersion = z
  .string()
  .max(40)
  .regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}(-[0-9a-z]+(\.[0-9a-z]+)*)?$/)

/** A kind of computer, by Node's names for systems and processors. */
export const Platform = z.string().regex(/^(linux|win32|darwin)-(x64|arm64|arm|ia32)$/)
export type Platform = z.infer<typeof Platform>

/** Larger ones are no kiosk: the program with its Electron and its fonts has a third of that. */
export const largestRelease = 500 * 1024 * 1024
/** Of a channel file, which has ten lines. */
export const largestChannel = 64 * 1024

/** The channel files of a release, as electron-updater asks for them, each with the computers that it is for. */
const channels: Readonly<Record<string, string>> = {
  'latest-linux.yml': 'linux-x64',
  'latest-linux-arm64.yml': 'linux-arm64',
  'latest-linux-arm.yml': 'linux-arm',
  'latest.yml': 'win32-x64',
  'latest-mac.yml': 'darwin',
}

export const isChannelFile = (name: string): boolean => Object.hasOwn(channels, name)

/** Null where nobody makes releases for such a computer. Macs of both kinds have one channel. */
export const channelOf = (platform: Platform): string | null =>
  Object.keys(channels).find(
    (name) => platform === channels[name] || platform.startsWith(`${channels[name]}-`),
  ) ?? null

/** What is read of a channel file; electron-builder writes more. */
export const ChannelFile = z.object({
  version: ProgramVersion,
  files: z
    .array(
      z.object({
        /** A file beside it: no address, and in no other folder. */
        url: z.string().regex(/^[\w][\w.+-]{0,150}$/),
        /** In base64. */
        sha512: z.base64().length(88),
        size: z.int().min(1).max(largestRelease),
      }),
    )
    .min(1)
    .max(20),
})
export type ChannelFile = z.infer<typeof ChannelFile>

/** `not-painted`: nothing was on the glass a minute after its start. `ended`: it ended before it had painted anything. */
export const WentBackReason = z.enum(['not-painted', 'ended'])
export type WentBackReason = z.infer<typeof WentBackReason>

/** A version that a kiosk tried and left again for the one before. */
export const WentBack = z.object({
  version: ProgramVersion,
  /** On the kiosk's own clock, epoch ms. */
  at: z.number(),
  why: WentBackReason,
})
export type WentBack = z.infer<typeof WentBack>

/** `POST /api/v1/updates/reports`: what a wall's program says of itself, and asks. */
export const ProgramReport = z.strictObject({
  /** Of the floor's; null: its first. A token of one screen goes before it. */
  screen: z.string().max(60).nullable(),
  version: ProgramVersion,
  platform: Platform,
  /** Whether it can take new versions by itself: it was started by what can leave them again. */
  updates: z.boolean(),
  /** Its last one, however long ago. */
  wentBack: WentBack.nullable(),
  /** A version that it has found in a channel of somebody else's; null: it asks for what the feed itself offers. */
  found: ProgramVersion.nullable(),
  /** It begins to take it at once if it may: the screen that goes first is then settled. */
  begins: z.boolean(),
})
export type ProgramReport = z.infer<typeof ProgramReport>

/** Whether it may take the newer version: not now, at its next quiet hour, or as soon as it disturbs nobody. */
export const UpdateTurn = z.object({ take: z.enum(['no', 'tonight', 'now']) })
export type UpdateTurn = z.infer<typeof UpdateTurn>

/** How long the first screen shows boards on a new version before the others take it. */
export const firstShowsMs = 60 * 60_000

/** `GET /api/v1/updates`. Times in epoch ms on the feed's clock, but `wentBack.at`. */
export const UpdatesAnswer = z.object({
  /** What lies in the feed's folder, one for each kind of computer, which its channel file names: `latest-linux.yml`. */
  offered: z.array(
    z.object({ version: ProgramVersion, channel: z.string(), bytes: z.int(), putAt: z.number() }),
  ),
  /** The screen that somebody chose to go first; null: the first in the list that is live. */
  first: Slug.nullable(),
  screens: z.array(
    z.object({
      screen: Slug,
      version: ProgramVersion,
      platform: Platform,
      /** Whether it can take new versions by itself. */
      updates: z.boolean(),
      since: z.number(),
      seenAt: z.number(),
    }),
  ),
  /** Versions on their way: asked for, and newer than what somebody runs. */
  staged: z.array(
    z.object({
      version: ProgramVersion,
      platform: Platform,
      /** Which screen goes first; another one may, until it has begun to. */
      first: Slug,
      begunAt: z.number().nullable(),
      /** Since when that one runs it; null: not yet. */
      firstSince: z.number().nullable(),
      /** From when on the others take it; null: that is not known yet. */
      othersFrom: z.number().nullable(),
      /** Somebody said so. */
      isForAll: z.boolean(),
    }),
  ),
  wentBack: z.array(WentBack.extend({ screen: Slug })),
})
export type UpdatesAnswer = z.infer<typeof UpdatesAnswer>

/** `PUT /api/v1/updates/first`. */
export const FirstScreen = z.strictObject({ first: Slug.nullable() })
export type FirstScreen = z.infer<typeof FirstScreen>

/** `POST /api/v1/updates/all`: the others need not wait for the first screen. */
export const AllScreens = z.strictObject({ version: ProgramVersion })
export type AllScreens = z.infer<typeof AllScreens>

/** `POST /api/v1/updates/files?name=latest-linux.yml` with the file as its body: the channel file last. */
export const ReleaseUpload = z.object({ name: z.string().trim().min(1).max(200) })

/** `version`: of a channel file that was put, which is offered from then on; null of any other file. */
export const ReleasePut = z.object({ name: z.string(), version: ProgramVersion.nullable() })
export type ReleasePut = z.infer<typeof ReleasePut>
