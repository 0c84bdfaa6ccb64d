// What the floor will look like once edits are made, so that a page can show it at once. The feed has the last word.

import type { RawFields } from '../../../shared/domain/edits/raw-floor.ts'
import { withGoal } from '../../../shared/domain/edits/with-goal.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import type { EditableList, FloorEdit } from '../../../shared/wire/floor-edits.ts'

interface Entry {
  readonly id: string
}

const placed = <T extends Entry>(entries: readonly T[], entry: T, before: string | null): readonly T[] => {
  const at = before === null ? -1 : entries.findIndex(({ id }) => id === before)
  return at === -1 ? [...entries, entry] : [...entries.slice(0, at), entry, ...entries.slice(at)]
}

const withFields = (target: object, fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries({ ...target, ...fields }).filter(([, value]) => value !== null))

const edited = (
  entries: readonly Entry[],
  edit: Exclude<FloorEdit, { do: 'floor' | 'goal' }>,
): readonly Entry[] => {
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

/** Only what was edited is parsed, once for all edits of it: it brings the defaults of what they leave out. */
const applied = (file: FloorFile, edits: readonly FloorEdit[]): FloorFile => {
  let floor: object = file.floor
  let goals: RawFields = { goals: file.goals }
  const lists = new Map<EditableList, readonly Entry[]>()
  for (const edit of edits)
    if (edit.do === 'floor') floor = withFields(floor, edit.fields)
    else if (edit.do === 'goal') goals = withGoal(goals, edit)
    else lists.set(edit.list, edited(lists.get(edit.list) ?? file[edit.list], edit))
  const changed = [
    ...lists,
    ...(floor === file.floor ? [] : [['floor', floor] as const]),
    ...(goals['goals'] === file.goals ? [] : [['goals', goals['goals']] as const]),
  ]
  const parsed = changed.map(([key, next]) => {
    const read = FloorFile.shape[key].safeParse(next)
    return [key, read.success ? read.data : file[key]] as const
  })
  return { ...file, ...Object.fromEntries(parsed) }
}

/** What was made of a file by a list of edits: several parts of a page ask for the same. */
const known = new WeakMap<FloorFile, WeakMap<readonly FloorEdit[], FloorFile>>()

/** Edits that the floor's schema does not take leave what they are about as it is: the feed says why. */
export const applyEdits = (file: FloorFile, edits: readonly FloorEdit[]): FloorFile => {
  const ofFile = known.get(file) ?? new WeakMap<readonly FloorEdit[], FloorFile>()
  known.set(file, ofFile)
  const made = ofFile.get(edits) ?? applied(file, edits)
  ofFile.set(edits, made)
  return made
}
