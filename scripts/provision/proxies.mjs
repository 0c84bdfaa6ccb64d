// The reverse proxies that stand before a feed in tests: Debian's nginx and Caddy, unpacked but not installed, since an
// installed one would be started as a service.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canInstall, installPackages } from './debian.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, '.cache/proxies')

const proxies = [
  { name: 'nginx', variable: 'FLOORBOARD_NGINX', path: 'usr/sbin/nginx', ask: '-v' },
  { name: 'caddy', variable: 'FLOORBOARD_CADDY', path: 'usr/bin/caddy', ask: 'version' },
]

/** What nginx is linked with, where a machine has too little on it; since Debian 13 one is called otherwise. */
const libraries = [
  ['libpcre2-8-0', 'libssl3', 'libcrypt1', 'zlib1g'],
  ['libpcre2-8-0', 'libssl3t64', 'libcrypt1', 'zlib1g'],
]

/** @returns {Promise<Record<string, string>>} the variable of each, with its executable */
export async function provideProxies() {
  /** @type {Record<string, string>} */
  const found = {}
  for (const proxy of proxies) found[proxy.variable] = await provide(proxy)
  return found
}

/** @param {typeof proxies[number]} proxy */
async function provide({ name, variable, path, ask }) {
  const named = process.env[variable]
  if (named) {
    if (!existsSync(named)) throw new Error(`${variable} names ${named}, which does not exist.`)
    return named
  }
  if (runs(name, ask)) return name
  const own = join(folder, name, path)
  if (!existsSync(own)) await unpack(name)
  if (runs(own, ask)) return own
  if (libraries.some((packages) => installPackages(packages)) && runs(own, ask)) return own
  throw new Error(`The tests of reverse proxies need ${name}, and it could not be had: set ${variable}.`)
}

/** @param {string} executable @param {string} ask */
function runs(executable, ask) {
  return spawnSync(executable, [ask], { stdio: 'ignore' }).status === 0
}

/** @param {string} name */
async function unpack(name) {
  if (!existsSync('/usr/bin/apt-get')) return
  console.error(`taking ${name} from Debian`)
  await mkdir(folder, { recursive: true })
  const work = await mkdtemp(join(folder, 'work-'))
  try {
    const download = () =>
      spawnSync('apt-get', ['-q', 'download', name], { cwd: work, stdio: 'ignore' }).status === 0
    const refresh = () =>
      canInstall() && spawnSync('apt-get', ['-q', 'update'], { stdio: 'ignore' }).status === 0
    if (!download() && !(refresh() && download())) return
    const archive = (await readdir(work)).find((file) => file.endsWith('.deb'))
    if (archive === undefined) return
    const unpacked = join(work, 'unpacked')
    if (spawnSync('dpkg-deb', ['-x', join(work, archive), unpacked]).status !== 0) return
    await rename(unpacked, join(folder, name))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
