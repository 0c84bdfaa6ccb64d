// New versions of the program, put together: what runs here is told to the feed, newer versions are taken at night, and the
// starter is told once a new one has painted.
import { mkdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { net, type WebContents } from 'electron'
import type { Heartbeat } from '../../../shared/wire/kiosk.ts'
import { watchFeedCertificate } from '../feed-certificate.ts'
import type { Journal } from '../journal.ts'
import { isOneColour } from '../one-colour.ts'
import type { KioskOptions } from '../options.ts'
import type { TvSetUp } from '../set-up/set-up.ts'
import { openFinder } from './find-version.ts'
import { createMoment } from './judge-moment.ts'
import { createNight } from './judge-night.ts'
import { createVersionReport, type ReportedWall } from './report-version.ts'
import { createTakeVersions, type TakeVersionsParts } from './take-versions.ts'
import { unpack } from './unpack.ts'
import type { VersionsFolder } from './versions-folder.ts'

const tickEveryMs = 60_000
const pictureWithinMs = 5_000

export interface UpdatesParts {
  readonly version: string
  /** Null: nobody would leave a new version that fails, so that none is taken. */
  readonly versions: VersionsFolder | null
  readonly options: Pick<KioskOptions, 'updates'>
  readonly feed: Pick<TvSetUp, 'origin' | 'fingerprint'>
  readonly walls: {
    shown(): readonly number[]
    known(): Promise<readonly ReportedWall[]>
    each(act: (wall: { readonly contents: WebContents }) => void): void
  }
  readonly isAsleep: () => boolean
  readonly startAnew: (why: string) => void
  readonly journal: Journal
}

export interface Updates {
  heartbeat(place: number, beat: Heartbeat): void
  betweenScenes(place: number): void
  stop(): void
}

/** Whether something is on the glass of each wall: a page may believe that it paints while the glass is white. */
async function isGlassPainted({ walls, isAsleep }: UpdatesParts): Promise<boolean> {
  if (isAsleep()) return true
  const contents: WebContents[] = []
  walls.each((wall) => contents.push(wall.contents))
  const look = Promise.all(contents.map(async (each) => isOneColour((await each.capturePage()).toBitmap())))
  // The graphics process hangs where it takes longer.
  const blank = await Promise.race([look, setTimeout(pictureWithinMs, [true])])
  return !blank.includes(true)
}

/** What taking a version needs beside the feed's answers. */
function prepareTaking(parts: UpdatesParts, versions: VersionsFolder): Omit<TakeVersionsParts, 'report'> {
  const { options, feed, walls, isAsleep, startAnew, journal } = parts
  const { folder, runs } = versions
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const settingsFile = join(folder, 'updater.yml')
  writeFileSync(settingsFile, 'updaterCacheDirName: floorboard-updates\n')
  const finder = openFinder({
    settingsFile,
    folder,
    journal,
    prepare: (session) =>
      watchFeedCertificate({ session, origin: feed.origin, fingerprint: feed.fingerprint }),
    async channel() {
      if (options.updates !== undefined) return { url: options.updates, token: null }
      const [wall] = await walls.known()
      return wall === undefined ? null : { url: `${wall.url}/updates`, token: wall.token }
    },
  })
  return {
    look: finder.look,
    async fetch(version) {
      const archive = await finder.fetch()
      await unpack({ archive, version, folder, keep: runs === null ? [] : [runs] })
      await rm(archive, { force: true })
    },
    async start(version) {
      await versions.choose(version)
      startAnew(`version ${version} is started`)
    },
    wentBack: versions.wentBack,
    isAsleep,
    night: createNight({
      running: () => performance.now(),
      hour: () => new Date().getHours(),
      random: Math.random,
    }),
    journal,
  }
}

/** Null where this program takes no versions. */
function openTaking(
  parts: UpdatesParts,
  versions: VersionsFolder | null,
): Omit<TakeVersionsParts, 'report'> | null {
  if (versions === null || parts.options.updates === 'off') return null
  try {
    return prepareTaking(parts, versions)
  } catch (error) {
    // The wall goes on as it is on a disk that takes nothing.
    parts.journal.error('no new versions can be taken', {
      error: error instanceof Error ? error.message : String(error),
    })
    return null
  }
}

export function openUpdates(parts: UpdatesParts): Updates {
  const { version, versions, walls, journal } = parts
  const ways = openTaking(parts, versions)
  const report = createVersionReport({
    version,
    platform: `${process.platform}-${process.arch}`,
    updates: ways !== null,
    walls: walls.known,
    wentBack: () => versions?.wentBack() ?? null,
    fetch: (url, init) => net.fetch(url, init),
  })
  const taking = ways === null ? null : createTakeVersions({ ...ways, report })
  const tick = async (): Promise<void> => {
    if (taking === null) await report({ found: null, begins: false })
    else await taking.tick()
  }
  const moment = createMoment(() => performance.now())
  const left = versions?.wentBack() ?? null
  if (left !== null) journal.info('a newer version was left before', { ...left })

  /** From the first frame of all walls on, the starter and the feed are told. */
  let ticking: NodeJS.Timeout | null = null
  let isLooking = false
  const begin = async (): Promise<void> => {
    if (versions?.isOnTrial && !(await isGlassPainted(parts))) return
    versions?.notePainted()
    ticking = setInterval(() => void tick(), tickEveryMs)
    void tick()
  }

  return {
    heartbeat(place, beat) {
      moment.heartbeat(place, beat)
      if (ticking !== null || isLooking || !moment.paints(walls.shown())) return
      isLooking = true
      begin()
        .catch((error: Error) => journal.warn('the glass cannot be looked at', { error: error.message }))
        .finally(() => {
          isLooking = false
        })
    },
    betweenScenes(place) {
      moment.betweenScenes(place)
      if (moment.isFree(walls.shown())) void taking?.mayGo()
    },
    stop() {
      if (ticking !== null) clearInterval(ticking)
    },
  }
}
