// The snapshot beside the log: one file, replaced whole, worth nothing when a single bit of it is wrong.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const magic = Buffer.from('floorboard-snapshot-1\n')
const headBytes = magic.length + 16 + 8 + 32

/** The log it belongs to, and that log's last entry when it was taken. */
export interface SnapshotOwner {
  /** 32 hexadecimal digits. */
  readonly identity: string
  readonly lastSeq: number
}

const checksum = (owner: Buffer, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(owner).update(bytes).digest()

/** A rename is only durable once its folder is; Windows has no way to ask, and needs none. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const writeWhole = (handle: number, bytes: Uint8Array): void => {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
}

export const writeSnapshot = (file: string, owner: SnapshotOwner, bytes: Uint8Array): void => {
  const belongs = Buffer.alloc(24)
  belongs.write(owner.identity, 0, 16, 'hex')
  belongs.writeBigUInt64BE(BigInt(owner.lastSeq), 16)
  const handle = openSync(`${file}.new`, 'w', 0o600)
  try {
    writeWhole(handle, Buffer.concat([magic, belongs, checksum(belongs, bytes)]))
    writeWhole(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.new`, file)
  syncFolder(dirname(file))
}

/** Null when there is none, when it is damaged, and when it is another log's or from this one's lost future. */
export const readSnapshot = (file: string, owner: SnapshotOwner): Uint8Array | null => {
  let whole: Buffer
  try {
    whole = readFileSync(file)
  } catch {
    return null
  }
  if (whole.length < headBytes || !whole.subarray(0, magic.length).equals(magic)) return null
  const belongs = whole.subarray(magic.length, magic.length + 24)
  const bytes = whole.subarray(headBytes)
  if (!checksum(belongs, bytes).equals(whole.subarray(magic.length + 24, headBytes))) return null
  if (belongs.toString('hex', 0, 16) !== owner.identity) return null
  return belongs.readBigUInt64BE(16) <= BigInt(owner.lastSeq) ? bytes : null
}
