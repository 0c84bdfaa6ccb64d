// Files that are on disk, and not only on their way there, once these return or resolve.
import { closeSync, copyFileSync, fsyncSync, openSync, writeFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

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

/** For its own account only. Whoever reads the file finds what was there, or all of what is written; nobody waits for it. */
export const replaceDurably = async (file: string, content: string): Promise<void> => {
  const next = `${file}.new`
  const handle = await open(next, 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(next, file)
  const folder = await open(dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
