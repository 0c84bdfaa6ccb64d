// Texts by their keys, of which there may be more than memory should hold: they lie one after another in a file, memory has each
// key and where its text begins. Nothing is kept: the file has no name, and is gone once it is closed or its process ends.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Texts are written together from so many bytes on. */
const enoughToWrite = 256 * 1024
const lengthBytes = 4

export interface TextsOnDisk {
  /** Null: nothing is to stand under the key. Undefined: nothing was said of it. Throws what the disk says. */
  get(key: string): string | null | undefined
  /** Throws what the disk says where it takes no more. */
  set(key: string, text: string | null): void
  has(key: string): boolean
  readonly size: number
  close(): void
}

/** A file that is open and has no name any more. */
const openNameless = (folder: string): number => {
  const own = mkdtempSync(join(folder, 'check-'))
  try {
    return openSync(join(own, 'texts'), 'wx+', 0o600)
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** `folder`: of its disk, once there is enough to write. */
export const createTextsOnDisk = (folder: string): TextsOnDisk => {
  let file: number | null = null
  /** Where the length of its text stands, which the text follows. */
  const places = new Map<string, number | null>()
  let written = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let isClosed = false

  const write = (): number => {
    file ??= openNameless(folder)
    const bytes = Buffer.concat(waiting)
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, bytes.length - done, written + done)
    written += bytes.length
    waiting = []
    waitingBytes = 0
    return file
  }
  const read = (from: number, place: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length)
    for (let done = 0; done < length; ) {
      const got = readSync(from, bytes, done, length - done, place + done)
      if (got === 0) throw new Error('a text that was written ends too early')
      done += got
    }
    return bytes
  }

  return {
    get: (key) => {
      const place = places.get(key)
      if (place === undefined || place === null) return place
      const from = file === null || place >= written ? write() : file
      const length = read(from, place, lengthBytes).readUInt32BE()
      return read(from, place + lengthBytes, length).toString()
    },
    set: (key, text) => {
      // Whoever still writes has been given up on.
      if (isClosed) return
      if (text === null) {
        places.set(key, null)
        return
      }
      const body = Buffer.from(text)
      const length = Buffer.alloc(lengthBytes)
      length.writeUInt32BE(body.length)
      places.set(key, written + waitingBytes)
      waiting.push(length, body)
      waitingBytes += lengthBytes + body.length
      if (waitingBytes >= enoughToWrite) write()
    },
    has: (key) => places.has(key),
    get size() {
      return places.size
    },
    close: () => {
      isClosed = true
      if (file !== null) closeSync(file)
      file = null
      places.clear()
      waiting = []
    },
  }
}
