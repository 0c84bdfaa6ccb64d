// Makes a folder and those above it. Node's own recursive mkdir never returns where the parent exists but takes no
// folders (`/proc/x`).
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const isThere = (folder: string): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Only this account can read new folders. Throws the file system's error when one cannot be made. */
export const makeFolder = (folder: string): void => {
  if (isThere(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isThere(folder)) throw error
  }
}
