// Files that are on disk, and not only on their way there, once these return.
import { closeSync, copyFileSync, fsyncSync, openSync, writeFileSync } from 'node:fs'

/** For its own account only; what was there is replaced. */
export const writeDurably = (file: string, content: string | Uint8Array): void => {
  const handle = openSync(file, 'w', 0o600)
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const copyDurably = (from: string, to: string): void => {
  copyFileSync(from, to)
  const handle = openSync(to, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
