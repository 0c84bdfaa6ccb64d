// Puts a version of the program beside the others, whole or not at all. By the system's own tools: Electron takes an archive
// of a program for a folder, and could neither write nor remove one.
import { execFile } from 'node:child_process'
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { programName } from './versions-folder.ts'

const run = promisify(execFile)
/** A slow disk, and a slow card. */
const within = { timeout: 15 * 60_000 }
const unfinished = '.new-'

const remove = async (path: string): Promise<void> => {
  await run('rm', ['-rf', '--', path], within)
}

export interface Unpacked {
  readonly archive: string
  readonly version: string
  /** Of the versions. */
  readonly folder: string
  /** Versions that stay; all others go first, so that there is room. */
  readonly keep: readonly string[]
}

/** Rejects with what is wrong; then nothing of it is left. */
export async function unpack({ archive, version, folder, keep }: Unpacked): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && !keep.includes(entry.name)) await remove(join(folder, entry.name))
  const place = join(folder, `${unfinished}${version}`)
  try {
    mkdirSync(place, { mode: 0o700 })
    // The wall draws meanwhile.
    await run('nice', ['-n', '19', 'tar', '--no-same-owner', '-xzf', archive, '-C', place], within)
    const said = readFileSync(join(place, 'version'), 'utf8').trim()
    if (said !== version) throw new Error(`the archive of ${version} holds ${said}`)
    accessSync(join(place, programName), constants.X_OK)
    // It belongs to this account here, and could not be what it has to be; the starter names the installed one.
    await remove(join(place, 'chrome-sandbox'))
    // On disk before it is started: half a version would look like a bad one.
    await run('sync', ['-f', place], within)
    renameSync(place, join(folder, version))
    await run('sync', ['-f', folder], within)
  } catch (error) {
    await remove(place)
    throw error
  }
}
