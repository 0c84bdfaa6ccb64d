// The packaged program, as it hangs on walls: for an ordinary user, in its sandbox, with its fuses closed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What somebody would have it run, where it may read it. */
const stranger = (): string => join(folder, 'stranger.cjs')
const isRoot = process.getuid?.() === 0
/** Root's own processes have no sandbox: as root, the tests start it for nobody, who exists everywhere. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {}

let folder: string
let program: string
let feed: TestFeed
const running: ChildProcess[] = []

beforeAll(async () => {
  const packed = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: root, encoding: 'utf8' })
  if (packed.status !== 0) throw new Error(packed.stderr)
  folder = mkdtempSync(join(tmpdir(), 'floorboard-packaged-'))
  chmodSync(folder, 0o755)
  const app = join(folder, 'app')
  cpSync(join(root, 'release/linux-unpacked'), app, { recursive: true })
  program = join(app, 'floorboard-tv')
  if (isRoot) {
    // As an installation leaves it; without, Electron needs user namespaces, which not every machine allows.
    chownSync(join(app, 'chrome-sandbox'), 0, 0)
    chmodSync(join(app, 'chrome-sandbox'), 0o4755)
  }
  writeFileSync(stranger(), "console.log('somebody’s program runs')")
  mkdirSync(join(folder, 'home'))
  if (isRoot) chownSync(join(folder, 'home'), 65_534, 65_534)
  feed = await startTestFeed({ clock: { now: Date.now }, firstFloorText: smallFloorAtAnyHour })
}, 240_000)
afterEach(async () => {
  for (const child of running.splice(0)) await ended(child)
})
afterAll(async () => {
  await feed?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return child.exitCode
}

const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const home = join(folder, 'home')
  const child = spawn(program, args, {
    ...nobody,
    cwd: home,
    env: { PATH: process.env['PATH'], DISPLAY: process.env['DISPLAY'], HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk)
    })
  return { child, said: () => said }
}

/** Processes of the program, by what `/proc` knows. */
const processes = (): { readonly type: string; readonly seccomp: string; readonly uid: string }[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/)
        if (!words[0]?.includes(program)) return []
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        const type = words.find((word) => word.startsWith('--type='))?.slice(7) ?? 'main'
        const of = (what: string) => new RegExp(`^${what}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? ''
        return [{ type, seccomp: of('Seccomp'), uid: of('Uid') }]
      } catch {
        // It has just ended.
        return []
      }
    })

const tvs = async (): Promise<number> => {
  const { screens } = (await feed.ask('/api/v1/screens')).body
  return screens.flatMap((screen: { tvs: unknown[] }) => screen.tvs).length
}

test('it shows a floor in its sandbox, keeps its log, and ends when it is asked to', async () => {
  const { child, said } = start(['--feed', feed.url])
  await eventually(async () => expect(await tvs(), said()).toBe(1), 250)
  const page = processes().find(({ type }) => type === 'renderer')
  // 2: what it may ask of the system goes through a filter.
  expect(page?.seccomp).toBe('2')
  if (isRoot) expect(page?.uid).toBe('65534')
  expect(await ended(child)).toBe(0)
  await eventually(async () => expect(await tvs()).toBe(0), 250)
  const log = readFileSync(join(folder, 'home/.config/floorboard/logs/kiosk.log'), 'utf8')
  expect(log).toContain('fitted to the display')
  expect(
    log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).level),
  ).toContain('info')
})

test.each([
  '--remote-debugging-port=0',
  '--inspect=0',
  '--no-sandbox',
  '--load-extension=/tmp',
  '--js-flags=--expose-gc',
  '--proxy-server=127.0.0.1:1',
])('it does not start with %s', async (flag) => {
  const { child, said } = start(['--feed', feed.url, flag])
  const [code] = await once(child, 'exit')
  expect(code, said()).toBe(2)
  expect(said()).not.toContain('DevTools listening')
})

test.each([
  ['as Node', () => start([stranger(), '--feed', feed.url], { ELECTRON_RUN_AS_NODE: '1' })],
  ['by an option of Node', () => start(['--feed', feed.url], { NODE_OPTIONS: `--require=${stranger()}` })],
  ['because it is given to it', () => start([stranger(), '--feed', feed.url])],
] as const)('it runs nobody’s program %s, and shows its wall', async (_, begin) => {
  const { child, said } = begin()
  await eventually(async () => expect(await tvs(), said()).toBe(1), 250)
  await ended(child)
  expect(said()).not.toContain('somebody’s program runs')
  await eventually(async () => expect(await tvs()).toBe(0), 250)
})
