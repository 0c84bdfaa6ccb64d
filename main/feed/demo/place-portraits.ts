// The demo's people have photos as people of any floor do: files of the feed's own media folder.
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../make-folder.ts'

/** Once for a data folder: what somebody replaces or takes away stays so. A sentence where the disk takes none. */
export const placePortraits = (from: string, dataDir: string): string | null => {
  const folder = join(dataDir, 'media', 'portraits')
  if (existsSync(folder)) return null
  try {
    makeFolder(folder)
    for (const name of readdirSync(from)) copyFileSync(join(from, name), join(folder, name))
    return null
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return `The people of the demo go without their photos: ${error.message}.`
  }
}
