import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { program, rendererFolder } from './built.ts'

test('what tests look at is built as it ships, without the aids for developers', () => {
  const folder = join(rendererFolder, 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  // React's own development build says so to its tools.
  for (const name of scripts) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('jsxDEV')
})

test('the program is started by the code that the build had Node make of it', () => {
  const look = `console.log(require(${JSON.stringify(program)}).openProgram().cachedDataRejected)`
  const { stdout } = spawnSync(process.execPath, ['-e', look], { encoding: 'utf8' })
  expect(stdout.trim()).toBe('false')
})
