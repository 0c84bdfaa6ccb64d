// Runs the benchmarks one by one, each in a process of its own, and prints one table. --only NAME runs those whose file
// name contains it; --write keeps the table, with the machine's description, in docs/bench.md.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeTable } from './bench-table.mjs'
import { provideChromium } from './provision/chromium.mjs'

const { values: flags } = parseArgs({
  options: { only: { type: 'string', default: '' }, write: { type: 'boolean', default: false } },
})
process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const isFile = (name) => name.endsWith('.bench.ts') && name.includes(flags.only)
const files = (await readdir('bench').catch(() => [])).filter(isFile).sort()
if (files.length === 0) {
  console.error(
    flags.only === '' ? 'There is no benchmark in bench/.' : `No benchmark is called ${flags.only}.`,
  )
  process.exit(2)
}
if (spawnSync(process.execPath, ['scripts/build.mjs', '--quiet'], { stdio: 'inherit' }).status !== 0)
  process.exit(1)
// Those that draw open it; asked for once, it is not installed in the middle of a measurement.
const env = { ...process.env, FLOORBOARD_CHROMIUM: provideChromium() }

/** @param {string} file @param {string} folder @returns {Promise<import('./bench-table.mjs').BenchResult>} */
async function runOne(file, folder) {
  const answer = join(folder, `${file}.json`)
  console.error(`running ${file}`)
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'scripts/run-bench.mjs', join('bench', file), answer],
    { stdio: ['ignore', 'inherit', 'inherit'], env },
  )
  const text = status === 0 ? await readFile(answer, 'utf8') : null
  if (text !== null) return JSON.parse(text)
  return {
    name: file,
    rows: [{ name: 'broke', goal: '', ratio: null, ok: false, detail: `exit code ${status}` }],
  }
}

const folder = await mkdtemp(join(os.tmpdir(), 'bench-'))
const results = []
try {
  for (const file of files) results.push(await runOne(file, folder))
} finally {
  await rm(folder, { recursive: true, force: true })
}

const table = writeTable(results)
process.stdout.write(table)
if (flags.write) {
  const [cpu] = os.cpus()
  const machine = `${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}`
  const date = new Date().toISOString().slice(0, 10)
  const head = `# Benchmarks\n\nEvery figure is a ratio whose two sides ran in one process run. \`npm run bench\` prints the table; \`npm run bench -- --write\` puts a new one here.\n\nMachine: ${machine}. ${date}.\n`
  // What people wrote about the figures stays.
  const before = await readFile('docs/bench.md', 'utf8').catch(() => '')
  const notes = before.indexOf('\n## ')
  await writeFile('docs/bench.md', `${head}\n${table}${notes === -1 ? '' : before.slice(notes)}`)
}
process.exitCode = results.every(({ rows }) => rows.every(({ ok }) => ok)) ? 0 : 1
