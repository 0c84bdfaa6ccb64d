import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeFolder } from './make-folder.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'floorboard-test-'))
})
afterEach(() => rmSync(root, { recursive: true }))

it('makes a folder with those above it, once', () => {
  const folder = join(root, 'a', 'b', 'c')
  makeFolder(folder)
  makeFolder(folder)
  expect(statSync(folder).isDirectory()).toBe(true)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

it('says why it cannot, instead of trying for ever', () => {
  writeFileSync(join(root, 'file'), '')
  expect(() => makeFolder(join(root, 'file', 'under'))).toThrow()
  expect(() => makeFolder('/proc/no-such-folder/under')).toThrow()
})
