import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { openReleaseFolder } from './release-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-releases-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* bytes(text: string) {
  yield Buffer.from(text)
}
const channel = (version: string, url: string, content: string, more: object = {}): string =>
  stringify({
    version,
    files: [
      { url, sha512: createHash('sha512').update(content).digest('base64'), size: content.length, ...more },
    ],
    path: url,
    releaseDate: '2026-11-29T00:00:00.000Z',
  })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    ({ reason }) => reason,
  )

const put = async (version: string, content = `program ${version}`) => {
  const releases = openReleaseFolder(folder)
  const archive = `floorboard-tv-${version}-linux-x64.tar.gz`
  await releases.take(archive, content.length, bytes(content))
  await releases.take('latest-linux.yml', null, bytes(channel(version, archive, content)))
  return { releases, archive }
}

test('[S213] a release is offered once its archive and the channel file that names it are there', async () => {
  const releases = openReleaseFolder(folder)
  const archive = 'floorboard-tv-0.2.0-linux-x64.tar.gz'
  expect(await releases.take(archive, 7, bytes('program'))).toBeNull()
  expect(await releases.offers()).toEqual([])
  expect(await releases.isServed(archive)).toBe(false)
  expect(await releases.take('latest-linux.yml', null, bytes(channel('0.2.0', archive, 'program')))).toBe(
    '0.2.0',
  )
  expect(await releases.offerFor('linux-x64')).toMatchObject({ version: '0.2.0', archive, bytes: 7 })
  expect(await releases.offerFor('linux-arm64')).toBeNull()
  for (const name of [archive, 'latest-linux.yml']) expect(await releases.isServed(name)).toBe(true)
})

test('[S213] the archive of the version before goes with it', async () => {
  await put('0.2.0')
  const { releases, archive } = await put('0.3.0')
  expect(readdirSync(folder).sort()).toEqual([archive, 'latest-linux.yml'])
  expect(await releases.offers()).toMatchObject([{ version: '0.3.0' }])
})

test('[S213] archives for several kinds of computers may come before all channel files', async () => {
  const releases = openReleaseFolder(folder)
  const archives = { 'latest-linux.yml': 'x64.tar.gz', 'latest-linux-arm64.yml': 'arm64.tar.gz' }
  for (const archive of Object.values(archives)) await releases.take(archive, 7, bytes('program'))
  for (const [name, archive] of Object.entries(archives))
    await releases.take(name, null, bytes(channel('0.2.0', archive, 'program')))
  expect(await releases.offerFor('linux-arm64')).toMatchObject({ archive: 'arm64.tar.gz' })
  expect(await releases.offerFor('linux-x64')).toMatchObject({ archive: 'x64.tar.gz' })
})

test.each([
  ['its archive is not there', channel('0.2.0', 'elsewhere.tar.gz', 'program')],
  ['its archive is another one', channel('0.2.0', 'floorboard.tar.gz', 'another')],
  ['its archive is longer', channel('0.2.0', 'floorboard.tar.gz', 'program', { size: 6 })],
  ['it leads out of the folder', channel('0.2.0', '../floorboard.tar.gz', 'program')],
  ['it leads to another machine', channel('0.2.0', 'https://example.org/a.tar.gz', 'program')],
  ['its version leads out of a folder', channel('../0.2.0', 'floorboard.tar.gz', 'program')],
  [
    'it is larger than any kiosk',
    channel('0.2.0', 'floorboard.tar.gz', 'program', { size: 600 * 1024 * 1024 }),
  ],
  ['it names no archive', channel('0.2.0', 'Floorboard.AppImage', 'program')],
  ['it is not YAML', 'version: [0.2.0'],
  ['it unfolds', `a: &a [1]\nversion: *a\n`],
])('[S213] a channel file is refused where %s, and nothing of it is left', async (_, text) => {
  const releases = openReleaseFolder(folder)
  await releases.take('floorboard.tar.gz', 7, bytes('program'))
  expect(await refusal(releases.take('latest-linux.yml', null, bytes(text)))).toBe('bad-file')
  expect(readdirSync(folder)).toEqual(['floorboard.tar.gz'])
})

test('[S213] what is cut short, too long, nothing of a release, or finds no room, changes nothing', async () => {
  const { releases } = await put('0.2.0')
  const before = readdirSync(folder).sort()
  expect(await refusal(releases.take('a.tar.gz', 9, bytes('program')))).toBe('cut-short')
  expect(await refusal(releases.take('a.tar.gz', 600 * 1024 * 1024, bytes('program')))).toBe('too-large')
  expect(await refusal(releases.take('latest-linux.yml', null, bytes('#'.repeat(70_000))))).toBe('too-large')
  for (const name of ['../a.tar.gz', '.a.tar.gz', 'a/b.tar.gz', 'setup.exe', 'other.yml', ''])
    expect([name, await refusal(releases.take(name, 7, bytes('program')))]).toEqual([name, 'bad-file'])
  const full = openReleaseFolder(folder, { free: async () => 100 * 1024 * 1024 })
  expect(await refusal(full.take('a.tar.gz', 7, bytes('program')))).toBe('disk-full')
  expect(readdirSync(folder).sort()).toEqual(before)
  expect(await releases.offers()).toMatchObject([{ version: '0.2.0' }])
})

test('[S213] nothing else that lies in the folder is served, and no link', async () => {
  const { releases } = await put('0.2.0')
  writeFileSync(join(folder, 'notes.tar.gz'), 'notes')
  writeFileSync(join(folder, 'latest.yml'), 'version: none')
  symlinkSync('/etc/hostname', join(folder, 'latest-mac.yml'))
  for (const name of ['notes.tar.gz', 'latest.yml', 'latest-mac.yml', '..', ''])
    expect([name, await releases.isServed(name)]).toEqual([name, false])
})
