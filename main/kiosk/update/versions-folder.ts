// The folder in which new versions of the program lie beside one another, and the line by which the starter knows which of
// them to start. start-wall.sh is its other reader and writer, never at the same time: the wall writes as it ends.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ProgramVersion, WentBack } from '../../../shared/wire/updates.ts'
import type { Journal } from '../journal.ts'
import { writeSynced } from '../write-whole.ts'

/** What the starter tells a wall that it has started. */
export interface Started {
  /** Names this start. */
  readonly start: string
  readonly folder: string
  /** The version of the installed program, as the starter knows it. */
  readonly installed: string
}

/** Null where no starter has started this wall: then it takes no new versions, and nobody would leave them. */
export function startedBy(env: Readonly<Record<string, string | undefined>>): Started | null {
  const { FLOORBOARD_START: start, FLOORBOARD_VERSIONS: folder, FLOORBOARD_INSTALLED: installed } = env
  return start && folder && installed ? { start, folder, installed } : null
}

/** The program in the folder of a version. */
export const programName = 'floorboard-tv-wall'

export interface VersionsFolder {
  readonly folder: string
  /** The version that runs now; null: the installed program. */
  readonly runs: string | null
  /** This start has painted. Tries again with the next call where the disk takes nothing. */
  notePainted(): void
  /** Whether the starter waits for that. */
  readonly isOnTrial: boolean
  /** Resolves once it has painted; at once where it is no trial. */
  readonly painted: Promise<void>
  /** The last version that was left again; null where none was. */
  wentBack(): WentBack | null
  /** The next start is of this version, on trial. Rejects with what the disk says; then all stays as it is. */
  choose(version: string): Promise<void>
}

const textOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8').trim() : null)

/** @param executable of this process */
export function openVersionsFolder(started: Started, executable: string, journal: Journal): VersionsFolder {
  const { folder, start, installed } = started
  const place = dirname(executable)
  const runs = dirname(place) === folder ? basename(place) : null
  const state = join(folder, 'state')
  const [chosen, , trial] = textOf(state)?.split(' ') ?? []
  const isOnTrial = runs !== null && chosen === runs && trial !== undefined && trial !== '-'
  let isNoted = false
  let announcePainted: () => void = () => undefined
  const painted = new Promise<void>((resolve) => {
    announcePainted = resolve
  })
  if (!isOnTrial) announcePainted()

  return {
    folder,
    runs,
    isOnTrial,
    painted,
    notePainted() {
      announcePainted()
      if (isNoted || !existsSync(folder)) return
      try {
        writeFileSync(join(folder, 'painted.new'), start, { mode: 0o600 })
        renameSync(join(folder, 'painted.new'), join(folder, 'painted'))
        isNoted = true
      } catch (error) {
        journal.error('the starter cannot be told that this version paints', {
          error: error instanceof Error ? error.message : String(error),
        })
      }
    },
    wentBack() {
      const [version, seconds, why] = textOf(join(folder, 'went-back'))?.split(' ') ?? []
      return WentBack.safeParse({ version, at: Number(seconds) * 1000, why }).data ?? null
    },
    async choose(version) {
      const name = ProgramVersion.parse(version)
      await writeSynced(`${state}.new`, `${name} ${runs ?? '-'} 0 ${installed}\n`)
      renameSync(`${state}.new`, state)
    },
  }
}
