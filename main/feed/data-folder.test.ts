import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BadSetUp } from './bad-set-up.ts'
import { openDataFolder } from './data-folder.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'floorboard-data-'))
})
afterEach(() => {
  chmodSync(root, 0o700)
  rmSync(root, { recursive: true })
})

const refusalOf = (folder: string): string => {
  try {
    openDataFolder(folder)
    return 'taken'
  } catch (error) {
    if (error instanceof BadSetUp) return error.message
    throw error
  }
}

test('a data folder that the feed makes is for its own account alone', () => {
  const folder = join(root, 'floors', 'data')
  openDataFolder(folder)
  openDataFolder(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('what cannot be a data folder is refused in one sentence that says what to do', () => {
  const file = join(root, 'file')
  writeFileSync(file, '')
  expect(refusalOf(file)).toBe(`The data folder ${file} is a file; --data names a folder.`)
  expect(refusalOf(join(file, 'x'))).toMatch(/lies below a file; --data names a folder\.$/)
  expect(refusalOf('/proc/no-such-folder')).toMatch(/; choose another folder with --data\.$/)
  mkdirSync(join(root, 'floor.db'))
  expect(refusalOf(root)).toMatch(/floor\.db is not a file; choose another folder with --data\.$/)
})

/** A program that opens a data folder, in a folder that everybody may read. */
const writeProgram = (open: string): string => {
  chmodSync(open, 0o755)
  const contents = `import { openDataFolder } from './data-folder.ts'
    try { openDataFolder(process.argv[2]); console.log('taken') } catch (error) { console.log(error.message) }`
  const program = join(open, 'program.cjs')
  const stdin = { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) }
  buildSync({ stdin, bundle: true, platform: 'node', outfile: program })
  return program
}

test('a folder or a log of another account is refused before the feed starts', ({ onTestFinished }) => {
  const open = mkdtempSync(join(tmpdir(), 'floorboard-stranger-'))
  onTestFinished(() => rmSync(open, { recursive: true }))
  const program = writeProgram(open)
  /** Nothing is closed to root, so root asks as somebody else. */
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const refusalOfStranger = (folder: string): string =>
    spawnSync(process.execPath, [program, folder], { ...nobody, encoding: 'utf8' }).stdout.trim()
  chmodSync(root, 0o777)
  expect(refusalOfStranger(root)).toBe('taken')
  writeFileSync(join(root, 'floor.db'), '')
  chmodSync(join(root, 'floor.db'), 0o400)
  expect(refusalOfStranger(root)).toMatch(
    /its file .*floor\.db may not be written by this account; let it, or choose/,
  )
  chmodSync(root, 0o500)
  expect(refusalOfStranger(root)).toBe(
    `The data folder ${root} may not be written by this account; let it, or choose another folder with --data.`,
  )
})
