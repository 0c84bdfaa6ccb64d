// Packages the kiosk for this machine's kind, into release/, as electron-builder.yml says.
import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, Platform } from 'electron-builder'
import { closeFuses } from './close-fuses.mjs'
import { ownExecutable, provideElectron } from './provision/electron.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)

const electron = await provideElectron()
if ((await ownExecutable()) !== electron) {
  console.error(`This package is for trials only, never for a wall: it runs on ${electron}.`)
}
await build({
  targets: Platform.current().createTarget('dir'),
  config: {
    electronDist: dirname(electron),
    async afterPack(context) {
      // Electron's own starter, which runs any file that it is given.
      await rm(join(context.packager.getResourcesDir(context.appOutDir), 'default_app.asar'), { force: true })
      await closeFuses(context)
    },
  },
})
