// Makes a Debian package of the folder that package.mjs made: the program, the account that it runs for, and the service
// that starts it with the machine. `dpkg-deb` is on every Debian, Ubuntu and Raspberry Pi OS.
import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Debian's names of machines. */
const architectures = { x64: 'amd64', arm64: 'arm64', arm: 'armhf' }

/** What Chromium opens at its start, as Debian 12 calls it. */
const libraries = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0',
  'libnss3',
  'libxss1',
  'libxtst6',
]

/** @param {string} folder */
async function sizeOf(folder) {
  let sum = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) sum += (await stat(join(entry.parentPath ?? entry.path, entry.name))).size
  return sum
}

/** @param {{ version: string, unpacked: string, out: string }} parts @returns {Promise<string>} its path */
export async function packageDeb({ version, unpacked, out }) {
  const architecture = architectures[process.arch]
  if (architecture === undefined) throw new Error(`Debian has no name for ${process.arch}`)
  const root = await mkdtemp(join(tmpdir(), 'floorboard-deb-'))
  try {
    const program = join(root, 'opt/floorboard-tv')
    await cp(unpacked, program, { recursive: true })
    // Electron's sandbox needs it where the system allows no namespaces to users.
    await chmod(join(program, 'chrome-sandbox'), 0o4755)
    const service = join(root, 'lib/systemd/system')
    await mkdir(service, { recursive: true })
    await cp('assets/debian/floorboard-tv.service', join(service, 'floorboard-tv.service'))
    const docs = join(root, 'usr/share/doc/floorboard-tv')
    await mkdir(docs, { recursive: true })
    for (const name of ['docs/install-a-tv.md', 'docs/kiosk.md', 'LICENSE'])
      await cp(name, join(docs, name.replace('docs/', '')))
    const control = join(root, 'DEBIAN')
    await mkdir(control)
    for (const script of ['postinst', 'prerm']) {
      await writeFile(join(control, script), await readFile(`assets/debian/${script}`), { mode: 0o755 })
    }
    const fields = {
      Package: 'floorboard-tv',
      Version: version,
      Architecture: architecture,
      Maintainer: 'The Floorboard project',
      'Installed-Size': String(Math.ceil((await sizeOf(program)) / 1024)),
      Depends: [
        ...libraries,
        'xinit',
        'xserver-xorg',
        'fonts-dejavu-core | fonts-liberation | fonts-noto-core',
      ].join(', '),
      // With it, a TV that sleeps switches its display off.
      Recommends: 'x11-xserver-utils',
      Section: 'misc',
      Priority: 'optional',
      Description:
        'wall TVs for sales floors\n Shows live leaderboards, goals and celebrations, full screen, from the start of the machine.',
    }
    await writeFile(
      join(control, 'control'),
      `${Object.entries(fields)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n')}\n`,
    )
    const path = join(out, `floorboard-tv_${version}_${architecture}.deb`)
    const built = spawnSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', root, path], {
      encoding: 'utf8',
    })
    if (built.status !== 0) throw new Error(built.error?.message ?? built.stderr.trim())
    return path
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
