// The test command: provides the browser, the display and the Electron that tests drive, builds, and runs all of
// them; a machine that cannot provide them fails it. Arguments go to Vitest. Its last line counts the tests.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countTests } from './count-tests.mjs'
import { provideChromium } from './provision/chromium.mjs'
import { provideDisplay } from './provision/display.mjs'
import { provideElectron } from './provision/electron.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** @param {string} script @param {readonly string[]} args @param {NodeJS.ProcessEnv} env */
const node = (script, args, env = process.env) =>
  spawnSync(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env }).status ?? 1

async function runTests() {
  const chromium = provideChromium()
  provideDisplay()
  const electron = await provideElectron()
  const env = { ...process.env, FLOORBOARD_CHROMIUM: chromium, FLOORBOARD_ELECTRON: electron }
  if (node('scripts/build.mjs', ['--quiet']) !== 0) throw new Error('The build failed.')
  await mkdir('.cache', { recursive: true })
  const folder = await mkdtemp('.cache/test-')
  try {
    const report = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const status = node(
      'node_modules/vitest/vitest.mjs',
      ['run', ...reporters, ...process.argv.slice(2)],
      env,
    )
    return countTests(await readFile(report, 'utf8').catch(() => null), status)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const count = await runTests().catch((error) => {
  console.error(error.message)
  return { passed: 0, failed: 1, skipped: 0 }
})
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`)
process.exitCode = count.failed === 0 ? 0 : 1
