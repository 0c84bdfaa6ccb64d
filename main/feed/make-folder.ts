// Makes a folder and those above it. Node's own recursive mkdir runs for ever where a folder's parent is there and
// yet takes no children (`/proc/x`).
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const isThere = (folder: string): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false

/** For this account alone. Throws what the file system says when it cannot be made. */
export const makeFolder = (folder: string): void => {
  if (isThere(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!isThere(folder)) throw error
  }
}
