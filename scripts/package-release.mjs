// Makes a release of the folder that package.mjs made: an archive of the program, and the channel file by which kiosks find
// and verify it, as electron-updater reads it. electron-builder writes channel files for installers only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'yaml'

/** @param {{ version: string, unpacked: string, out: string }} parts @returns {Promise<string>} its channel file */
export async function packageRelease({ version, unpacked, out }) {
  const name = `floorboard-tv-${version}-${process.platform}-${process.arch}.tar.gz`
  const archive = join(out, name)
  const packed = spawnSync('tar', ['--owner=0', '--group=0', '-czf', archive, '-C', unpacked, '.'], {
    encoding: 'utf8',
  })
  if (packed.status !== 0) throw new Error(packed.error?.message ?? packed.stderr.trim())
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  const sha512 = hash.digest('base64')
  const channel = join(out, process.arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${process.arch}.yml`)
  const { size } = await stat(archive)
  await writeFile(
    channel,
    // `path` and the second sha512 are for older updaters.
    stringify({
      version,
      files: [{ url: name, sha512, size }],
      path: name,
      sha512,
      releaseDate: new Date().toISOString(),
    }),
  )
  return channel
}
