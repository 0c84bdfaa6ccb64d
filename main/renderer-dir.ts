// Where the built renderer is: beside the bundled commands, or in dist/ when they run from their sources.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Null when it has not been built. */
export const findRendererDir = (): string | null =>
  [join(here, 'renderer'), join(here, '../dist/renderer')].find((dir) =>
    existsSync(join(dir, 'index.html')),
  ) ?? null
