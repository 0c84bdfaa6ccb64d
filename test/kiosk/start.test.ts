// The first thing a newcomer runs, on a machine that cannot show a wall.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { asRoot, electron, makeFolder, stopKiosks } from './kiosk-app.ts'

const program = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url))
let child: ChildProcess | null = null

afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  child = null
  await stopKiosks()
})

function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): { process: ChildProcess; said: () => string } {
  const started = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
    cwd,
  })
  child = started
  let said = ''
  started.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  return { process: started, said: () => said }
}

const {
  DISPLAY: _display,
  WAYLAND_DISPLAY: _wayland,
  FLOORBOARD_ELECTRON: _electron,
  ...noDisplay
} = process.env

test('without a display it says so in one line, goes on with the feed, and ends on Ctrl+C', async () => {
  const folder = await makeFolder()
  const { process: started, said } = run(['start'], { ...noDisplay, FLOORBOARD_PORT: '0' }, folder)
  await eventually(() => expect(said()).toContain('Stop with Ctrl+C.'))
  // The feed's log goes the same way: a line of it may lie between the address and the other two, or after them.
  const [, url] =
    /^TV: (http:\/\/127\.0\.0\.1:\d+\/tv)\n(?:.*\n)*?No wall here: this machine has no display\. Open the TV's address in a browser\.\nStop with Ctrl\+C\.\n/m.exec(
      said(),
    ) ?? []
  expect(url).toBeDefined()
  expect(await (await fetch(url ?? '')).text()).toContain('<title>Floorboard</title>')

  const gone = once(started, 'exit')
  started.kill('SIGINT')
  expect((await gone)[0]).toBe(0)
  expect(await readdir(folder)).toEqual(['data'])
})

test.runIf(asRoot.length > 0)('as root there is no wall, since there is no sandbox for root', async () => {
  const { process: started, said } = run(
    ['tv'],
    { ...process.env, FLOORBOARD_ELECTRON: electron },
    await makeFolder(),
  )
  expect((await once(started, 'exit'))[0]).toBe(2)
  expect(said()).toBe('No wall here: the kiosk does not run as root.\n')
})
