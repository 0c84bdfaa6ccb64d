// Where the drawn faces of the demo's people are: the programs lie one folder below the project's, bundled or not.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Null in a package that was made without them. */
export const findPortraitsDir = (): string | null => {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../assets/portraits')
  return existsSync(folder) ? folder : null
}
