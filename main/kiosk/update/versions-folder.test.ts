import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openVersionsFolder, startedBy } from './versions-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-versions-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const open = (executable: string) =>
  openVersionsFolder({ start: '7-1-99', folder, installed: '0.1.0' }, executable, quiet)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

test('[S216] a wall that no starter has started knows of no versions', () => {
  expect(startedBy({})).toBeNull()
  expect(startedBy({ FLOORBOARD_START: '7', FLOORBOARD_VERSIONS: folder })).toBeNull()
  expect(
    startedBy({ FLOORBOARD_START: '7', FLOORBOARD_VERSIONS: folder, FLOORBOARD_INSTALLED: '0.1.0' }),
  ).not.toBeNull()
})

test('[S216] a version that is chosen is on trial, with the one that runs now to go back to', async () => {
  const installed = open('/opt/floorboard-tv/floorboard-tv-wall')
  expect([installed.runs, installed.isOnTrial]).toEqual([null, false])
  await installed.choose('0.2.0')
  expect(read('state')).toBe('0.2.0 - 0 0.1.0\n')
  const second = open(join(folder, '0.2.0/floorboard-tv-wall'))
  expect([second.runs, second.isOnTrial]).toEqual(['0.2.0', true])
  await second.choose('0.3.0')
  expect(read('state')).toBe('0.3.0 0.2.0 0 0.1.0\n')
  await expect(second.choose('../0.4.0')).rejects.toThrow()
})

test('[S216] it tells its starter once that this start has painted', () => {
  const versions = open(join(folder, '0.2.0/floorboard-tv-wall'))
  versions.notePainted()
  expect(read('painted')).toBe('7-1-99')
  rmSync(join(folder, 'painted'))
  versions.notePainted()
  expect(() => read('painted')).toThrow()
})

test('[S215] it reads what the starter wrote when it went back, and nothing that it did not write', () => {
  const versions = open('/opt/floorboard-tv/floorboard-tv-wall')
  expect(versions.wentBack()).toBeNull()
  writeFileSync(join(folder, 'went-back'), '0.2.0 1795969160 not-painted\n')
  expect(versions.wentBack()).toEqual({ version: '0.2.0', at: 1_795_969_160_000, why: 'not-painted' })
  for (const text of ['', '0.2.0', '0.2.0 x ended', '0.2.0 1 because', '../.. 1 ended']) {
    writeFileSync(join(folder, 'went-back'), text)
    expect([text, versions.wentBack()]).toEqual([text, null])
  }
})

test('[S216] nothing that could not be undone is begun before a version on trial has painted', async () => {
  await open('/opt/floorboard-tv/floorboard-tv-wall').choose('0.2.0')
  const trying = open(join(folder, '0.2.0/floorboard-tv-wall'))
  let isPainted = false
  void trying.painted.then(() => {
    isPainted = true
  })
  await new Promise(setImmediate)
  expect(isPainted).toBe(false)
  trying.notePainted()
  await trying.painted
  // The installed program is no trial.
  await open('/opt/floorboard-tv/floorboard-tv-wall').painted
})
