// Against write-ahead logs that SQLite itself wrote.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseFromWal, mendedWal, readWal } from './wal-frames.ts'

const pageSize = 4096
const frameBytes = pageSize + 24
const commits = 12
let folder: string
let bytes: Buffer
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-wal-'))
  const database = new Database(join(folder, 'live.db'))
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('CREATE TABLE t (a TEXT)')
  for (let commit = 1; commit <= commits; commit += 1)
    database.prepare('INSERT INTO t VALUES (?)').run([`row ${commit} `.repeat(50)])
  copyFileSync(join(folder, 'live.db'), join(folder, 'before.db'))
  bytes = readFileSync(join(folder, 'live.db-wal'))
  database.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rowsWith = (wal: Buffer): unknown => {
  const file = join(folder, 'tried.db')
  copyFileSync(join(folder, 'before.db'), file)
  rmSync(`${file}-shm`, { force: true })
  writeFileSync(`${file}-wal`, wal)
  const database = new Database(file)
  const [row] = database.prepare('SELECT count(*) FROM t').raw().all()
  database.exec('PRAGMA journal_mode = DELETE')
  database.close()
  return Array.isArray(row) ? row[0] : null
}
const turned = (at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 4
  return copy
}

test('a whole log is read to its end', () => {
  const wal = readWal(bytes, pageSize)
  expect(wal?.readFrames).toBe(wal?.frames.length)
  expect(wal?.soundFrames).toBe(wal?.readFrames)
  expect(rowsWith(bytes)).toBe(commits)
})

test('after a bit that turned SQLite reads no more; what follows is still known for its own, and can be mended', () => {
  const hurt = turned(32 + 5 * frameBytes + 3000)
  expect(rowsWith(hurt)).toBeLessThan(commits)
  const wal = readWal(hurt, pageSize)
  if (wal === null) throw new Error('no log')
  expect(wal.readFrames).toBe(5)
  expect(wal.soundFrames).toBe(wal.frames.length)
  expect(rowsWith(mendedWal(wal, wal.soundFrames))).toBe(commits)
})

test('a bit that turned in the header costs all of it, until it is mended', () => {
  for (const at of [2, 9, 17, 25]) {
    const wal = readWal(turned(at), pageSize)
    if (wal === null) throw new Error('no log')
    expect(wal.readFrames).toBe(0)
    expect(rowsWith(mendedWal(wal, wal.frames.length))).toBe(commits)
  }
})

test('frames of an earlier round, which lie behind the last one, are not taken for damage', () => {
  const older = Buffer.from(bytes.subarray(32))
  for (let at = 0; at < older.length; at += frameBytes) older[at + 8] = (older[at + 8] ?? 0) ^ 255
  const wal = readWal(Buffer.concat([bytes, older]), pageSize)
  expect(wal?.soundFrames).toBe(wal?.readFrames)
  expect(wal?.readFrames).toBe((bytes.length - 32) / frameBytes)
})

test('a log cut within a frame ends with the commit before it', () => {
  const wal = readWal(bytes.subarray(0, bytes.length - 10), pageSize)
  expect([wal?.readFrames, wal?.soundFrames]).toEqual([wal?.frames.length, wal?.frames.length])
})

test('a database comes back out of its log alone where the log holds every page', () => {
  const wal = readWal(bytes, pageSize)
  const database = wal && databaseFromWal(wal)
  expect((database?.length ?? 0) % pageSize).toBe(0)
  expect(database?.subarray(0, 15).toString()).toBe('SQLite format 3')
  const tail = wal && databaseFromWal({ ...wal, frames: wal.frames.slice(-1), soundFrames: 1 })
  expect(tail).toBeNull()
})
