// New versions on a real wall: the starter as it is shipped, for an ordinary user, in the sandbox; releases come from a feed
// with a certificate of its own, which asks for tokens. FLOORBOARD_PAINT_WITHIN: how long a version is given to paint, seconds.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { systemClock } from '../../main/feed/clock.ts'
import { type Certificate, fingerprintOf, ownCertificate } from '../../main/feed/own-certificate.ts'
import type { UpdatesAnswer } from '../../shared/wire/updates.ts'
import { eventually } from '../eventually.ts'
import { makeToken } from '../feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { startDisplay } from '../kiosk/display.ts'
import { makeProgram, type Program, packRelease, type Release } from '../kiosk/program-folders.ts'

const paintWithin = Number(process.env['FLOORBOARD_PAINT_WITHIN'] ?? 60)
const isRoot = process.getuid?.() === 0
/** Root's own processes have no sandbox: as root, the wall runs for nobody, who exists everywhere. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {}
/** Scenes that change while somebody waits. */
const floor = smallFloorText.replace(/seconds: \d+/g, 'seconds: 4').replace(/, schedule: .*\] \}/, ' }')

let folder: string
let feed: TestFeed
let starter: ChildProcess
let said = ''
let certificate: Certificate
let admin: string
let screen: string
let good: Release
/** Its page is empty. */
let bad: Release

const asInstalled = (program: Program): Program => {
  if (isRoot) {
    chownSync(join(program.folder, 'chrome-sandbox'), 0, 0)
    chmodSync(join(program.folder, 'chrome-sandbox'), 0o4755)
  }
  return program
}

/** A version that runs this program where it lies: an archive of a few bytes, which is quickly packed and fetched. */
const standIn = ({ folder: place, version }: Program): Program => {
  const link = `${place}-link`
  mkdirSync(link)
  writeFileSync(join(link, 'version'), `${version}\n`)
  const lines = `#!/bin/sh\nexec '${place}/floorboard-tv-wall' "$@"\n`
  writeFileSync(join(link, 'floorboard-tv-wall'), lines, { mode: 0o755 })
  return { folder: link, version }
}

let stopDisplay: (() => Promise<void>) | undefined
beforeAll(async () => {
  stopDisplay = await startDisplay()
  folder = mkdtempSync(join(tmpdir(), 'floorboard-updates-'))
  chmodSync(folder, 0o755)
  asInstalled(await makeProgram(join(folder, 'installed'), '0.1.0'))
  mkdirSync(join(folder, 'home'))
  if (isRoot) chownSync(join(folder, 'home'), 65_534, 65_534)
  const empty = join(folder, 'empty-page')
  mkdirSync(empty)
  writeFileSync(join(empty, 'index.html'), '<!doctype html><title>nothing</title>')
  good = packRelease(await makeProgram(join(folder, 'good'), '0.2.0'))
  bad = packRelease(standIn(asInstalled(await makeProgram(join(folder, 'bad'), '0.3.0', empty))))
  const data = join(folder, 'data')
  mkdirSync(data)
  certificate = await ownCertificate(data, [], systemClock)
  ;[admin, screen] = [await makeToken(data, 'admin'), await makeToken(data, 'screen')]
  feed = await startTestFeed({
    dataDir: data,
    clock: systemClock,
    transport: { kind: 'own' },
    firstFloorText: floor,
  })
}, 120_000)
afterAll(async () => {
  if (starter !== undefined && starter.exitCode === null) {
    starter.kill('SIGTERM')
    await once(starter, 'exit')
  }
  await feed?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  await stopDisplay?.()
})

/** `program`: of those that are installed. */
const start = (program: string): void => {
  const home = join(folder, 'home')
  said = ''
  starter = spawn(
    join(folder, 'installed', program),
    ['--feed', feed.url, '--feed-fingerprint', fingerprintOf(certificate.cert)],
    {
      ...nobody,
      cwd: home,
      env: {
        PATH: process.env['PATH'],
        DISPLAY: process.env['DISPLAY'],
        HOME: home,
        FLOORBOARD_TOKEN: screen,
        FLOORBOARD_PAINT_WITHIN: String(paintWithin),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [starter.stdout, starter.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk)
    })
}

/** As an admin does, by TLS. */
const ask = (
  method: string,
  path: string,
  body: string | Buffer = '',
  type = 'application/json',
): Promise<{ readonly status: number | undefined; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${admin}`,
      ...(method !== 'GET' && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
    }
    const asked = request(
      `${feed.url}${path}`,
      { method, headers, ca: certificate.cert, agent: false },
      async (answer) => {
        let text = ''
        for await (const part of answer) text += String(part)
        resolve({ status: answer.statusCode, text })
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })

const put = async (name: string, content: string | Buffer): Promise<void> => {
  const answer = await ask('POST', `/api/v1/updates/files?name=${name}`, content, 'application/octet-stream')
  expect(answer.status, answer.text).toBe(200)
}
const publish = async ({ archive, channel }: Release, version: string): Promise<void> => {
  await put(archive.name, archive.content)
  await put(channel.name, channel.content)
  const answer = await ask('POST', '/api/v1/updates/all', JSON.stringify({ version }))
  expect(answer.status, answer.text).toBe(200)
}

const updates = async (): Promise<UpdatesAnswer> => JSON.parse((await ask('GET', '/api/v1/updates')).text)
const runs = async (): Promise<string | undefined> =>
  (await updates()).screens.find(({ screen }) => screen === 'wall')?.version

/** Processes of the program in this folder, by what `/proc` knows. */
const processes = (place: string) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [program, ...words] = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]/)
        if (!program?.endsWith(`/${place}/floorboard-tv-wall`)) return []
        const type = words.find((word) => word.startsWith('--type='))?.slice(7) ?? 'main'
        const seccomp = /^Seccomp:\s+(\d)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
        return [{ pid: Number(name), type, seccomp }]
      } catch {
        // It has just ended.
        return []
      }
    })

test('[S212] [S213] [S216] [S217] a wall takes a new version and paints it; killed, it comes back; a version that never paints is left, and the feed knows', async () => {
  await publish(good, '0.2.0')
  start('floorboard-tv')
  await eventually(async () => expect(await runs(), said).toBe('0.2.0'), 250)
  // The starter looks every second.
  await eventually(() => expect(said).toContain('the new version has painted'), 250)
  // In its sandbox, though nothing of it belongs to root.
  expect(processes('versions/0.2.0').find(({ type }) => type === 'renderer')?.seccomp).toBe('2')

  await publish(bad, '0.3.0')
  const before = processes('versions/0.2.0').find(({ type }) => type === 'main')?.pid
  process.kill(before ?? 0, 'SIGKILL')
  await eventually(() => expect(said).toContain('"message":"a new version is tried","version":"0.3.0"'), 250)
  await vi.waitFor(async () => expect((await updates()).wentBack, said).toHaveLength(1), {
    timeout: (paintWithin + 45) * 1000,
    interval: 250,
  })
  expect(await updates()).toMatchObject({
    screens: [{ screen: 'wall', version: '0.2.0' }],
    staged: [],
    wentBack: [{ screen: 'wall', version: '0.3.0', why: 'not-painted' }],
  })
  expect(processes('bad')).toEqual([])
  starter.kill('SIGTERM')
  const [code] = await once(starter, 'exit')
  expect(code).toBe(0)
}, 180_000)

test('[S212] where no starter starts it, the program watches itself: killed, its wall comes back; asked to, both end', async () => {
  start('floorboard-tv-wall')
  const wall = () =>
    processes('installed').find(({ type, pid }) => type === 'main' && pid !== starter.pid)?.pid
  const shows = (times: number) =>
    eventually(() => expect(said.split('the wall opens'), said).toHaveLength(times + 1))
  await shows(1)
  process.kill(wall() ?? 0, 'SIGKILL')
  await shows(2)
  starter.kill('SIGTERM')
  const [code] = await once(starter, 'exit')
  expect(code, said).toBe(0)
  await eventually(() => expect(processes('installed')).toEqual([]))
})
