// `floorboard serve` as a service manager sees it: readiness, signals, exit codes.
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { spawnFeed } from './feed-process.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-serve-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('it says where the TV is once it is ready, keeps its files to its own account, refuses a second on its folder, and ends cleanly when told to', async () => {
  const feed = await spawnFeed(folder)
  expect((await fetch(`${feed.url}/healthz`)).status).toBe(200)
  await expect(spawnFeed(folder)).rejects.toThrow(
    `the feed ended with 2: Another feed already runs on ${folder}.`,
  )
  for (const file of readdirSync(folder, { withFileTypes: true }))
    if (file.isFile())
      expect([file.name, statSync(join(folder, file.name)).mode & 0o077]).toEqual([file.name, 0])
  const { port } = new URL(feed.url)
  await expect(spawnFeed(join(folder, 'other'), '--port', port)).rejects.toThrow(/ended with 2: .*taken/)
  expect(await feed.stop()).toBe(0)
})

test('a bad set-up ends with 2 and one sentence', async () => {
  await expect(spawnFeed(folder, '--tls-cert', 'nowhere.pem')).rejects.toThrow(
    /ended with 2: --tls-cert and --tls-key go together\.$/,
  )
  await expect(spawnFeed(folder, '--port', 'http')).rejects.toThrow(/ended with 2/)
  writeFileSync(join(folder, 'floor.db'), 'not a database'.repeat(100))
  await expect(spawnFeed(folder)).rejects.toThrow(/ended with 2: The log .*floor\.db cannot be used: [^\n]*$/)
})
