// A data folder with a known history, and the ways in which disks and people hurt one.
import { cpSync, existsSync, readFileSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Decide, FactWrite } from '../../main/feed/store/log.ts'
import { openSqliteStore } from '../../main/feed/store/sqlite/open-sqlite-store.ts'
import type { Store } from '../../main/feed/store/store.ts'
import { Fact } from '../../shared/wire/fact.ts'

const decide: Decide = (_before, { fact, receivedAt }) => fact && { fact, history: [], receivedAt }

export const openHurt = (folder: string): Promise<Store> => openSqliteStore({ folder, decide })

export const sale = (id: string, minor: number): FactWrite => {
  const fact = Fact.parse({
    source: 'crm',
    id,
    type: 'deal',
    status: 'won',
    amount: { minor, currency: 'USD' },
    closedAt: '2026-11-20T19:00:00Z',
    credits: [{ rep: 'priya' }],
  })
  return { source: 'crm', id, fact, receivedAt: 1, by: 'test' }
}

export interface History {
  /** What stands at the end: minor units by id. */
  readonly standing: ReadonlyMap<string, number>
  /** Every value that an id ever had. */
  readonly ever: ReadonlyMap<string, ReadonlySet<number>>
}

/** Writes a history into `clean`, which is closed at its end; `crashed` is the folder as a kill would have left it. */
export const writeHistory = async (clean: string, crashed: string, dice: () => number): Promise<History> => {
  const { log, snapshots } = await openHurt(clean)
  const standing = new Map<string, number>()
  const ever = new Map<string, Set<number>>()
  await log.appendFloor({ text: 'floor: {}\n', at: 1, by: 'test' }, 0)
  for (let commit = 0; commit < 60; commit += 1) {
    const writes = new Map<string, FactWrite>()
    for (let count = Math.ceil(dice() * 12); count > 0; count -= 1) {
      const id = `d-${Math.floor(dice() * 150)}`
      const minor = Math.floor(dice() * 1_000_000)
      if (dice() < 0.1) {
        writes.set(id, { ...sale(id, 0), fact: null })
        standing.delete(id)
        continue
      }
      writes.set(id, sale(id, minor))
      standing.set(id, minor)
      ever.set(id, (ever.get(id) ?? new Set()).add(minor))
    }
    await log.append([...writes.values()])
    if (commit === 40) await snapshots.save({ seq: log.lastSeq, bytes: new Uint8Array(500).fill(7) })
  }
  cpSync(clean, crashed, { recursive: true })
  await log.close()
  return { standing, ever }
}

/** What stands by the entries, and whether anything is said to be wrong. */
export const readHurt = async ({ log, health }: Store) => {
  const standing = new Map<string, number>()
  for await (const page of log.entriesAfter(0))
    for (const entry of page) {
      if (entry.kind !== 'fact') continue
      const { before, after } = entry
      if (before) standing.delete(before.fact.id)
      if (after?.fact.type === 'deal') standing.set(after.fact.id, after.fact.amount?.minor ?? 0)
    }
  return { standing, told: health.damaged().length > 0 || health.setAside().length > 0 }
}

type Hurt = (folder: string, dice: () => number) => void

const inFile =
  (name: string, change: (bytes: Buffer, dice: () => number) => void): Hurt =>
  (folder, dice) => {
    const file = join(folder, name)
    if (!existsSync(file)) return
    const bytes = readFileSync(file)
    if (bytes.length > 0) change(bytes, dice)
    writeFileSync(file, bytes)
  }
const flip = (bytes: Buffer, dice: () => number): void => {
  const at = Math.floor(dice() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(dice() * 8))
}
const tear = (bytes: Buffer, dice: () => number): void => {
  // A sector of a disk.
  const at = Math.floor((dice() * bytes.length) / 512) * 512
  bytes.fill(Math.floor(dice() * 256), at, Math.min(bytes.length, at + 512 * Math.ceil(dice() * 8)))
}
const cut =
  (name: string): Hurt =>
  (folder, dice) => {
    const file = join(folder, name)
    if (existsSync(file)) truncateSync(file, Math.floor(dice() * readFileSync(file).length))
  }
/** The frames that were under way when the power went: the last of the file is cut, or was never what it is said to be. */
const tearTail =
  (name: string): Hurt =>
  (folder, dice) => {
    const file = join(folder, name)
    if (!existsSync(file)) return
    const bytes = readFileSync(file)
    const tail = Math.min(bytes.length, Math.ceil(dice() * 3 * 4096))
    const from = bytes.length - tail
    if (dice() < 0.5) truncateSync(file, from)
    else writeFileSync(file, bytes.fill(Math.floor(dice() * 256), from, from + Math.ceil(dice() * tail)))
  }
const remove =
  (name: string): Hurt =>
  (folder) => {
    if (existsSync(join(folder, name))) unlinkSync(join(folder, name))
  }

export const hurts: ReadonlyMap<string, Hurt> = new Map([
  ['a bit turned in the database', inFile('floor.db', flip)],
  ['a bit turned in the write-ahead log', inFile('floor.db-wal', flip)],
  ['a bit turned in the snapshot', inFile('snapshot.bin', flip)],
  ['a sector torn in the database', inFile('floor.db', tear)],
  ['a sector torn in the write-ahead log', inFile('floor.db-wal', tear)],
  ['a database cut short', cut('floor.db')],
  ['a write-ahead log cut short', cut('floor.db-wal')],
  ['a torn tail of the write-ahead log', tearTail('floor.db-wal')],
  ['a sector torn in the snapshot', inFile('snapshot.bin', tear)],
  ['a snapshot cut short', cut('snapshot.bin')],
  ['a snapshot that is missing', remove('snapshot.bin')],
  ['an empty database', (folder) => truncateSync(join(folder, 'floor.db'), 0)],
  ['a database that is missing', remove('floor.db')],
  ['a write-ahead log that is missing', remove('floor.db-wal')],
])

export const copyOf = (folder: string, to: string): void => {
  rmSync(to, { recursive: true, force: true })
  cpSync(folder, to, { recursive: true })
}
