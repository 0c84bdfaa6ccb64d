// The folder that holds all a feed keeps. It is made, or checked to be writable, or refused in one sentence.
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BadSetUp } from './bad-set-up.ts'
import { makeFolder } from './make-folder.ts'

const another = 'choose another folder with --data'
const closed = `may not be written by this account; let it, or ${another}`

const reasons: Readonly<Record<string, string>> = {
  EACCES: closed,
  EPERM: closed,
  EROFS: `is on a disk that is read-only; ${another}`,
  EEXIST: 'is a file; --data names a folder',
  ENOTDIR: 'lies below a file; --data names a folder',
  ENOENT: `cannot be made there; ${another}`,
  ENOSPC: 'cannot be made: the disk is full',
}

/** Files of an earlier feed. If another account owns them, SQLite would notice only at the first write. */
const kept = ['floor.db', 'floor.db-wal', 'floor.db-shm']

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (Object.hasOwn(reasons, code)) return reasons[code] ?? ''
  return `cannot be used: ${error instanceof Error ? error.message : String(error)}`
}

/** A disk that takes nothing at the moment keeps no feed from showing what is there. */
const isReadOnlyDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EROFS'

/** Whether what is there may be read, and written where its disk takes anything. */
const checkAccess = (path: string, rights: number): void => {
  try {
    accessSync(path, rights)
  } catch (error) {
    if (!isReadOnlyDisk(error)) throw error
    accessSync(path, rights & ~constants.W_OK)
  }
}

/** Throws `BadSetUp`. A new folder can be read by this account alone. */
export const openDataFolder = (folder: string): void => {
  const begun = existsSync(join(folder, 'floor.db'))
  const check = begun ? checkAccess : accessSync
  const attempt = (path: string, work: () => void): void => {
    try {
      work()
    } catch (error) {
      throw new BadSetUp(`The data folder ${path} ${reasonOf(error)}.`, { cause: error })
    }
  }
  attempt(folder, () => {
    makeFolder(folder)
    check(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  })
  for (const name of kept) {
    const file = join(folder, name)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found === undefined) continue
    if (!found.isFile())
      throw new BadSetUp(`The data folder cannot be used: ${file} is not a file; ${another}.`)
    attempt(`cannot be used: its file ${file}`, () => check(file, constants.R_OK | constants.W_OK))
  }
}
