// What is written when an entry of a list is saved as a form has it.
import type { EditableList, FloorEdit } from '../../../shared/wire/floor-edits.ts'

type Entry = { readonly id: string } & Readonly<Record<string, unknown>>

/** `before` null: a new one, at the end. What it had and has no more is taken out. */
export const entryEdit = <E extends Entry>(list: EditableList, before: E | null, entry: E): FloorEdit => {
  if (before === null) return { do: 'add', list, entry, before: null }
  const { id, ...fields } = entry
  const gone = Object.keys(before).filter((key) => !(key in entry))
  return {
    do: 'set',
    list,
    id,
    fields: { ...fields, ...Object.fromEntries(gone.map((key) => [key, null])) },
  }
}
