// A feed that starts on a disk that takes nothing, and one whose folder goes away under it: the walls go on, facts are
// refused, and everything goes on by itself afterwards. Small disks are mounted where this account may mount.
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { call } from '../feed/start-test-feed.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { type FeedProcess, spawnFeed, spawnFeedOn } from './feed-process.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'floorboard-unwritable-'))
  folder = join(root, 'data')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const post = async (feed: FeedProcess, id: string): Promise<number> => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ facts: [call(id)] }),
  }
  return (await fetch(`${feed.url}/api/v1/facts`, init)).status
}
const health = async (feed: FeedProcess) => {
  const response = await fetch(`${feed.url}/healthz`)
  return { code: response.status, ...(await response.json()) }
}
const callsOf = async (feed: FeedProcess): Promise<unknown> => {
  const answer = await fetch(`${feed.url}/api/v1/metrics/calls?window=all&by=org`)
  return ((await answer.json()) as { total: unknown }).total
}

/** What a feed leaves that has taken three calls, and was killed or stopped. */
const left = mkdtempSync(join(tmpdir(), 'floorboard-left-'))
beforeAll(async () => {
  for (const how of ['killed', 'stopped']) {
    const feed = await spawnFeed(join(left, how))
    const floor = await fetch(`${feed.url}/api/v1/floor`, {
      method: 'PUT',
      headers: { 'content-type': 'application/yaml' },
      body: smallFloorText,
    })
    expect(floor.status).toBe(200)
    for (const id of ['a', 'b', 'c']) expect(await post(feed, id)).toBe(200)
    await (how === 'killed' ? feed.kill() : feed.stop())
  }
})
afterAll(() => rmSync(left, { recursive: true, force: true }))

const fill = (how: 'killed' | 'stopped'): void => cpSync(join(left, how), folder, { recursive: true })

const refusesAndServes = async (feed: FeedProcess): Promise<void> => {
  expect(await health(feed)).toMatchObject({ code: 503, status: 'refusing', facts: 3 })
  expect(await callsOf(feed)).toBe(3)
  expect((await fetch(`${feed.url}/api/v1/boards/calls-today`)).status).toBe(200)
  expect(await post(feed, 'refused')).toBe(503)
}
const goesOnByItself = async (feed: FeedProcess): Promise<void> => {
  await expect.poll(() => health(feed)).toMatchObject({ code: 200, status: 'ready' })
  expect(await post(feed, 'd')).toBe(200)
  expect(await callsOf(feed)).toBe(4)
  await feed.kill()
  const again = await spawnFeed(folder)
  expect(await callsOf(again)).toBe(4)
  expect(await again.stop()).toBe(0)
}

/** A Node that may make no file longer than nothing, as on a disk without room. */
const fullNode = (): string => {
  const script = join(root, 'node')
  writeFileSync(script, `#!/bin/sh\nexec prlimit --fsize=0:unlimited ${process.execPath} "$@"\n`)
  chmodSync(script, 0o755)
  return script
}
const linux = process.platform === 'linux'

describe.runIf(linux)('a start on a full disk', () => {
  test.each(['killed', 'stopped'] as const)('serves what a %s feed left, and recovers', async (how) => {
    fill(how)
    const feed = await spawnFeedOn(fullNode(), folder)
    await refusesAndServes(feed)
    execFileSync('prlimit', ['--pid', String(feed.child.pid), '--fsize=unlimited:unlimited'])
    await goesOnByItself(feed)
  })
})

const mount = (...options: string[]): boolean => spawnSync('mount', options).status === 0
const unmount = (path: string): void => void spawnSync('umount', ['-l', path])

const mayMount = ((): boolean => {
  if (!linux || process.getuid?.() !== 0) return false
  const path = mkdtempSync(join(tmpdir(), 'floorboard-mount-'))
  const may = mount('-t', 'tmpfs', 'tmpfs', path)
  unmount(path)
  rmSync(path, { recursive: true, force: true })
  return may
})()

const noMounts = 'needs root on Linux, and that mounts are allowed'

describe('a start on a read-only disk', () => {
  test.for(['killed', 'stopped'] as const)(
    'serves what a %s feed left, and recovers',
    async (how, { skip }) => {
      skip(!mayMount, noMounts)
      const disk = join(root, 'disk')
      folder = join(disk, 'data')
      mkdirSync(disk)
      mount('-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', disk)
      try {
        fill(how)
        expect(mount('-o', 'remount,ro', disk)).toBe(true)
        const feed = await spawnFeed(folder)
        await refusesAndServes(feed)
        mount('-o', 'remount,rw', disk)
        await goesOnByItself(feed)
      } finally {
        unmount(disk)
      }
    },
  )
})

test('a disk that fills up under a running feed refuses facts, and takes them once there is room', async ({
  skip,
}) => {
  skip(!mayMount, noMounts)
  const disk = join(root, 'disk')
  folder = join(disk, 'data')
  mkdirSync(disk)
  mount('-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk)
  try {
    fill('stopped')
    const feed = await spawnFeed(folder)
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=64k'])
    await expect.poll(() => post(feed, 'refused')).toBe(503)
    const { facts, reason } = await health(feed)
    expect(reason).toContain('the disk is full')
    expect(await callsOf(feed)).toBe(facts)
    expect((await fetch(`${feed.url}/api/v1/boards/calls-today`)).status).toBe(200)
    rmSync(join(disk, 'filler'))
    await expect.poll(() => health(feed)).toMatchObject({ code: 200, status: 'ready' })
    expect(await post(feed, 'after')).toBe(200)
    expect(await callsOf(feed)).toBe(facts + 1)
    await feed.kill()
    const again = await spawnFeed(folder)
    expect(await callsOf(again)).toBe(facts + 1)
    expect(await again.stop()).toBe(0)
  } finally {
    unmount(disk)
  }
})

const megabyte = 1024 * 1024
const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** So many megabytes of a picture; `between` after a part of them. */
const upload = async (
  feed: FeedProcess,
  megabytes: number,
  between?: () => Promise<void>,
): Promise<{ readonly status: number | undefined; readonly says: string | undefined }> => {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield png
    for (let sent = 0; sent < megabytes; sent += 1) {
      if (sent === 2) await between?.()
      yield new Uint8Array(megabyte)
    }
  }
  const asked = request(`${feed.url}/api/v1/media?name=party.png`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
  })
  const answered = once(asked, 'response')
  // A feed that has answered reads no more.
  asked.on('error', () => undefined)
  Readable.from(bytes()).pipe(asked)
  const [answer] = (await answered) as [IncomingMessage]
  const { message } = (await json(answer)) as { message?: string }
  return { status: answer.statusCode, says: message }
}

test('a disk that fills up while a picture comes keeps nothing of it, says so, and the feed goes on', async ({
  skip,
}) => {
  skip(!mayMount, noMounts)
  const disk = join(root, 'disk')
  folder = join(disk, 'data')
  mkdirSync(disk)
  // Over what the feed keeps free for facts.
  mount('-t', 'tmpfs', '-o', 'size=320m', 'tmpfs', disk)
  const filler = join(disk, 'filler')
  try {
    fill('stopped')
    const feed = await spawnFeed(folder)
    const fillUp = async (): Promise<void> => {
      // Whether there is room is asked once, before a picture is begun.
      await expect.poll(() => readdirSync(join(folder, 'media'))).toHaveLength(1)
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'])
    }
    expect(await upload(feed, 18, fillUp)).toEqual({
      status: 507,
      says: 'The disk of the feed is full: nothing was kept.',
    })
    expect(readdirSync(join(folder, 'media'))).toEqual([])
    expect((await fetch(`${feed.url}/api/v1/boards/calls-today`)).status).toBe(200)
    expect(await callsOf(feed)).toBe(3)
    // Some room, all of which is kept for facts.
    truncateSync(filler, 200 * megabyte)
    await expect.poll(() => post(feed, 'after')).toBe(200)
    expect(await upload(feed, 1)).toMatchObject({ status: 507, says: expect.stringContaining('for facts') })
    expect(readdirSync(join(folder, 'media'))).toEqual([])
    rmSync(filler)
    expect((await upload(feed, 1)).status).toBe(200)
    expect(readdirSync(join(folder, 'media'))).toEqual(['party.png'])
    expect(await feed.stop()).toBe(0)
  } finally {
    unmount(disk)
  }
})

/** Of a file system on a file of its own, for what only a real one does; null where none can be mounted. */
const mountExt4 = (image: string, disk: string): string | null => {
  if (!mount('-o', 'loop,errors=remount-ro', image, disk)) return null
  const source = spawnSync('findmnt', ['-no', 'SOURCE', disk], { encoding: 'utf8' }).stdout.trim()
  return `/sys/fs/ext4/${basename(source)}/trigger_fs_error`
}

test('a disk that turns itself read-only under a running feed loses nothing that was acknowledged', async ({
  skip,
}) => {
  skip(!mayMount, noMounts)
  const image = join(root, 'image')
  const disk = join(root, 'disk')
  folder = join(disk, 'data')
  mkdirSync(disk)
  writeFileSync(image, '')
  truncateSync(image, 32 * 1024 * 1024)
  const made = spawnSync('mkfs.ext4', ['-q', '-F', image]).status === 0
  const trigger = made ? mountExt4(image, disk) : null
  try {
    skip(
      trigger === null || !existsSync(trigger),
      'needs mkfs.ext4, and a kernel that mounts ext4 from a file',
    )
    fill('stopped')
    const feed = await spawnFeed(folder)
    expect(await post(feed, 'before')).toBe(200)
    writeFileSync(trigger ?? '', 'for the test')
    expect(await post(feed, 'refused')).toBe(503)
    expect(await health(feed)).toMatchObject({
      code: 503,
      status: 'refusing',
      facts: 4,
      reason: expect.stringContaining('read-only'),
    })
    expect(await callsOf(feed)).toBe(4)
    expect((await fetch(`${feed.url}/api/v1/boards/calls-today`)).status).toBe(200)
    await feed.kill()
    expect(spawnSync('umount', [disk]).status).toBe(0)
    // It ends with 1 when it has mended something.
    expect(spawnSync('e2fsck', ['-fy', image]).status).toBeLessThan(2)
    expect(mountExt4(image, disk)).not.toBeNull()
    const again = await spawnFeed(folder)
    expect(await callsOf(again)).toBe(4)
    expect(await post(again, 'after')).toBe(200)
    expect(await again.stop()).toBe(0)
  } finally {
    unmount(disk)
  }
})

test('a data folder that is moved away, or another in its place, is noticed at the next write and before', async () => {
  fill('stopped')
  const feed = await spawnFeed(folder)
  expect(await post(feed, 'here')).toBe(200)
  renameSync(folder, join(root, 'away'))
  const gone = { code: 503, reason: expect.stringContaining('removed or replaced') }
  await expect.poll(() => health(feed)).toMatchObject(gone)
  expect(await post(feed, 'nowhere')).toBe(503)
  mkdirSync(folder)
  writeFileSync(join(folder, 'floor.db'), '')
  expect(await post(feed, 'elsewhere')).toBe(503)
  expect(await callsOf(feed)).toBe(4)
  rmSync(folder, { recursive: true })
  renameSync(join(root, 'away'), folder)
  expect(await post(feed, 'back')).toBe(200)
  expect(await health(feed)).toMatchObject({ code: 200, status: 'ready' })
  expect(await feed.stop()).toBe(0)
})

test('a log that is gone is never a new floor: what is left is set aside, and every start says so', async () => {
  fill('stopped')
  rmSync(join(folder, 'floor.db'))
  const refused = /ended with 2: The log floor\.db in .* is missing or empty.*set-aside-.*backup/
  await expect(spawnFeed(folder)).rejects.toThrow(refused)
  await expect(spawnFeed(folder)).rejects.toThrow(refused)
})

test('a bit that turned in the write-ahead log costs nothing, and is said to whoever looks after the machine', async () => {
  fill('killed')
  const wal = join(folder, 'floor.db-wal')
  const bytes = readFileSync(wal)
  // In the fourth page of it: SQLite would read three.
  const at = 32 + 3 * (24 + 4096) + 2000
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(wal, bytes)
  const feed = await spawnFeed(folder)
  expect(await callsOf(feed)).toBe(3)
  const { status, damaged } = await health(feed)
  expect([status, damaged.entries]).toEqual(['ready', 0])
  expect(readFileSync(join(folder, damaged.setAside[0], 'floor.db-wal')).equals(bytes)).toBe(true)
  rmSync(join(folder, damaged.setAside[0]), { recursive: true })
  await expect.poll(() => health(feed)).not.toHaveProperty('damaged')
  expect(await feed.stop()).toBe(0)
})
