import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishRelease } from './update.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-publish-'))
  for (const name of ['data', 'release']) mkdirSync(join(folder, name))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const publish = async () => {
  let said = ''
  const say = (text: string) => {
    said += text
  }
  const terminal = { out: say, err: say, watched: false }
  const code = await publishRelease(join(folder, 'release'), { data: join(folder, 'data') }, terminal)
  return { code, said }
}
const write = (name: string, text: string): void => writeFileSync(join(folder, 'release', name), text)
const channel = (content: string): string =>
  `version: 0.2.0\nfiles:\n  - url: tv.tar.gz\n    sha512: ${createHash('sha512').update(content).digest('base64')}\n    size: ${content.length}\n`

test('[S213] a release that was packaged is offered, with nothing else of its folder', async () => {
  write('tv.tar.gz', 'program')
  write('latest-linux.yml', channel('program'))
  write('builder-debug.yml', 'x: 1')
  write('older.tar.gz', 'older')
  expect(await publish()).toEqual({ code: 0, said: '0.2.0 is offered by latest-linux.yml\n' })
  expect(readdirSync(join(folder, 'data/updates')).sort()).toEqual(['latest-linux.yml', 'tv.tar.gz'])
})

test('[S213] a folder without a release, and a release that is not whole, offer nothing', async () => {
  expect(await publish()).toMatchObject({ code: 2, said: expect.stringContaining('There is no release in') })
  write('tv.tar.gz', 'another')
  write('latest-linux.yml', channel('program'))
  expect(await publish()).toMatchObject({ code: 2, said: expect.stringContaining('is not the file that') })
  rmSync(join(folder, 'data'), { recursive: true })
  expect(await publish()).toMatchObject({ code: 2, said: expect.stringContaining('--data names') })
})
