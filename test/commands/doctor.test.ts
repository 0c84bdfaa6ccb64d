// `floorboard doctor` on folders in every state, as somebody runs it who looks after the machine.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { program } from '../built.ts'
import { createDice } from '../durability/dice.ts'
import { spawnFeed } from '../durability/feed-process.ts'
import { writeHistory } from '../durability/hurt-folder.ts'

let root: string
let folder: string
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'floorboard-doctor-'))
  folder = join(root, 'clean')
  await writeHistory(folder, join(root, 'crashed'), createDice(1))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const doctor = (...flags: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [program, 'doctor', '--data', folder, ...flags], {
    encoding: 'utf8',
  })
  return { status, said: stdout }
}
const contents = (): string =>
  readdirSync(folder)
    .map((name) => `${name} ${readFileSync(join(folder, name)).toString('base64')}`)
    .join('\n')

test('a folder that is well is called so, and nothing in it is touched', () => {
  const before = contents()
  const { status, said } = doctor()
  expect(said).not.toContain('BAD')
  expect(said).toContain('Every entry is as it was written.')
  expect(status).toBe(0)
  expect(contents()).toBe(before)
  expect(JSON.parse(doctor('--json').said)).toMatchObject({ healthy: true })
})

test('a digit that is another is named with its entry and its key, and what to do about it', () => {
  const file = join(folder, 'floor.db')
  const bytes = readFileSync(file)
  const at = bytes.lastIndexOf('"minor":') + 8
  bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31
  writeFileSync(file, bytes)
  const { status, said } = doctor()
  expect(status).toBe(1)
  expect(said).toMatch(
    /BAD {3}1 entry is damaged and counts nowhere, so that figures have a gap: entry \d+ \(\["crm","d-\d+"\]\)\. Let their sources/,
  )
})

test('a damaged write-ahead log, a snapshot cut short and a log that is empty are told apart', () => {
  cpSync(join(root, 'crashed'), folder, { recursive: true })
  const wal = join(folder, 'floor.db-wal')
  const bytes = readFileSync(wal)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(wal, bytes)
  truncateSync(join(folder, 'snapshot.bin'), 100)
  const { said } = doctor()
  expect(said).toContain('BAD   The write-ahead log is damaged')
  expect(said).toContain('BAD   The snapshot is damaged or belongs to another log. It only saves time')
  truncateSync(join(folder, 'floor.db'), 0)
  expect(doctor()).toMatchObject({ status: 1, said: expect.stringContaining('floor.db is missing or empty') })
})

test('where a feed runs, it is asked', async () => {
  const data = join(root, 'running')
  const feed = await spawnFeed(data)
  folder = data
  const { status, said } = doctor('--feed', feed.url)
  expect(said).toContain(`A feed runs on it at ${feed.url} with 0 facts`)
  expect(status).toBe(0)
  await feed.stop()
  folder = join(root, 'none')
  expect(doctor().status).toBe(1)
})
