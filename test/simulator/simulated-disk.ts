// A disk that misbehaves: it is full, read-only, says that it has written what it has not, tears what was not synced when
// the power goes, and flips bits. A file is what was written of it and how much of that is known to be safe.
import type { Random } from '../../main/feed/demo/world/random.ts'

export interface SimulatedDisk {
  health: 'good' | 'full' | 'read-only' | 'failing'
  /** It says "synced" and has done nothing. */
  lies: boolean
  /** The power goes in the middle of the next write; called with part of it written. */
  onNextWrite: (() => void) | null
  /** Whether it holds anything that it said was safe and is not. */
  readonly hasLied: boolean
  /** Whether a bit of some file is wrong. */
  readonly isDamaged: boolean
  /** Throws as the operating system would. What does not fit is cut off. */
  write(name: string, at: number, bytes: Uint8Array): void
  sync(name: string): void
  /** Replaces a small file whole; after a crash it is the old one or the new one. */
  replace(name: string, bytes: Uint8Array): void
  read(name: string): Buffer
  /** After a crash: until then nothing can be written. */
  plugIn(): void
  /** The power goes: of what was not synced, any beginning is left, and garbage in place of some of it. */
  crash(): void
  /** Turns over one bit of what is safe; false where there is nothing. */
  flip(name: string): boolean
  /** Puts back every bit that was turned over, as a backup would; false where there was none. */
  repair(): boolean
}

interface File {
  bytes: Buffer
  length: number
  /** Safe up to here. */
  synced: number
  flips: { readonly at: number; readonly mask: number }[]
}

const osError = (code: string, message: string): Error => Object.assign(new Error(message), { code })

export const createSimulatedDisk = (random: Random): SimulatedDisk => {
  const files = new Map<string, File>()
  /** What a lying disk has not kept of the files that are replaced. */
  const unsafe = new Map<string, Buffer>()
  /** Files that it called synced and did not sync. */
  const unsynced = new Set<string>()

  let isOff = false

  const fileOf = (name: string): File => {
    const known = files.get(name)
    if (known) return known
    const file: File = { bytes: Buffer.alloc(1 << 12), length: 0, synced: 0, flips: [] }
    files.set(name, file)
    return file
  }
  const makeRoom = (file: File, length: number): void => {
    if (length <= file.bytes.length) return
    const larger = Buffer.alloc(Math.max(length, 2 * file.bytes.length))
    file.bytes.copy(larger, 0, 0, file.length)
    file.bytes = larger
  }
  const put = (file: File, at: number, bytes: Uint8Array): void => {
    makeRoom(file, at + bytes.length)
    file.bytes.set(bytes, at)
    file.length = at + bytes.length
    file.synced = Math.min(file.synced, at)
    file.flips = file.flips.filter((flip) => flip.at < at)
  }
  const refuse = (): void => {
    if (isOff) throw osError('EIO', 'the power is off')
    if (disk.health === 'read-only') throw osError('EROFS', 'read-only file system')
    if (disk.health === 'failing' && random.chance(0.5)) throw osError('EIO', 'input/output error')
  }

  const disk: SimulatedDisk = {
    health: 'good',
    lies: false,
    onNextWrite: null,
    get hasLied() {
      return unsafe.size > 0 || unsynced.size > 0
    },
    get isDamaged() {
      return [...files.values()].some(({ flips }) => flips.length > 0)
    },
    write: (name, at, bytes) => {
      refuse()
      const cutPower = disk.onNextWrite
      if (cutPower !== null) {
        disk.onNextWrite = null
        put(fileOf(name), at, bytes.subarray(0, random.whole(0, bytes.length)))
        cutPower()
        throw osError('EIO', 'the power is cut')
      }
      const fits = disk.health === 'full' ? Math.floor(bytes.length * random.next()) : bytes.length
      put(fileOf(name), at, bytes.subarray(0, fits))
      if (fits < bytes.length) throw osError('ENOSPC', 'no space left on device')
    },
    sync: (name) => {
      refuse()
      const file = fileOf(name)
      if (disk.lies) {
        if (file.synced < file.length) unsynced.add(name)
        return
      }
      file.synced = file.length
      unsynced.delete(name)
    },
    replace: (name, bytes) => {
      refuse()
      if (disk.health === 'full') throw osError('ENOSPC', 'no space left on device')
      const file = fileOf(name)
      if (disk.lies) {
        if (!unsafe.has(name)) unsafe.set(name, Buffer.from(file.bytes.subarray(0, file.length)))
      } else unsafe.delete(name)
      put(file, 0, bytes)
      file.synced = file.length
    },
    read: (name) => {
      const file = fileOf(name)
      return file.bytes.subarray(0, file.length)
    },
    plugIn: () => {
      isOff = false
    },
    crash: () => {
      isOff = true
      for (const [name, bytes] of unsafe) {
        if (random.chance(0.5)) continue
        const file = fileOf(name)
        put(file, 0, bytes)
        file.synced = file.length
      }
      unsafe.clear()
      unsynced.clear()
      for (const file of files.values()) {
        const unsynced = file.length - file.synced
        if (unsynced === 0) continue
        file.length = file.synced + random.whole(0, unsynced)
        if (random.chance(0.5))
          for (let at = file.synced; at < file.length; at += 1)
            if (random.chance(0.02)) file.bytes[at] = random.whole(0, 255)
        file.synced = file.length
      }
    },
    flip: (name) => {
      const file = fileOf(name)
      if (file.synced === 0) return false
      const at = random.whole(0, file.synced - 1)
      const mask = 1 << random.whole(0, 7)
      file.bytes[at] = (file.bytes[at] ?? 0) ^ mask
      file.flips.push({ at, mask })
      return true
    },
    repair: () => {
      const { isDamaged } = disk
      for (const file of files.values()) {
        for (const { at, mask } of file.flips) file.bytes[at] = (file.bytes[at] ?? 0) ^ mask
        file.flips = []
      }
      return isDamaged
    },
  }
  return disk
}
