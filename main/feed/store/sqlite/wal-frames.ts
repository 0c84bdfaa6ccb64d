// The write-ahead log of SQLite, frame by frame (https://www.sqlite.org/fileformat2.html#walformat). SQLite stops at the
// first frame whose checksum is wrong and takes it for the end: one bit that turns drops every commit after it, without
// a word. Each frame's checksum continues that of the frame before, so what follows can still be told from what is old.

const headerBytes = 32
const frameHeaderBytes = 24
const magicLittle = 0x377f0682
const magicBig = 0x377f0683
const walVersion = 3_007_000

export interface WalFrame {
  /** Where it begins. */
  readonly offset: number
  /** The page of the database that it holds, from 1 on. */
  readonly page: number
  /** Pages of the database after the commit that it ends; 0 where it ends none. */
  readonly commitPages: number
  /** It belongs to this log, and is as it was written. */
  readonly whole: boolean
}

export interface Wal {
  readonly bytes: Buffer
  readonly pageSize: number
  readonly big: boolean
  readonly salts: Buffer
  readonly frames: readonly WalFrame[]
  /** Up to here (exclusive) SQLite reads. */
  readonly readFrames: number
  /** Up to here (exclusive) commits go that are as they were written; more than `readFrames` only in a damaged log. */
  readonly soundFrames: number
}

type Sum = readonly [number, number]

/** `bytes.length`: a multiple of 8. */
const continueSum = (bytes: Buffer, [from0, from1]: Sum, big: boolean): Sum => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let [s0, s1] = [from0, from1]
  for (let at = 0; at < bytes.length; at += 8) {
    s0 = (s0 + view.getUint32(at, !big) + s1) >>> 0
    s1 = (s1 + view.getUint32(at + 4, !big) + s0) >>> 0
  }
  return [s0, s1]
}

const storedSum = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
const same = (one: Sum, other: Sum): boolean => one[0] === other[0] && one[1] === other[1]

const frameSum = (bytes: Buffer, offset: number, pageSize: number, from: Sum, big: boolean): Sum => {
  const page = offset + frameHeaderBytes
  const head = continueSum(bytes.subarray(offset, offset + 8), from, big)
  return continueSum(bytes.subarray(page, page + pageSize), head, big)
}

/** The frames of a log whose header is damaged say whose they are: all of them carry the same salts. */
const saltsOf = (bytes: Buffer, headerIsWhole: boolean, frameBytes: number): Buffer => {
  const inHeader = bytes.subarray(16, 24)
  const saltsAt = (index: number) =>
    bytes.subarray(headerBytes + index * frameBytes + 8, headerBytes + index * frameBytes + 16)
  if (headerIsWhole || bytes.length < headerBytes + 2 * frameBytes) return inHeader
  return saltsAt(0).equals(saltsAt(1)) ? saltsAt(0) : inHeader
}

/** `pageSize`: that of the database, which a damaged header cannot be asked for. Null where there is not one frame. */
export const readWal = (bytes: Buffer, pageSize: number): Wal | null => {
  const frameBytes = frameHeaderBytes + pageSize
  if (bytes.length < headerBytes + frameBytes) return null
  const magic = bytes.readUInt32BE(0)
  const big = magic === magicBig
  const headerSum = continueSum(bytes.subarray(0, 24), [0, 0], big)
  const headerIsWhole =
    (magic === magicLittle || big) &&
    bytes.readUInt32BE(8) === pageSize &&
    same(headerSum, storedSum(bytes, 24))
  const salts = saltsOf(bytes, headerIsWhole, frameBytes)
  const frames: WalFrame[] = []
  let before = storedSum(bytes, 24)
  let chain = headerIsWhole
  let [readFrames, soundFrames] = [0, 0]
  for (let offset = headerBytes; offset + frameBytes <= bytes.length; offset += frameBytes) {
    const stored = storedSum(bytes, offset + 16)
    const ours = bytes.subarray(offset + 8, offset + 16).equals(salts)
    const whole = ours && same(frameSum(bytes, offset, pageSize, before, big), stored)
    before = stored
    const commitPages = bytes.readUInt32BE(offset + 4)
    frames.push({ offset, page: bytes.readUInt32BE(offset), commitPages, whole })
    chain &&= whole
    if (commitPages === 0) continue
    if (chain) readFrames = frames.length
    if (whole) soundFrames = frames.length
  }
  return { bytes, pageSize, big, salts, frames, readFrames, soundFrames }
}

/**
 * The same with checksums that hold up to the frame `end`, so that SQLite reads all of it. What a damaged frame holds
 * is kept as it is: the checksums of the entries tell what of it is wrong.
 */
export const mendedWal = ({ bytes, pageSize, big, salts, frames }: Wal, end: number): Buffer => {
  const kept = frames.slice(0, end)
  const mended = Buffer.from(bytes.subarray(0, headerBytes + end * (frameHeaderBytes + pageSize)))
  mended.writeUInt32BE(big ? magicBig : magicLittle, 0)
  mended.writeUInt32BE(walVersion, 4)
  mended.writeUInt32BE(pageSize, 8)
  salts.copy(mended, 16)
  let sum = continueSum(mended.subarray(0, 24), [0, 0], big)
  const write = (at: number): void => {
    mended.writeUInt32BE(sum[0], at)
    mended.writeUInt32BE(sum[1], at + 4)
  }
  write(24)
  for (const { offset } of kept) {
    salts.copy(mended, offset + 8)
    sum = frameSum(mended, offset, pageSize, sum, big)
    write(offset + 16)
  }
  return mended
}

/** The whole database out of its log alone, where the log holds each of its pages; else null. */
export const databaseFromWal = ({ bytes, pageSize, frames, soundFrames }: Wal): Buffer | null => {
  const pages = new Map<number, Buffer>()
  for (const { page, offset, whole } of frames.slice(0, soundFrames)) {
    const start = offset + frameHeaderBytes
    if (whole) pages.set(page, bytes.subarray(start, start + pageSize))
  }
  const count = frames[soundFrames - 1]?.commitPages ?? 0
  const found = Array.from({ length: count }, (_, index) => pages.get(index + 1))
  const all = found.filter((page) => page !== undefined)
  return count > 0 && all.length === count ? Buffer.concat(all) : null
}
