// Snapshots in a file beside the log: replaced whole, worth nothing when a single bit of it is wrong.
import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Log } from './log.ts'
import type { Snapshot, SnapshotStore } from './snapshots.ts'

const magic = Buffer.from('floorboard-snapshot-1\n')
/** Whose it is: the log's identity and the last entry that is counted in it. */
const ownerBytes = 16 + 8
const headBytes = magic.length + ownerBytes + 32

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

export const openFileSnapshots = (file: string, log: Pick<Log, 'identity' | 'lastSeq'>): SnapshotStore => ({
  async save({ seq, bytes }) {
    const owner = Buffer.alloc(ownerBytes)
    owner.write(log.identity, 0, 16, 'hex')
    owner.writeBigUInt64BE(BigInt(seq), 16)
    const handle = await open(`${file}.new`, 'w', 0o600)
    await using(handle, async () => {
      await handle.writeFile(Buffer.concat([magic, owner, checksum(owner, bytes)]))
      await handle.writeFile(bytes)
      await handle.sync()
    })
    await rename(`${file}.new`, file)
    await syncFolder(dirname(file))
  },

  async load(): Promise<Snapshot | null> {
    // Whatever keeps it from being read, the log holds all that it was made of.
    const whole = await readFile(file).catch(() => null)
    if (whole === null || whole.length < headBytes) return null
    if (!whole.subarray(0, magic.length).equals(magic)) return null
    const owner = whole.subarray(magic.length, magic.length + ownerBytes)
    const bytes = whole.subarray(headBytes)
    if (!checksum(owner, bytes).equals(whole.subarray(magic.length + ownerBytes, headBytes))) return null
    if (owner.toString('hex', 0, 16) !== log.identity) return null
    const seq = Number(owner.readBigUInt64BE(16))
    return seq <= log.lastSeq ? { seq, bytes } : null
  },
})
