// Where the floor file names one of its entries. Whatever would be a fault if the entry were not there names it.
import type { FloorFile } from '../../wire/floor.ts'
import type { EditableList } from '../../wire/floor-edits.ts'
import { floorReferenceFaults } from '../boards/floor-references.ts'
import type { FloorFault } from '../floor-file/floor-fault.ts'
import { entriesOf, idOf, isFields, nameOfEntry, type RawFields } from './raw-floor.ts'

type Path = FloorFault['path']

/** No id of a floor: ids are slugs. */
const nobody = '?'

const keyOf = ({ path, message }: FloorFault): string => JSON.stringify([path, message])

/** Faults that the file would have without the entry, each where the entry is named. */
export const mentionsOf = (file: FloorFile, list: EditableList, id: string): readonly Path[] => {
  const index = file[list].findIndex((entry) => entry.id === id)
  if (index === -1) return []
  const entries: readonly { readonly id: string }[] = file[list].map((entry, at) =>
    at === index ? { ...entry, id: nobody } : entry,
  )
  const before = new Set(floorReferenceFaults(file).map(keyOf))
  return floorReferenceFaults({ ...file, [list]: entries })
    .filter((fault) => !before.has(keyOf(fault)))
    .map(({ path }) => path)
    .filter(([top, at]) => top !== list || at !== index)
}

/** An entry that names another one. Goals and the floor's own settings have no id. */
export interface Use {
  readonly list: string
  readonly id: string
  readonly name: string
}

const goalName = (goal: RawFields): string =>
  [goal['metric'], goal['window'], goal['rep'] ?? goal['role'] ?? goal['team'] ?? 'all']
    .map(String)
    .join(', ')

/** The entries at these places, each once. */
export const usesAt = (raw: RawFields, paths: readonly Path[]): readonly Use[] => {
  const uses = new Map<string, Use>()
  for (const [top, index] of paths) {
    const list = String(top)
    const entry = typeof index === 'number' ? entriesOf(raw, list)[index] : raw[list]
    const name = list === 'goals' && isFields(entry) ? goalName(entry) : nameOfEntry(entry)
    uses.set(`${list} ${index}`, { list, id: idOf(entry) ?? '', name })
  }
  return [...uses.values()]
}
