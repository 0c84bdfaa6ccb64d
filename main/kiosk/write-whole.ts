import { open, rename } from 'node:fs/promises'

/** Writes a file whole or not at all, also when the power goes; for this account alone. Throws what the disk says. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}
