// What Electron needs of a Linux machine: shared libraries, a display of its own to draw on, the smallest window manager that
// Debian has, and an X server with displays that can be switched on and off.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installPackages } from './debian.mjs'

const libraries = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1']

const files = [
  ...['Xvfb', 'blackbox', 'xrandr', 'xwd'].map((name) => `/usr/bin/${name}`),
  '/usr/lib/xorg/Xorg',
  '/usr/lib/xorg/modules/drivers/dummy_drv.so',
]

const servers = ['xvfb', 'xserver-xorg-core', 'xserver-xorg-video-dummy', 'x11-xserver-utils', 'x11-apps']
const packageNames = [
  [...servers, 'blackbox', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'],
  // Since Debian 13, two of them carry the size of time in their names.
  [...servers, 'blackbox', 'libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libgbm1'],
]

export function provideDisplay() {
  if (process.platform !== 'linux' || isComplete()) return
  for (const packages of packageNames) if (installPackages(packages)) break
  if (!isComplete()) {
    throw new Error(`The Electron tests need these packages: ${packageNames[0]?.join(' ')}. Install them.`)
  }
}

function isComplete() {
  if (!files.every((path) => existsSync(path))) return false
  // Not on every user's PATH.
  const known = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? ''
  return libraries.every((library) => known.includes(`${library} `))
}
