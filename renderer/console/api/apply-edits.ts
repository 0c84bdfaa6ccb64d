// What the floor will look like once edits are made, so that a page can show it at once. The feed has the last word.

import { FloorFile } from '../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../shared/wire/floor-edits.ts'

interface Entry {
  readonly id: string
}

const placed = <T extends Entry>(entries: readonly T[], entry: T, before: string | null): readonly T[] => {
  const at = before === null ? -1 : entries.findIndex(({ id }) => id === before)
  return at === -1 ? [...entries, entry] : [...entries.slice(0, at), entry, ...entries.slice(at)]
}

const withFields = (target: object, fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries({ ...target, ...fields }).filter(([, value]) => value !== null))

const edited = (entries: readonly Entry[], edit: Exclude<FloorEdit, { do: 'floor' }>): readonly Entry[] => {
  switch (edit.do) {
    case 'add':
      // Twice is once: for a moment the floor may have it already while the edit still waits.
      return entries.some(({ id }) => id === edit.entry.id)
        ? entries
        : placed(entries, edit.entry, edit.before)
    case 'set':
      return entries.map((entry) =>
        entry.id === edit.id ? { ...withFields(entry, edit.fields), id: edit.id } : entry,
      )
    case 'move': {
      const moved = entries.find(({ id }) => id === edit.id)
      if (!moved) return entries
      return placed(
        entries.filter(({ id }) => id !== edit.id),
        moved,
        edit.before,
      )
    }
    case 'remove':
      return entries.filter(({ id }) => id !== edit.id)
  }
}

/** Only what was edited is parsed: it brings the defaults of what the edit leaves out. */
const applyEdit = (file: FloorFile, edit: FloorEdit): FloorFile => {
  const key = edit.do === 'floor' ? 'floor' : edit.list
  const next = edit.do === 'floor' ? withFields(file.floor, edit.fields) : edited(file[edit.list], edit)
  const parsed = FloorFile.shape[key].safeParse(next)
  return parsed.success ? { ...file, [key]: parsed.data } : file
}

/** An edit that the floor's schema does not take leaves it as it is: the feed says why. */
export const applyEdits = (file: FloorFile, edits: readonly FloorEdit[]): FloorFile =>
  edits.reduce(applyEdit, file)
