// Puts the starter of the wall in the place of the packaged program, which gets a name of its own beside it: whoever starts
// Floorboard starts what starts it again.
import { chmod, copyFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const starter = fileURLToPath(new URL('../main/kiosk/watchdog/start-wall.sh', import.meta.url))

/** On Windows and macOS the program is started as it is. @param {import('electron-builder').AfterPackContext} context */
export async function addStarter({ appOutDir, electronPlatformName, packager }) {
  if (electronPlatformName !== 'linux') return
  const program = join(appOutDir, packager.executableName)
  await rename(program, `${program}-wall`)
  await copyFile(starter, program)
  await chmod(program, 0o755)
  // Electron may have a file of this name, with its own version.
  await writeFile(join(appOutDir, 'version'), `${packager.appInfo.version}\n`)
}
