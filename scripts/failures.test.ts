import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the reporter writes of a run of one file. */
function failuresOf(source: string): string {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache/failures-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'one.test.mjs'), `import { expect, test } from 'vitest'\n${source}`)
  writeFileSync(join(folder, 'vitest.config.mjs'), 'export default {}')
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      `--root=${folder}`,
      `--reporter=${root}scripts/failures.mjs`,
    ],
    { env: { ...process.env, FLOORBOARD_FAILURES: join(folder, 'told') } },
  )
  const told = readFileSync(join(folder, 'told'), 'utf8')
  expect(status === 0).toBe(told === '')
  return told
}

test('a run in which all passed tells nothing', () => {
  expect(failuresOf("test('sums', () => expect(1).toBe(1))")).toBe('')
})

test('a failed test is told with its file, its name, what differed, and no line of what is installed', () => {
  const told = failuresOf(
    "test('sums', () => expect({ sum: 1 }).toEqual({ sum: 2 }))\ntest('others', () => {})",
  )
  expect(told).toMatch(/^FAILED one\.test\.mjs > sums\n {2}AssertionError: expected/)
  expect(told).toContain('"sum": 2')
  expect(told).not.toContain('node_modules')
  expect(told).not.toContain('others')
})

test('a file that breaks before its first test is told', () => {
  expect(failuresOf("throw new Error('no such thing')")).toMatch(
    /^FAILED one\.test\.mjs\n {2}Error: no such thing\n/,
  )
})

test('so is what breaks outside of every test', () => {
  const told = failuresOf(
    "test('waits', () => new Promise((done) => { setTimeout(done, 50); setTimeout(() => { throw new Error('late') }, 1) }))",
  )
  expect(told).toMatch(/^FAILED outside of every test\n {2}Error: late\n/)
})
