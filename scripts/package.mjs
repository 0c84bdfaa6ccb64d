// Packages the kiosk for this machine's kind, into release/, as electron-builder.yml says: always a folder that runs as it
// is; with --installers also what people install.
import { spawnSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build, Platform } from 'electron-builder'
import { addStarter } from './add-starter.mjs'
import { closeFuses } from './close-fuses.mjs'
import { packageDeb } from './package-deb.mjs'
import { packageRelease } from './package-release.mjs'
import { ownExecutable, provideElectron } from './provision/electron.mjs'

const { values: flags } = parseArgs({ options: { installers: { type: 'boolean', default: false } } })

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)

const electron = await provideElectron()
if ((await ownExecutable()) !== electron) {
  console.error(`This package is for trials only, never for a wall: it runs on ${electron}.`)
}
const config = {
  electronDist: dirname(electron),
  /** @param {import('electron-builder').AfterPackContext} context */
  async afterPack(context) {
    // Electron's own starter, which runs any file that it is given.
    await rm(join(context.packager.getResourcesDir(context.appOutDir), 'default_app.asar'), { force: true })
    await closeFuses(context)
    await addStarter(context)
  },
}
await build({ targets: Platform.current().createTarget('dir'), config })

/** `release`: what kiosks take as a new version. Each kind by itself: one whose tools cannot be had here does not keep the others from being made. */
const installers = {
  linux: ['release', 'deb', 'AppImage'],
  win32: ['nsis'],
  darwin: ['dmg'],
}

/** @param {string} kind */
async function makeInstaller(kind) {
  if (kind !== 'deb' && kind !== 'release')
    return (await build({ targets: Platform.current().createTarget(kind), config })).join(', ')
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  const name = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`
  const parts = { version, unpacked: join('release', name), out: 'release' }
  return kind === 'deb' ? packageDeb(parts) : packageRelease(parts)
}

let missing = 0
for (const kind of flags.installers ? (installers[process.platform] ?? []) : []) {
  try {
    console.error(`${kind}: ${await makeInstaller(kind)}`)
  } catch (error) {
    missing += 1
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n')
    console.error(`${kind}: not made here: ${why}`)
  }
}
process.exitCode = missing > 0 ? 1 : 0
