import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rendererFolder } from './built.ts'

test('what tests look at is built as it ships, without the aids for developers', () => {
  const folder = join(rendererFolder, 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  // React's own development build says so to its tools.
  for (const name of scripts) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('jsxDEV')
})
