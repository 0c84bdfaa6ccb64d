// New versions of the kiosk's program on this floor: what is offered, who runs what, and whose turn it is.
import { join } from 'node:path'
import type { ProgramReport, UpdatesAnswer, UpdateTurn } from '../../../shared/wire/updates.ts'
import type { Clock } from '../clock.ts'
import type { KeptFolder } from '../store/kept-folder.ts'
import { chooseFirst, hearReport, onTheirWay, othersFrom, type Rollout, releaseToAll } from './judge-turn.ts'
import { openReleaseFolder, type ReleaseFolder } from './release-folder.ts'
import { openRolloutFile } from './rollout-file.ts'

export interface UpdateDesk {
  readonly releases: ReleaseFolder
  /** Where they lie. */
  readonly folder: string
  /** `screen`: one of the floor's, whose kiosk this is. */
  hear(screen: string, report: ProgramReport): Promise<UpdateTurn>
  state(): Promise<UpdatesAnswer>
  chooseFirst(screen: string | null): void
  releaseToAll(version: string): void
  /** Once everything is kept. */
  close(): Promise<void>
}

interface UpdateDeskParts {
  readonly dataDir: string
  /** What keeps it, where something else does. */
  readonly kept?: Pick<KeptFolder, 'changed'>
  /** Screens of the floor that are live now, in its order. */
  readonly live: () => readonly string[]
  /** Of the floor, in its order. */
  readonly screens: () => readonly string[]
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

/** In the data folder: what an admin puts there. */
export const releasesIn = (dataDir: string): string => join(dataDir, 'updates')

/** A screen's kiosk says every few minutes that it is still there: that alone is kept this often. */
const keepSeenEveryMs = 60 * 60_000

const isWorthKeeping = (before: Rollout, after: Rollout): boolean => {
  const seen = (rollout: Rollout) => Math.max(0, ...rollout.screens.map(({ seenAt }) => seenAt))
  const withoutSeen = ({ screens, ...rest }: Rollout) =>
    JSON.stringify([
      rest,
      screens.map(({ seenAt, ...screen }) => screen).sort((a, b) => (a.screen < b.screen ? -1 : 1)),
    ])
  return withoutSeen(before) !== withoutSeen(after) || seen(after) - seen(before) >= keepSeenEveryMs
}

export const openUpdateDesk = (parts: UpdateDeskParts): UpdateDesk => {
  const { dataDir, kept, live, screens, clock, onError } = parts
  const folder = releasesIn(dataDir)
  const releases = openReleaseFolder(folder, { kept })
  const file = openRolloutFile(join(dataDir, 'updates.json'), onError, kept)
  let rollout = file.read()
  let noted = rollout
  const change = (next: Rollout): void => {
    rollout = next
    if (!isWorthKeeping(noted, rollout)) return
    noted = rollout
    file.save(rollout)
  }
  /** Screens that the floor no longer has are forgotten, and never go first. */
  const ofFloor = (all: Rollout): Rollout => {
    const known = new Set(screens())
    return {
      ...all,
      first: all.first !== null && known.has(all.first) ? all.first : null,
      screens: all.screens.filter(({ screen }) => known.has(screen)),
      staged: all.staged.map((each) =>
        known.has(each.first) || each.firstSince !== null ? each : { ...each, begunAt: null },
      ),
    }
  }

  return {
    releases,
    folder,
    hear: async (screen, report) => {
      const offered = (await releases.offerFor(report.platform))?.version ?? null
      const heard = hearReport(ofFloor(rollout), { report, screen, offered, live, now: clock.now() })
      change(heard.rollout)
      return { take: heard.take }
    },
    state: async () => {
      const now = ofFloor(rollout)
      return {
        offered: (await releases.offers()).map(({ version, channel, bytes, putAt }) => ({
          version,
          channel,
          bytes,
          putAt,
        })),
        first: now.first,
        screens: [...now.screens],
        staged: onTheirWay(now).map((each) => ({
          ...each,
          othersFrom: othersFrom(now, each),
          isForAll: now.forAll.includes(each.version),
        })),
        wentBack: [...now.wentBack],
      }
    },
    chooseFirst: (screen) => change(chooseFirst(rollout, screen)),
    releaseToAll: (version) => change(releaseToAll(rollout, version)),
    close: file.close,
  }
}
