import { open, rename } from 'node:fs/promises'

/** On disk when it resolves; for this account alone. Throws what the disk says. */
export async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Writes a file whole or not at all, also when the power goes; for this account alone. Throws what the disk says. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeSynced(`${path}.new`, content)
  await rename(`${path}.new`, path)
}
