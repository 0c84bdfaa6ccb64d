// Mappings that were kept under a name, for the next file of the same kind and for a folder that is watched.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { foldedName } from '../../../shared/domain/people/name-key.ts'
import { KeptMapping } from '../../../shared/wire/import-files.ts'
import { rejectColumns } from '../ingest/csv/formula-guard.ts'
import { replaceDurably } from '../store/durable-file.ts'
import type { KeptFolder } from '../store/kept-folder.ts'
import { FileRefused } from './file-refused.ts'

export interface KeptMappings {
  /** By name. */
  list(): readonly KeptMapping[]
  /** Replaces one of the same name. Durable once it resolves; rejects with `FileRefused`. */
  keep(mapping: KeptMapping): Promise<void>
  /** False where there is none of that name. */
  forget(name: string): Promise<boolean>
  /** The one that was kept last of those that were made for these columns, in whichever order; null: none. */
  madeFor(header: readonly string[]): KeptMapping | null
}

const most = 200

const isOfSource = (name: string): boolean => name !== '' && !rejectColumns.some((added) => added === name)

/** The same for the rows that were refused of such a file, which have two columns more. */
const columnsKey = (columns: readonly string[]): string =>
  JSON.stringify([...new Set(columns.map(foldedName).filter(isOfSource))].sort())

/** One that this version cannot read is left out, and with the next that is kept it goes. */
const read = (file: string, onError: (what: string, error: unknown) => void): readonly KeptMapping[] => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    onError('the mappings of imports cannot be read', error)
    return []
  }
  try {
    return z
      .array(z.unknown())
      .parse(JSON.parse(text))
      .flatMap((one) => KeptMapping.safeParse(one).data ?? [])
  } catch (error) {
    onError('the mappings of imports are damaged', error)
    return []
  }
}

/** `file`: where they are kept. `folder`: what keeps it, where something else does. */
export const openKeptMappings = (
  file: string,
  onError: (what: string, error: unknown) => void,
  folder?: Pick<KeptFolder, 'changed'>,
): KeptMappings => {
  /** In the order in which they were kept. */
  let kept = [...read(file, onError)]
  let writing: Promise<unknown> = Promise.resolve()
  const write = async (next: KeptMapping[]): Promise<void> => {
    kept = next
    const written = writing.catch(() => undefined).then(() => replaceDurably(file, JSON.stringify(kept)))
    writing = written
    await written.catch((error: unknown) => {
      throw new FileRefused('disk-full', 'The feed’s disk takes nothing: the mapping was not kept.', {
        cause: error,
      })
    })
    folder?.changed(file)
  }
  return {
    list: () => kept.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    keep: async (mapping) => {
      const others = kept.filter(({ name }) => name !== mapping.name)
      if (others.length >= most)
        throw new FileRefused('too-large', `There are ${most} mappings already: remove one first.`)
      await write([...others, mapping])
    },
    forget: async (name) => {
      const others = kept.filter((one) => one.name !== name)
      if (others.length === kept.length) return false
      await write(others)
      return true
    },
    madeFor: (header) => {
      const key = columnsKey(header)
      return kept.findLast(({ columns }) => columnsKey(columns) === key) ?? null
    },
  }
}
