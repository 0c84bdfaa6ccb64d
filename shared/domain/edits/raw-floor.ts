// A floor file as it was parsed, before any schema: what edits are applied to, so that nobody's defaults get into the file.

export type RawFields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Entries of a top-level list; none where it is missing or is no list. */
export const entriesOf = (raw: RawFields, list: string): readonly unknown[] => {
  const entries = raw[list]
  return Array.isArray(entries) ? entries : []
}

export const withEntries = (raw: RawFields, list: string, entries: readonly unknown[]): RawFields => ({
  ...raw,
  [list]: entries,
})

export const idOf = (entry: unknown): string | null =>
  isFields(entry) && typeof entry['id'] === 'string' ? entry['id'] : null

/** -1 where there is none. */
export const indexOfId = (entries: readonly unknown[], id: string): number =>
  entries.findIndex((entry) => idOf(entry) === id)

/** What people call an entry: its title, its name, else its id. */
export const nameOfEntry = (entry: unknown): string => {
  if (!isFields(entry)) return String(entry)
  for (const field of ['title', 'name', 'id']) {
    const value = entry[field]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return ''
}

/** `fields` laid over what is there; null takes a field out. */
export const withFields = (entry: RawFields, fields: RawFields): RawFields => {
  const merged = { ...entry, ...fields }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}
