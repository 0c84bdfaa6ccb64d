// What people call the entries of a floor file, for faults that know them by their places.
import { parse } from 'yaml'
import { z } from 'zod'

const Named = z.object({
  name: z.string().optional(),
  title: z.string().optional(),
  id: z.string().optional(),
})
const File = z.record(z.string(), z.unknown())

/** "Ana Ruiz" for `people[3].team`; null where the place is in no entry, or in one without a name. */
export type NameAt = (path: string) => string | null

const parsed = (text: string): unknown => {
  try {
    return parse(text, { logLevel: 'silent' })
  } catch {
    // What is no YAML has faults without places.
    return null
  }
}

export const entryNames = (text: string): NameAt => {
  const file = File.safeParse(parsed(text)).data ?? {}
  return (path) => {
    const [, list = '', index = ''] = /^(\w+)\[(\d+)\]/.exec(path) ?? []
    const entries = file[list]
    const entry = Named.safeParse(Array.isArray(entries) ? entries[Number(index)] : null).data
    return entry?.name ?? entry?.title ?? entry?.id ?? null
  }
}
