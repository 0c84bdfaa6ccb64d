import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unpack } from './unpack.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-unpack-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const pack = (version: string, more: (place: string) => void = () => undefined): string => {
  const place = join(folder, 'program')
  mkdirSync(join(place, 'resources'), { recursive: true })
  writeFileSync(join(place, 'version'), `${version}\n`)
  writeFileSync(join(place, 'floorboard-tv-wall'), '#!/bin/sh\n', { mode: 0o755 })
  writeFileSync(join(place, 'chrome-sandbox'), '')
  writeFileSync(join(place, 'resources/app.asar'), 'the program')
  more(place)
  const archive = join(folder, `${version}.tar.gz`)
  execFileSync('tar', ['-czf', archive, '-C', place, '.'])
  return archive
}
const versions = () => join(folder, 'versions')
const put = (archive: string, version: string, keep: readonly string[] = []) =>
  unpack({ archive, version, folder: versions(), keep })

test('[S218] a version lies whole in a folder of its own, for this account alone; older ones that nobody starts are gone', async () => {
  await put(pack('0.2.0'), '0.2.0')
  await put(pack('0.3.0'), '0.3.0', ['0.2.0'])
  await put(pack('0.4.0'), '0.4.0', ['0.3.0'])
  expect(readdirSync(versions()).sort()).toEqual(['0.3.0', '0.4.0'])
  expect(existsSync(join(versions(), '0.4.0/resources/app.asar'))).toBe(true)
  expect(existsSync(join(versions(), '0.4.0/chrome-sandbox'))).toBe(false)
  expect(statSync(versions()).mode & 0o077).toBe(0)
})

test.each([
  ['is of another version', () => pack('0.2.1'), 'holds 0.2.1'],
  ['has no program', () => pack('0.2.0', (place) => rmSync(join(place, 'floorboard-tv-wall'))), 'ENOENT'],
  [
    'has a program that cannot be run',
    () =>
      pack(
        '0.2.0',
        (place) =>
          writeFileSync(join(place, 'floorboard-tv-wall'), '', { mode: 0o644 }) ??
          execFileSync('chmod', ['644', join(place, 'floorboard-tv-wall')]),
      ),
    'EACCES',
  ],
  [
    'is cut short',
    () => {
      const archive = pack('0.2.0', (place) => writeFileSync(join(place, 'more'), Buffer.alloc(100_000, 7)))
      truncateSync(archive, 150)
      return archive
    },
    'tar',
  ],
] as const)(
  '[S218] of an archive that %s nothing is left, and the version that runs stays',
  async (_, archive, why) => {
    await put(pack('0.1.5'), '0.1.5')
    rmSync(join(folder, 'program'), { recursive: true })
    await expect(put(archive(), '0.2.0', ['0.1.5'])).rejects.toThrow(why)
    expect(readdirSync(versions())).toEqual(['0.1.5'])
  },
)

test('[S218] an archive writes nothing outside of its folder', async () => {
  mkdirSync(join(folder, 'program'))
  writeFileSync(join(folder, 'outside'), 'as it was')
  const archive = join(folder, 'bad.tar.gz')
  execFileSync('tar', [
    '-czPf',
    archive,
    '-C',
    join(folder, 'program'),
    '--transform',
    's,.*,../../outside,',
    '../outside',
  ])
  await expect(put(archive, '0.2.0')).rejects.toThrow()
  expect(readdirSync(versions())).toEqual([])
  expect(existsSync(join(folder, 'outside'))).toBe(true)
})
