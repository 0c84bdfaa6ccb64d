// The optional test data: files of a CRM, and those that others found hard to read.
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

export const samples = process.env['FLOORBOARD_DATA_SAMPLES'] ?? '../shared/data'
export const samplesPresent = existsSync(samples)
if (!samplesPresent) console.warn(`Skipped: there is no test data in ${samples} (FLOORBOARD_DATA_SAMPLES).`)

/** Those that are of rows, by their paths from `folder`; one that says that there is none, as a test needs a name. */
export const samplesIn = (folder: string): readonly string[] => {
  const found = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.(json|md)$/.test(entry.name))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort()
    : []
  return found.length > 0 ? found : ['(none)']
}
