import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the reporter writes of a run of files, by their names. */
function failuresOf(sources: Readonly<Record<string, string>>): string {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache/failures-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, source] of Object.entries(sources))
    writeFileSync(join(folder, `${name}.test.mjs`), `import { expect, test } from 'vitest'\n${source}`)
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    'export default { test: { maxWorkers: 1, isolate: false } }',
  )
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
  expect(failuresOf({ one: "test('sums', () => expect(1).toBe(1))" })).toBe('')
})

test('what failed is told, whether in a test, before the first of a file, or outside of all', () => {
  const told = failuresOf({
    sums: "test('sums', () => expect({ sum: 1 }).toEqual({ sum: 2 }))\ntest('others', () => {})",
    breaks: "throw new Error('no such thing')",
    late: "test('waits', () => new Promise((done) => { setTimeout(done, 50); setTimeout(() => { throw new Error('late') }, 1) }))",
  })
  expect(told.match(/^FAILED .*/gm)?.sort()).toEqual([
    'FAILED breaks.test.mjs',
    'FAILED outside of every test',
    'FAILED sums.test.mjs > sums',
  ])
  expect(told).toMatch(/^FAILED breaks\.test\.mjs\n {2}Error: no such thing\n/m)
  expect(told).toMatch(/^FAILED outside of every test\n {2}Error: late\n/m)
  // Its name, what differed, and no line of what is installed.
  expect(told).toMatch(/^FAILED sums\.test\.mjs > sums\n {2}AssertionError: expected/m)
  expect(told).toContain('"sum": 2')
  expect(told).not.toContain('node_modules')
  expect(told).not.toContain('others')
})
