import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { createPlacesFile } from './places-file.ts'

let folder: string
const said: string[] = []
const note = (message: string): void => {
  said.push(message)
}
const journal = { info: note, warn: note, error: note }
const fileIn = (name: string) => createPlacesFile(join(folder, name), journal)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-places-'))
  said.length = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

test('[S189] what was kept last is known after the next start', async () => {
  const file = fileIn('displays.json')
  expect(file.load()).toEqual([])
  file.save([7])
  file.save([7, 3])
  await eventually(() => expect(fileIn('displays.json').load()).toEqual([7, 3]))
})

test.each(['', '{', '{"displays":["left"]}', '[]'])('%j is no reason to show nothing', (text) => {
  writeFileSync(join(folder, 'displays.json'), text)
  expect(fileIn('displays.json').load()).toEqual([])
})

test('a disk that takes nothing is said, and stops nothing', async () => {
  fileIn('away/displays.json').save([7])
  await eventually(() => expect(said).toHaveLength(1))
})
