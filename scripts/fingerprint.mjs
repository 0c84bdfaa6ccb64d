// What a build was made from, so that the next one can tell whether anything changed. Contents, not
// modification times: a checkout touches every file without changing one.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * @param {readonly string[]} paths files and folders; one that does not exist counts as empty
 * @returns {Promise<string>}
 */
export async function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) await addTo(hash, path)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
async function addTo(hash, path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (entries === null) {
    hash.update(`${path}\0`).update(await readFile(path))
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!/\.test\.tsx?$/.test(entry.name)) await addTo(hash, join(path, entry.name))
  }
}

/** @param {string} file @param {string} print */
export const isPrintOf = async (file, print) => (await readFile(file, 'utf8').catch(() => '')) === print

/** @param {string} file @param {string} print */
export async function keepPrint(file, print) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, print)
}
