// The test command: provides the browser, the display, the databases, the Electron and the proxies that tests drive, and runs all of them; a
// machine that cannot provide them fails it. Arguments go to Vitest, which then runs once. At its end it tells how long each
// project took and what failed, and its last line counts the tests.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addCounts, countTests } from './count-tests.mjs'
import { provideChromium } from './provision/chromium.mjs'
import { provideDatabases } from './provision/databases.mjs'
import { provideDisplay } from './provision/display.mjs'
import { provideElectron } from './provision/electron.mjs'
import { provideProxies } from './provision/proxies.mjs'
import { provideTracer } from './provision/tracer.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/**
 * All but the long proofs, which `npm run prove` asks for. One stage follows the other; the runs of a stage go on side by side.
 * Kiosks wait most of their time, for watchdogs and for displays, and leave the processors to tests that wait for nothing.
 * What is measured has the machine to itself.
 * @type {readonly (readonly (readonly string[])[])[]}
 */
const stages = [
  [['unit', 'renderer', 'feed', 'memory'], ['kiosk']],
  [['end to end', 'pictures']],
  [['measured']],
]
const projectWords = (/** @type {readonly string[]} */ names) => names.map((name) => `--project=${name}`)

/** Vitest's words for each run of each stage. Whoever names tests wants those alone: that is one run. */
function runsFor(/** @type {readonly string[]} */ given) {
  if (given.some((word) => word.startsWith('--project'))) return [[given]]
  if (given.length > 0) return [[[...projectWords(stages.flat(2)), ...given]]]
  return stages.map((runs) => runs.map(projectWords))
}

/**
 * @param {readonly string[]} words
 * @param {string} folder where it reports to
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isBeside another one that is watched: what it says is kept for later
 */
async function runVitest(words, folder, env, isBeside) {
  await mkdir(folder)
  const report = join(folder, 'report.json')
  const reporters = ['default', './scripts/project-times.mjs', './scripts/failures.mjs', 'json'].map(
    (name) => `--reporter=${name}`,
  )
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...reporters, `--outputFile.json=${report}`, ...words],
    { stdio: ['ignore', isBeside ? 'pipe' : 'inherit', isBeside ? 'pipe' : 'inherit'], env },
  )
  /** @type {Buffer[]} */
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
  const [status] = await once(child, 'close')
  return {
    said: Buffer.concat(said),
    count: countTests(await readFile(report, 'utf8').catch(() => null), status ?? 1),
  }
}

async function runTests() {
  const chromium = provideChromium()
  provideDisplay()
  provideTracer()
  provideDatabases()
  const electron = await provideElectron()
  const proxies = await provideProxies()
  await mkdir('.cache', { recursive: true })
  const folder = await mkdtemp('.cache/test-')
  const times = join(folder, 'times')
  const failures = join(folder, 'failures')
  const env = {
    ...process.env,
    ...proxies,
    FLOORBOARD_CHROMIUM: chromium,
    FLOORBOARD_ELECTRON: electron,
    FLOORBOARD_PROJECT_TIMES: times,
    FLOORBOARD_FAILURES: failures,
  }
  try {
    const counts = []
    for (const [stage, runs] of runsFor(process.argv.slice(2)).entries()) {
      const ended = await Promise.all(
        runs.map((words, nth) => runVitest(words, join(folder, `${stage}-${nth}`), env, nth > 0)),
      )
      for (const { said, count } of ended) {
        process.stdout.write(said)
        counts.push(count)
      }
    }
    const [told, failed] = await Promise.all(
      [times, failures].map((file) => readFile(file, 'utf8').catch(() => '')),
    )
    process.stdout.write(`\n${told}${failed}`)
    return addCounts(counts)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const startedAt = performance.now()
const count = await runTests().catch((error) => {
  console.error(error.message)
  return { passed: 0, failed: 1, skipped: 0 }
})
const seconds = Math.round((performance.now() - startedAt) / 1000)
process.stdout.write(`${'in all'.padEnd(24)} ${String(seconds).padStart(5)} s\n`)
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`)
process.exitCode = count.failed === 0 ? 0 : 1
