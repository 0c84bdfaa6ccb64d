import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { createKeptPicture } from './kept-picture.ts'

let folder: string
let path: string
const said: string[] = []
const note = (message: string): void => {
  said.push(message)
}
const journal = { info: note, warn: note, error: note }
const jpeg = new Uint8Array([0xff, 0xd8, 1, 2, 3])

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-picture-'))
  path = join(folder, 'last-picture.jpg')
  said.length = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

test('[S193] a picture is there after the next start, dated by when it was taken', async () => {
  expect(await createKeptPicture(path, journal).load()).toBeNull()
  const picture = createKeptPicture(path, journal)
  picture.keep(jpeg)
  await picture.load()
  const then = new Date('2026-11-29T14:05:00Z')
  utimesSync(path, then, then)
  expect(await createKeptPicture(path, journal).load()).toEqual({ jpeg, takenAt: then })
})

test('[S193] what is forgotten is gone, also where it was only just being written', async () => {
  const picture = createKeptPicture(path, journal)
  picture.keep(jpeg)
  picture.forget()
  expect(await picture.load()).toBeNull()
  expect(existsSync(path)).toBe(false)
})

test.each(['', '<html>'])('[S193] a file that is no picture (%j) is none', async (text) => {
  writeFileSync(path, text)
  expect(await createKeptPicture(path, journal).load()).toBeNull()
})

test('a disk that takes nothing is said, and stops nothing', async () => {
  const picture = createKeptPicture(join(folder, 'away/last-picture.jpg'), journal)
  picture.keep(jpeg)
  await eventually(() => expect(said).toHaveLength(1))
  expect(await picture.load()).toBeNull()
})
