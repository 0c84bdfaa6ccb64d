// What a thread of the feed runs to work on a dropped file: it lies beside the bundled commands, or in dist/ when they run from
// their sources.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const file = 'file-thread.worker.cjs'

/** Null when it has not been built. */
export const readFileThreadCode = (): string | null => {
  const found = [join(here, file), join(here, '../dist', file)].find((path) => existsSync(path))
  return found === undefined ? null : readFileSync(found, 'utf8')
}
