// A TV that sleeps by the floor's hours: its display is switched off and on, here by commands of the test's own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { countColour, readGlass } from './glass.ts'
import { inPage } from './in-page.ts'
import { asRoot, electron, makeDist, makeFolder, startKiosk, stopKiosks } from './kiosk-app.ts'

let feed: TestFeed | null = null
const started: ChildProcess[] = []
afterEach(async () => {
  for (const child of started.splice(0)) {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await stopKiosks()
  await feed?.close()
  feed = null
})

const lines = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
const becomes = (file: string, ...words: readonly string[]) =>
  eventually(() => expect(lines(file)).toEqual(words))
const isBlack = (): boolean => {
  const { width, height } = readGlass()
  return countColour(0) > width * height * 0.99
}
test('[S207] [S208] [S245] a TV sleeps by the hours of its screen, its display off; a crash leaves it on, and waking too', async () => {
  // The office's clock is chosen so that the night has just begun there, whatever the time here.
  const hour = new Date().getUTCHours()
  const at = (hours: number) => `${String((hours + 24) % 24).padStart(2, '0')}:00`
  const night = `{ from: "${at(hour - 1)}", to: "${at(hour + 3)}" }`
  const text = smallFloorText.replace(
    'name: Main wall,',
    `name: Main wall, timeZone: UTC, sleep: [{ hours: ${night} }],`,
  )
  expect(text).toContain('sleep:')
  feed = await startTestFeed({ clock: { now: Date.now }, firstFloorText: text })
  const userData = await makeFolder()
  const file = join(userData, 'display')
  const args = [
    `--user-data-dir=${userData}`,
    ...['--feed', feed.url],
    ...['--display-off', `echo off >> ${file}`],
    ...['--display-on', `echo on >> ${file}`],
  ]
  const kiosk = await startKiosk({ args, userData })
  await becomes(file, 'on', 'off')
  await eventually(() => expect(isBlack()).toBe(true))
  const state = async () => (await feed?.ask('/api/v1/screens'))?.body.screens[0].state
  await eventually(async () => expect(await state()).toBe('asleep'))

  // The feed of this test has a build of its own, as every other version has.
  expect(await inPage(kiosk.app, 'performance.getEntriesByType("navigation")[0].type')).toBe('navigate')

  // Nobody can switch it on but who starts it again.
  const gone = once(kiosk.process, 'exit')
  kiosk.process.kill('SIGKILL')
  await gone
  expect(lines(file)).toEqual(['on', 'off'])
  const again = spawn(electron, [...asRoot, join(await makeDist(undefined), 'kiosk/main.cjs'), ...args], {
    stdio: 'ignore',
  })
  started.push(again)
  await becomes(file, 'on', 'off', 'on', 'off')

  await eventually(async () => expect(await state()).toBe('asleep'))
  const wake = await feed.ask('/api/v1/screens/wall/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"command":"wake"}',
  })
  expect(wake.body.reached).toBe(1)
  await becomes(file, 'on', 'off', 'on', 'off', 'on')
  await eventually(() => expect(isBlack()).toBe(false))
  await eventually(async () => expect(await state()).toBe('live'))
  expect(lines(file)).toHaveLength(5)
})
