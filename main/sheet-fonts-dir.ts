// Where the fonts of printed sheets are: beside the bundled commands, or in dist/ when they run from their sources.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Null when they have not been built. */
export const findSheetFontsDir = (): string | null =>
  [join(here, 'sheet-fonts'), join(here, '../dist/sheet-fonts')].find((dir) =>
    existsSync(join(dir, 'fonts.json')),
  ) ?? null
