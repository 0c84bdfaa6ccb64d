// The test command: provides the browser, the display, the databases, the Electron and the proxies that tests drive, and runs all of them; a
// machine that cannot provide them fails it. Arguments go to Vitest. At its end it tells how long each project took,
// and its last line counts the tests.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countTests } from './count-tests.mjs'
import { provideChromium } from './provision/chromium.mjs'
import { provideDatabases } from './provision/databases.mjs'
import { provideDisplay } from './provision/display.mjs'
import { provideElectron } from './provision/electron.mjs'
import { provideProxies } from './provision/proxies.mjs'
import { provideTracer } from './provision/tracer.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** All but the long proofs, which `npm run prove` asks for. */
const projects = ['unit', 'renderer', 'feed', 'end to end', 'pictures', 'kiosk', 'measured'].map(
  (name) => `--project=${name}`,
)

async function runTests() {
  const chromium = provideChromium()
  provideDisplay()
  provideTracer()
  provideDatabases()
  const electron = await provideElectron()
  const proxies = await provideProxies()
  const env = { ...process.env, ...proxies, FLOORBOARD_CHROMIUM: chromium, FLOORBOARD_ELECTRON: electron }
  await mkdir('.cache', { recursive: true })
  const folder = await mkdtemp('.cache/test-')
  try {
    const report = join(folder, 'report.json')
    const reporters = ['default', './scripts/project-times.mjs', 'json'].map((name) => `--reporter=${name}`)
    const given = process.argv.slice(2)
    const args = [
      ...(given.some((word) => word.startsWith('--project')) ? [] : projects),
      ...[...reporters, `--outputFile.json=${report}`, ...given],
    ]
    const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    })
    return countTests(await readFile(report, 'utf8').catch(() => null), status ?? 1)
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
