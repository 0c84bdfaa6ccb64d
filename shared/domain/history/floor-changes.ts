// What one version of the floor file changed, as people read it.
import type { FloorChange } from '../../wire/floor-edits.ts'
import { entriesOf, idOf, isFields, type RawFields } from '../edits/raw-floor.ts'
import { type ChangeWords, fieldChanges } from './field-changes.ts'
import { keyOfEntry, nameInList } from './list-keys.ts'
import { movedKeys } from './moved-keys.ts'
import { isSame } from './same.ts'

type Entry = readonly [key: string, entry: unknown]

/** Entries by their keys; of two with the same, which no valid file has, the last. */
const keyed = (list: string, raw: RawFields): ReadonlyMap<string, unknown> =>
  new Map(entriesOf(raw, list).map((entry): Entry => [keyOfEntry(list, entry), entry]))

const fieldsOf = (entry: unknown): RawFields => (isFields(entry) ? entry : { '': entry })

const listChanges = (
  list: string,
  before: RawFields,
  after: RawFields,
  words: ChangeWords,
): FloorChange[] => {
  const [was, is] = [keyed(list, before), keyed(list, after)]
  const change = (what: FloorChange['what'], entry: unknown, fields: FloorChange['fields']): FloorChange => ({
    what,
    list,
    id: idOf(entry),
    name: nameInList(list, entry),
    fields,
  })
  const stays = (keys: Iterable<string>): string[] => [...keys].filter((key) => was.has(key) && is.has(key))
  const moved = movedKeys(stays(was.keys()), stays(is.keys()))
  return [
    ...[...was].flatMap(([key, entry]) =>
      is.has(key) ? [] : [change('removed', entry, fieldChanges(fieldsOf(entry), {}, words))],
    ),
    ...[...is].flatMap(([key, entry]): FloorChange[] => {
      if (!was.has(key)) return [change('added', entry, fieldChanges({}, fieldsOf(entry), words))]
      const fields = fieldChanges(fieldsOf(was.get(key)), fieldsOf(entry), words)
      return [
        ...(fields.length > 0 ? [change('changed', entry, fields)] : []),
        ...(moved.has(key) ? [change('moved', entry, [])] : []),
      ]
    }),
  ]
}

/**
 * In the order of the file's keys. Each side may leave out what both say alike. Empty where they say the same: then only
 * comments, layout or the order of keys differ.
 */
export const floorChanges = (
  before: RawFields,
  after: RawFields,
  words: ChangeWords,
): readonly FloorChange[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((top): FloorChange[] => {
    const [was, is] = [before[top], after[top]]
    if (isSame(was, is)) return []
    if (top !== 'floor') return listChanges(top, before, after, words)
    const fields = fieldChanges(fieldsOf(was ?? {}), fieldsOf(is ?? {}), words)
    const name = isFields(is) && typeof is['name'] === 'string' ? is['name'] : ''
    return [{ what: 'changed', list: 'floor', id: null, name, fields }]
  })
