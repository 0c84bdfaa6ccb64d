// The path of Electron's executable, which is downloaded when it is first needed; or a sentence that says why there is none.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Long enough for a slow connection, short enough for somebody who waits without one. */
const giveUpAfterMs = 15_000

export type FoundElectron = { readonly path: string } | { readonly missing: string }

export async function findElectron(): Promise<FoundElectron> {
  const named = process.env['FLOORBOARD_ELECTRON']
  if (named !== undefined && named !== '') {
    return existsSync(named)
      ? { path: named }
      : { missing: `FLOORBOARD_ELECTRON names ${named}, which does not exist` }
  }
  const folder = packageFolder()
  if (folder === null) return { missing: 'Electron is not installed here' }
  const path = await executableOf(folder)
  if (path !== null) return { path }
  await download(folder)
  const fetched = await executableOf(folder)
  return fetched === null ? { missing: 'Electron could not be downloaded' } : { path: fetched }
}

/** Not by importing the package, which downloads at once and without a limit. */
function packageFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

async function executableOf(folder: string): Promise<string | null> {
  const name = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => null)
  if (name === null) return null
  const path = join(folder, 'dist', name)
  return existsSync(path) ? path : null
}

function download(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: giveUpAfterMs,
    })
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
}
