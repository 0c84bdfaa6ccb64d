// Snapshots in a file beside the log: replaced whole, worth nothing when a single bit of it is wrong.
import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Log } from './log.ts'
import type { Snapshot, SnapshotStore } from './snapshots.ts'

export const snapshotFile = 'snapshot.bin'

const magic = Buffer.from('floorboard-snapshot-1\n')
/** Whose it is: the log's identity and the last entry that is counted in it. */
const ownerBytes = 16 + 8
const headBytes = magic.length + ownerBytes + 32

type SnapshotOwner = Pick<Log, 'identity' | 'lastSeq'>

const checksum = (owner: Uint8Array, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(owner).update(bytes).digest()

const using = async (handle: FileHandle, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } finally {
    await handle.close()
  }
}

/** A rename is only durable once its folder is; Windows has no way to ask, and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await using(handle, () => handle.sync())
}

/** Null for bytes that are no snapshot of this log. */
const decode = (whole: Buffer, { identity, lastSeq }: SnapshotOwner): Snapshot | null => {
  if (whole.length < headBytes || !whole.subarray(0, magic.length).equals(magic)) return null
  const owner = whole.subarray(magic.length, magic.length + ownerBytes)
  const bytes = whole.subarray(headBytes)
  if (!checksum(owner, bytes).equals(whole.subarray(magic.length + ownerBytes, headBytes))) return null
  if (owner.toString('hex', 0, 16) !== identity) return null
  const seq = Number(owner.readBigUInt64BE(16))
  return seq <= lastSeq ? { seq, bytes } : null
}

export const isSnapshotOf = (whole: Buffer, log: SnapshotOwner): boolean => decode(whole, log) !== null

/** Written beside the old one and moved into its place; what fails half-way leaves nothing that takes up room. */
const replaceFile = async (file: string, parts: readonly Uint8Array[]): Promise<void> => {
  const next = `${file}.new`
  try {
    const handle = await open(next, 'w', 0o600)
    await using(handle, async () => {
      for (const part of parts) await handle.writeFile(part)
      await handle.sync()
    })
    await rename(next, file)
  } catch (error) {
    await rm(next, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
}

export const openFileSnapshots = (file: string, log: SnapshotOwner): SnapshotStore => ({
  async save({ seq, bytes }) {
    const owner = Buffer.alloc(ownerBytes)
    owner.write(log.identity, 0, 16, 'hex')
    owner.writeBigUInt64BE(BigInt(seq), 16)
    await replaceFile(file, [magic, owner, checksum(owner, bytes), bytes])
  },

  async load() {
    // Whatever keeps it from being read, the log holds all that it was made of.
    const whole = await readFile(file).catch(() => null)
    const snapshot = whole && decode(whole, log)
    // A log that was put back to before its snapshot will grow past it, to other entries: it must not fit then.
    // On a disk that takes nothing it can only be left; it is looked at again at the next start.
    if (whole !== null && snapshot === null) await rm(file, { force: true }).catch(() => undefined)
    return snapshot
  },
})
