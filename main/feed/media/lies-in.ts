import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** Whether it is a file that lies in the folder: a link may lead elsewhere, and a pipe would never end. */
export const liesIn = async (folder: string, name: string): Promise<boolean> => {
  try {
    const real = await realpath(join(folder, name))
    return real.startsWith(`${await realpath(folder)}${sep}`) && (await stat(real)).isFile()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
