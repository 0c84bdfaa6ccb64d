import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freeControl } from '../../../shared/domain/screens/control.ts'
import { openControlFile } from './control-file.ts'

let folder: string
const errors: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-control-'))
  errors.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'control.json')
const open = () => openControlFile(file(), (what) => errors.push(what))

const held = (screen: string) => ({
  ...freeControl(screen, 7),
  hold: {
    kind: 'pin' as const,
    holder: { id: 'dana', name: 'Dana' },
    board: 'wins',
    page: null,
    since: 1,
    until: 2,
    huddle: null,
  },
})

test('[S76] what is held is kept, the last of what was to be written, for its own account alone', async () => {
  const control = open()
  control.save(() => [held('one')])
  control.save(() => [held('one'), held('two'), freeControl('three', 7)])
  await control.close()
  const { version, changedBy, ...kept } = held('one')
  expect(open().read()).toEqual([kept, { ...kept, screen: 'two' }])
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['control.json'])
  expect(errors).toEqual([])
})

test('[S76] without a file nobody holds anything; a damaged one is told, and is none either', () => {
  expect(open().read()).toEqual([])
  expect(errors).toEqual([])
  writeFileSync(file(), '{"format":1,"held":[{"screen":')
  expect(open().read()).toEqual([])
  writeFileSync(file(), '{"format":2,"held":[]}')
  expect(open().read()).toEqual([])
  expect(errors).toHaveLength(2)
})

test('[S76] what cannot be written is told, and tried again with the next change', async () => {
  rmSync(folder, { recursive: true })
  const control = open()
  control.save(() => [held('one')])
  await control.close()
  expect(errors).toEqual(['who holds which screen cannot be kept over a restart'])
})
