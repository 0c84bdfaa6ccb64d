// The files of a database that is open: are they still the ones that stand in the data folder? A folder that was
// removed or replaced goes on taking writes, which nobody will ever find.
import { statSync } from 'node:fs'

export interface DatabaseFiles {
  /** A sentence when they are not. `which`: of some alone, since each costs every commit a call of the system. */
  gone(which: 'database' | 'wal' | 'both'): string | null
}

/** Null when there is none. */
const inodeOf = (file: string): string | null => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

/** `file`: of the database, which is open. Its write-ahead log is made with the first write. */
export const watchDatabaseFiles = (file: string): DatabaseFiles => {
  const kept = new Map<string, string>()
  const isGone = (name: string, must: boolean): boolean => {
    const found = inodeOf(name)
    const known = kept.get(name)
    if (known === undefined && found !== null) kept.set(name, found)
    return known === undefined ? must && found === null : known !== found
  }
  const gone: DatabaseFiles['gone'] = (which) => {
    try {
      const database = which !== 'wal' && isGone(file, true)
      if (!database && !(which !== 'database' && isGone(`${file}-wal`, false))) return null
    } catch (error) {
      return `${file} cannot be reached: ${error instanceof Error ? error.message : String(error)}`
    }
    return `${file} was removed or replaced while the feed ran; put the data folder back, or start the feed again`
  }
  gone('both')
  return { gone }
}
