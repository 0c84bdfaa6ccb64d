// Builds dist/: the programs with esbuild, what the TV draws with Vite. What did not change is not built again,
// so that `npm start` is quick; --force builds all of it.
import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build as bundle } from 'esbuild'
import { fingerprint, isPrintOf, keepPrint } from './fingerprint.mjs'
import { makeSheetFonts } from './sheet-fonts.mjs'

const { values: flags } = parseArgs({
  options: { quiet: { type: 'boolean', default: false }, force: { type: 'boolean', default: false } },
})

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
// What ships is built, whoever asks: a test runner names another environment, and React would be that for developers.
process.env.NODE_ENV = 'production'
const say = flags.quiet ? () => undefined : console.error

const programs = {
  floorboard: 'main/cli.ts',
  'feed-process': 'main/feed/feed-process.ts',
  'kiosk/main': 'main/kiosk/main.ts',
  'file-thread.worker': 'main/feed/import-files/file-thread.worker.ts',
}
/** Without what the programs have at their heads: in the sandbox there is neither a file name nor Node, and a command begins with its own line. */
const bare = { cli: 'main/start-compiled.ts', 'kiosk/preload': 'main/kiosk/preload.ts' }

/** @type {import('esbuild').BuildOptions} */
const settings = {
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  // The oldest runtime that runs them: an Electron whose main process knows no ES modules.
  target: 'node18',
  external: ['electron', 'libsql', '@node-rs/argon2', 'sharp'],
  sourcemap: 'linked',
  // Node reads and compiles a third less at each start. Names stay, and lines are short enough for whoever reads of an error.
  minifyWhitespace: true,
  lineLimit: 160,
  legalComments: 'none',
  logLevel: 'warning',
}

async function buildPrograms() {
  await bundle({
    ...settings,
    entryPoints: programs,
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  })
  await bundle({ ...settings, entryPoints: bare })
  const { status } = spawnSync(process.execPath, ['scripts/compile-program.mjs'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The program does not start.')
}

async function buildRenderer() {
  const { build } = await import('vite')
  // The TV's build empties the folder that the others go into.
  const configs = [
    'renderer/vite.config.ts',
    'renderer/gallery/vite.config.ts',
    'renderer/console/vite.config.ts',
    'renderer/congratulate/vite.config.ts',
    'renderer/operator/vite.config.ts',
  ]
  for (const configFile of configs) await build({ configFile, logLevel: flags.quiet ? 'warn' : 'info' })
}

/** @param {string} name @param {readonly string[]} sources @param {() => Promise<void>} build */
async function buildWhenChanged(name, sources, build) {
  const record = `dist/.built-from/${name}`
  const print = await fingerprint([
    ...sources,
    'package-lock.json',
    'scripts/build.mjs',
    'scripts/compile-program.mjs',
  ])
  if (!flags.force && (await isPrintOf(record, print))) return say(`${name}: unchanged`)
  const started = performance.now()
  // Until the build is through there is no record: one that stops half-way is not taken for a finished one.
  await rm(record, { force: true })
  await build()
  await keepPrint(record, print)
  say(`${name}: built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

await buildWhenChanged('programs', ['main', 'shared', 'package.json'], buildPrograms)
await buildWhenChanged('renderer', ['renderer', 'shared', 'assets'], buildRenderer)
await buildWhenChanged('sheet-fonts', ['scripts/sheet-fonts.mjs'], () => makeSheetFonts('dist/sheet-fonts'))
