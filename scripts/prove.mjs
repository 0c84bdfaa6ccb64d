// The long proofs, one after another, and a table of what they found. `--only NAME` runs one. Each takes some minutes
// at the size given here; its variable gives another. FLOORBOARD_SEED repeats a run.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { provideChromium } from './provision/chromium.mjs'
import { provideDatabases } from './provision/databases.mjs'
import { provideDisplay } from './provision/display.mjs'
import { provideElectron } from './provision/electron.mjs'
import { provideNewestNode } from './provision/newest-node.mjs'
import { provideOldChromiums } from './provision/old-chromiums.mjs'
import { provideProxies } from './provision/proxies.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

/**
 * @typedef {object} Proof
 * @property {string} name
 * @property {string} variable how large it is
 * @property {string} size unless the variable says otherwise
 * @property {readonly string[]} projects
 * @property {() => readonly string[] | Promise<readonly string[]>} files
 * @property {() => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv>} [provide]
 */

/** @type {readonly Proof[]} */
const proofs = [
  {
    name: 'kills',
    variable: 'FLOORBOARD_KILLS',
    size: '200',
    projects: ['end to end'],
    files: () => ['test/durability/kill.test.ts'],
  },
  {
    name: 'failover',
    variable: 'FLOORBOARD_FAILOVER_KILLS',
    size: '80',
    projects: ['feed'],
    files: () => ['main/feed/store/postgres/failover.feed.test.ts'],
    provide: () => ({ FLOORBOARD_FAILOVER_PAUSE_MS: '30000' }),
  },
  {
    name: 'nodes',
    variable: 'FLOORBOARD_NODE_KILLS',
    size: '20',
    projects: ['prove'],
    files: () => ['test/prove/nodes.prove.ts'],
    provide: async () => {
      provideDatabases()
      return { FLOORBOARD_CHROMIUM: provideChromium(), ...(await provideProxies()) }
    },
  },
  {
    name: 'three-nodes',
    variable: 'FLOORBOARD_DEPTH',
    size: '25',
    projects: ['feed'],
    files: () => ['main/feed/store/postgres/three-nodes.feed.test.ts'],
  },
  {
    name: 'node-celebrations',
    variable: 'FLOORBOARD_NODE_CELEBRATION_KILLS',
    size: '36',
    projects: ['end to end'],
    files: () => ['test/nodes/celebrations.test.ts'],
    provide: async () => {
      provideDatabases()
      return await provideProxies()
    },
  },
  {
    name: 'celebrations',
    variable: 'FLOORBOARD_CELEBRATION_KILLS',
    size: '50',
    projects: ['end to end'],
    files: () => ['test/durability/celebrations.test.ts'],
  },
  {
    name: 'contests',
    variable: 'FLOORBOARD_CONTEST_KILLS',
    size: '50',
    projects: ['end to end'],
    files: () => ['test/durability/contests.test.ts'],
  },
  {
    name: 'sources',
    variable: 'FLOORBOARD_SOURCE_KILLS',
    size: '30',
    projects: ['end to end'],
    files: () => ['test/durability/sources.test.ts'],
  },
  {
    name: 'plenty',
    variable: 'FLOORBOARD_SOURCE_RECORDS',
    size: '1000000',
    projects: ['prove'],
    files: () => ['test/prove/plenty.prove.ts'],
  },
  {
    name: 'damage',
    variable: 'FLOORBOARD_DAMAGES',
    size: '2000',
    projects: ['end to end'],
    files: () => ['test/durability/damage.test.ts'],
  },
  {
    name: 'histories',
    variable: 'FLOORBOARD_DEPTH',
    size: '20',
    projects: ['unit', 'feed', 'end to end'],
    files: propertyTests,
  },
  {
    name: 'simulator',
    variable: 'FLOORBOARD_SIMULATED_STEPS',
    size: '1000000',
    projects: ['prove'],
    files: () => ['test/prove/simulator.prove.ts'],
  },
  {
    name: 'crowd',
    variable: 'FLOORBOARD_TVS',
    size: '2000',
    projects: ['prove'],
    files: () => ['test/prove/crowd.prove.ts'],
  },
  {
    name: 'guesses',
    variable: 'FLOORBOARD_GUESSES',
    size: '100000',
    projects: ['prove'],
    files: () => ['test/prove/guesses.prove.ts'],
  },
  {
    name: 'pictures',
    variable: 'FLOORBOARD_SHAPES',
    size: 'every',
    projects: ['pictures'],
    files: () => ['pictures', 'awkward-states', 'locales'].map((name) => `test/pictures/${name}.test.ts`),
    provide: () => ({ FLOORBOARD_CHROMIUM: provideChromium() }),
  },
  {
    name: 'soak',
    variable: 'FLOORBOARD_SOAK_SECONDS',
    size: '240',
    projects: ['prove'],
    files: () => ['test/prove/soak.prove.ts'],
    provide: () => ({ FLOORBOARD_CHROMIUM: provideChromium() }),
  },
  {
    name: 'walls',
    variable: 'FLOORBOARD_WALLS',
    size: '20',
    projects: ['prove'],
    files: () => ['test/prove/walls.prove.ts'],
    provide: () => ({ FLOORBOARD_CHROMIUM: provideChromium() }),
  },
  {
    name: 'takeovers',
    variable: 'FLOORBOARD_TAKEOVERS',
    size: '500',
    projects: ['prove'],
    files: () => ['test/prove/takeovers.prove.ts'],
    provide: () => ({ FLOORBOARD_CHROMIUM: provideChromium() }),
  },
  {
    name: 'kiosk',
    variable: 'FLOORBOARD_KIOSK_KILLS',
    size: '50',
    projects: ['prove'],
    files: () => ['test/prove/kiosk.prove.ts'],
    provide: async () => {
      provideDisplay()
      return { FLOORBOARD_ELECTRON: await provideElectron() }
    },
  },
  {
    name: 'day',
    variable: 'FLOORBOARD_DAY_MINUTES',
    size: '28',
    projects: ['prove'],
    files: () => ['test/prove/day.prove.ts'],
    provide: async () => {
      provideDisplay()
      return { FLOORBOARD_ELECTRON: await provideElectron() }
    },
  },
  {
    name: 'displays',
    variable: 'FLOORBOARD_DISPLAY_CHANGES',
    size: '30',
    projects: ['prove'],
    files: () => ['test/prove/displays.prove.ts'],
    provide: async () => {
      provideDisplay()
      return { FLOORBOARD_ELECTRON: await provideElectron() }
    },
  },
  {
    name: 'updates',
    variable: 'FLOORBOARD_PAINT_WITHIN',
    size: '60',
    projects: ['prove'],
    files: () => ['test/prove/updates.prove.ts'],
    provide: async () => {
      provideDisplay()
      return { FLOORBOARD_ELECTRON: await provideElectron() }
    },
  },
  {
    name: 'newest-node',
    variable: 'FLOORBOARD_NEWEST_NODE',
    size: '',
    projects: ['prove'],
    files: () => ['test/prove/newest-node.prove.ts'],
    provide: async () => ({ FLOORBOARD_NEWEST_NODE: await provideNewestNode() }),
  },
  {
    name: 'old-browsers',
    variable: 'FLOORBOARD_OLD_CHROMIUMS',
    size: '',
    projects: ['prove'],
    files: () => ['test/prove/old-browsers.prove.ts'],
    provide: async () => ({ FLOORBOARD_OLD_CHROMIUMS: await provideOldChromiums() }),
  },
]

/** Every test that asks how many random cases it is to try. */
async function propertyTests() {
  const found = []
  for (const room of ['main', 'shared', 'test'])
    for (const name of await readdir(room, { recursive: true })) {
      if (!/(\.test|-suite)\.ts$/.test(name)) continue
      if (!(await readFile(join(room, name), 'utf8')).includes('propertyRuns(')) continue
      // A suite is run by the tests of what it is a suite for.
      found.push(name.endsWith('.test.ts') ? join(room, name) : join(room, name, '..'))
    }
  return found
}

/** @param {Proof} proof @param {string} seed @param {string} folder */
async function runProof(proof, seed, folder) {
  const size = process.env[proof.variable] ?? proof.size
  const figures = join(folder, proof.name)
  console.error(`\nproving ${proof.name}${size === '' ? '' : ` (${proof.variable}=${size})`}, seed ${seed}`)
  const given = {
    ...(size === '' ? {} : { [proof.variable]: size }),
    FLOORBOARD_SEED: seed,
    FLOORBOARD_FIGURES: figures,
  }
  const env = { ...process.env, ...given, ...(await proof.provide?.()) }
  const projects = proof.projects.map((name) => `--project=${name}`)
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...(await proof.files())]
  const startedAt = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1)
  const said = await readFile(figures, 'utf8').catch(() => '')
  return { name: proof.name, size, minutes, holds: status === 0, figures: said.trim().split('\n') }
}

const { values: flags } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const chosen = proofs.filter(({ name }) => flags.only === '' || name === flags.only)
if (chosen.length === 0) {
  console.error(`No proof is called ${flags.only}: there are ${proofs.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
const seed = process.env.FLOORBOARD_SEED ?? String(Date.now() % 1_000_000)
const folder = await mkdtemp(join(os.tmpdir(), 'floorboard-prove-'))
const results = []
try {
  for (const proof of chosen) results.push(await runProof(proof, seed, folder))
} finally {
  await rm(folder, { recursive: true, force: true })
}

process.stdout.write(`\nseed ${seed}, Node ${process.versions.node}\n\n`)
process.stdout.write('| proof | size | | minutes | figures |\n| --- | --- | --- | --- | --- |\n')
for (const { name, size, minutes, holds, figures } of results)
  process.stdout.write(
    `| ${name} | ${size} | ${holds ? 'holds' : 'BROKEN'} | ${minutes} | ${figures.join('; ')} |\n`,
  )
process.exitCode = results.every(({ holds }) => holds) ? 0 : 1
