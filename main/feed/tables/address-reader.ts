// A table behind an address. One that did not change costs a question, or its bytes, and nothing more.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { TableFrom } from '../../../shared/wire/table.ts'
import type { FetchFile } from './fetch-file.ts'
import { openTableFile } from './open-file.ts'
import { sheetAddress } from './sheet-address.ts'
import type { TableReader } from './table.ts'

const Place = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable(), hash: z.string() })

interface AddressParts {
  readonly from: Extract<TableFrom, { kind: 'address' }>
  readonly fetchFile: FetchFile
  /** For what is read at the moment. */
  readonly folder: string
}

export const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

export const createAddressReader = ({ from, fetchFile, folder }: AddressParts): TableReader => {
  const address = sheetAddress(from.address)
  return {
    read: async (given, whole) => {
      const known = whole ? null : (Place.safeParse(given).data ?? null)
      await mkdir(folder, { recursive: true })
      const file = join(folder, `${randomUUID()}.part`)
      const remove = (): Promise<void> => rm(file, { force: true })
      try {
        const fetched = await fetchFile({
          address,
          file,
          etag: known?.etag ?? null,
          lastModified: known?.lastModified ?? null,
        })
        if (fetched === null) return null
        const hash = await hashOf(file)
        if (hash === known?.hash) {
          await remove()
          return null
        }
        return {
          files: [{ name: fetched.host, open: (wanted) => openTableFile(file, from, wanted, fetched.type) }],
          isWhole: true,
          place: { etag: fetched.etag, lastModified: fetched.lastModified, hash },
          close: remove,
        }
      } catch (error) {
        await remove()
        throw error
      }
    },
    advice: async () => [],
  }
}
