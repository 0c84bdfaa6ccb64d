// `floorboard doctor` on folders in every state, as somebody runs it who looks after the machine.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DoctorOptions, runDoctor } from '../../main/commands/doctor.ts'
import { program } from '../built.ts'
import { createDice } from '../durability/dice.ts'
import { spawnFeed } from '../durability/feed-process.ts'
import { writeHistory } from '../durability/hurt-folder.ts'
import { listening } from './listening.ts'

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

/** The same in this process: another takes a second to start. */
const diagnose = async (more: Partial<DoctorOptions> = {}) => {
  const { written, terminal } = listening()
  const options = { data: folder, feed: 'http://127.0.0.1:9', kiosk: join(root, 'kiosk'), ...more }
  return { status: await runDoctor(options, terminal), said: written.out }
}
const contents = (): string =>
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
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

test('nor is anything in one whose feed was killed, so that no file is left behind that is closed to the feed', () => {
  folder = join(root, 'crashed')
  const before = contents()
  expect(doctor().status).toBe(0)
  expect(contents()).toBe(before)
  rmSync(join(folder, 'floor.db-wal'))
  expect(doctor().status).toBe(1)
  expect(readdirSync(folder)).not.toContain('floor.db-wal')
})

test('one file tells whoever helps of it, and opens nothing', () => {
  const kiosk = join(root, 'kiosk')
  mkdirSync(join(kiosk, 'logs'), { recursive: true })
  const line = '{"level":"warn","message":"token fb_screen_abcDEF123456 of maya@northwind.example refused"}'
  writeFileSync(join(kiosk, 'logs', 'kiosk.log'), `${line}\n`)
  writeFileSync(join(folder, 'notes.txt'), 'never shown')
  const path = join(root, 'support.zip')
  const before = contents()
  const { status, said } = doctor('--bundle', path, '--kiosk', kiosk)
  expect(status).toBe(0)
  expect(contents()).toBe(before)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const files = new Map(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [
      name.replace('floorboard-support/', ''),
      strFromU8(bytes),
    ]),
  )
  expect([...files.keys()].sort()).toEqual([
    'feed-health.json',
    'feed-metrics.txt',
    'findings.txt',
    'folder.txt',
    'kiosk.log',
    'machine.json',
  ])
  expect(files.get('findings.txt')).toBe(said)
  expect(files.get('folder.txt')).toMatch(/ notes\.txt/)
  expect(files.get('kiosk.log')).toContain('token fb_… of …@northwind.example refused')
  expect(JSON.parse(files.get('machine.json') ?? '')).toMatchObject({ node: process.version })
  expect([...files.values()].join('\n')).not.toMatch(/abcDEF123456|maya@|never shown/)
  expect(doctor('--bundle', join(root, 'away', 'support.zip')).status).toBe(2)
})

/** An account that is not root's, where this one is: nothing is closed to root. */
const asOther = (): { readonly status: number | null; readonly said: string } => {
  const isRoot = process.getuid?.() === 0
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'doctor', '--data', folder], {
    encoding: 'utf8',
    ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
  })
  return { status, said: stdout + stderr }
}
const ownerless = (): void => {
  chmodSync(root, 0o755)
  if (process.getuid?.() !== 0) return
  chownSync(folder, 65_534, 65_534)
  for (const name of readdirSync(folder)) chownSync(join(folder, name), 65_534, 65_534)
}
const close = (name: string): void => {
  if (process.getuid?.() === 0) chownSync(join(folder, name), 0, 0)
  chmodSync(join(folder, name), process.getuid?.() === 0 ? 0o600 : 0)
}

test.each(['floor.db', 'snapshot.bin'])(
  '%s of another account is named with whose it is and what to do, and called nothing else',
  (name) => {
    ownerless()
    close(name)
    const { status, said } = asOther()
    expect(status).toBe(1)
    expect(said).toMatch(new RegExp(`BAD {3}The file ${name} belongs to .*may not read it.*chown ACCOUNT`))
    expect(said).not.toContain('backup')
    chmodSync(join(folder, name), 0o644)
  },
)

test('to root, to whom nothing is closed, a file is held against the owner of the folder', async ({
  skip,
}) => {
  skip(process.getuid?.() !== 0, 'only root may give files to other accounts')
  ownerless()
  close('floor.db')
  expect(await diagnose()).toMatchObject({
    status: 1,
    said: expect.stringContaining('floor.db belongs to root, and the folder to the account 65534'),
  })
})

test('a folder that is closed to this account is said in a sentence', () => {
  chmodSync(root, 0o755)
  chmodSync(folder, 0o700)
  if (process.getuid?.() !== 0) chmodSync(folder, 0)
  const { status, said } = asOther()
  chmodSync(folder, 0o700)
  expect(status).toBe(1)
  expect(said).toMatch(/^BAD {3}The data folder .* is closed to this account: EACCES.*\n$/)
})

test('tokens that cannot be read are said, since a feed does not start with them', async () => {
  writeFileSync(join(folder, 'tokens.json'), '{ half')
  expect(await diagnose()).toMatchObject({
    status: 1,
    said: expect.stringContaining('tokens.json, is damaged. A feed'),
  })
})

test('what is not Floorboard’s is named, and does no harm', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'to do')
  mkdirSync(join(folder, 'old'))
  expect(await diagnose()).toMatchObject({
    status: 0,
    said: expect.stringContaining('leaves alone: notes.txt, old.'),
  })
})

test('a log that is no database is called by its own name', async () => {
  writeFileSync(join(folder, 'floor.db'), 'Dear Sir or Madam, '.repeat(500))
  const { status, said } = await diagnose()
  expect(status).toBe(1)
  expect(said).toContain('BAD   The log floor.db cannot be read: file is not a database. Restore floor.db')
  expect(said).not.toContain('floorboard-reading')
})

test('a digit that is another is named with its entry and its key, and what to do about it', async () => {
  const file = join(folder, 'floor.db')
  const bytes = readFileSync(file)
  const at = bytes.lastIndexOf('"minor":') + 8
  bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31
  writeFileSync(file, bytes)
  const { status, said } = await diagnose()
  expect(status).toBe(1)
  expect(said).toMatch(
    /BAD {3}1 entry is damaged and counts nowhere, so that figures have a gap: entry \d+ \(\["crm","d-\d+"\]\)\. Let their sources/,
  )
})

test('a damaged write-ahead log, a snapshot cut short and a log that is empty are told apart', async () => {
  cpSync(join(root, 'crashed'), folder, { recursive: true })
  const wal = join(folder, 'floor.db-wal')
  const bytes = readFileSync(wal)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(wal, bytes)
  truncateSync(join(folder, 'snapshot.bin'), 100)
  const { said } = await diagnose()
  expect(said).toContain('BAD   The write-ahead log is damaged')
  expect(said).toContain('BAD   The snapshot is damaged or belongs to another log. It only saves time')
  truncateSync(join(folder, 'floor.db'), 0)
  expect(await diagnose()).toMatchObject({
    status: 1,
    said: expect.stringContaining('floor.db is missing or empty'),
  })
})

test('where a feed runs, it is asked, and whatever it keeps there is its own', async () => {
  const data = join(root, 'running')
  const feed = await spawnFeed(data)
  folder = data
  const { status, said } = await diagnose({ feed: feed.url })
  expect(said).toContain(`A feed runs on it at ${feed.url} with 0 facts`)
  expect(readdirSync(folder)).toContain('screens.db-wal')
  expect(said).not.toContain('leaves alone')
  expect(status).toBe(0)
  await feed.stop()
  folder = join(root, 'none')
  expect((await diagnose()).status).toBe(1)
})
