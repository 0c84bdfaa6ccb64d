// Undoing a version: what it changed is put back into the floor that stands, and what came since stays.
import { entriesOf, isFields, type RawFields, withEntries } from '../edits/raw-floor.ts'
import { keyOfEntry } from './list-keys.ts'
import { movedKeys } from './moved-keys.ts'
import { isSame } from './same.ts'

/**
 * What a version touched: a field of an entry, its place among the others, or all of it. As a text: the list, the entry's
 * key and the part; the part `*` touches every other part of the entry.
 */
export interface Touch {
  readonly list: string
  readonly key: string
  readonly part: string
  /** For people. */
  readonly name: string
}

const orderPart = '#order'
export const wholePart = '*'

export const isTouchingSame = (one: Touch, other: Touch): boolean =>
  one.list === other.list &&
  one.key === other.key &&
  (one.part === other.part || one.part === wholePart || other.part === wholePart)

interface ListDifference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Keys with the fields that differ. */
  readonly changed: readonly { readonly key: string; readonly fields: readonly string[] }[]
  readonly moved: readonly string[]
}

type Keyed = ReadonlyMap<string, unknown>

const keyed = (list: string, raw: RawFields): Keyed =>
  new Map(entriesOf(raw, list).map((entry): [string, unknown] => [keyOfEntry(list, entry), entry]))

const changedFields = (before: unknown, after: unknown): readonly string[] => {
  if (!isFields(before) || !isFields(after)) return []
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].filter((field) => !isSame(before[field], after[field]))
}

const differenceOf = (was: Keyed, is: Keyed): ListDifference => {
  const both = [...is.keys()].filter((key) => was.has(key))
  return {
    added: [...is.keys()].filter((key) => !was.has(key)),
    removed: [...was.keys()].filter((key) => !is.has(key)),
    changed: both
      .map((key) => ({ key, fields: changedFields(was.get(key), is.get(key)) }))
      .filter(({ fields }) => fields.length > 0),
    moved: [
      ...movedKeys(
        [...was.keys()].filter((key) => is.has(key)),
        both,
      ),
    ],
  }
}

const topsThatDiffer = (before: RawFields, after: RawFields): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (top) => !isSame(before[top], after[top]),
  )

/** `nameOf`: what people call an entry. */
export const touchesOf = (
  before: RawFields,
  after: RawFields,
  nameOf: (list: string, entry: unknown) => string,
): readonly Touch[] =>
  topsThatDiffer(before, after).flatMap((list): Touch[] => {
    if (list === 'floor')
      return changedFields(before['floor'], after['floor']).map((part) => ({
        list,
        key: '',
        part,
        name: part,
      }))
    const [was, is] = [keyed(list, before), keyed(list, after)]
    const { added, removed, changed, moved } = differenceOf(was, is)
    const touch = (key: string, part: string): Touch => ({
      list,
      key,
      part,
      name: nameOf(list, is.get(key) ?? was.get(key)),
    })
    return [
      ...[...added, ...removed].map((key) => touch(key, wholePart)),
      ...changed.flatMap(({ key, fields }) => fields.map((field) => touch(key, field))),
      ...moved.map((key) => touch(key, orderPart)),
    ]
  })

/** `fields` of `from` put into `into`; those that `from` does not have go. */
const restored = (into: RawFields, from: RawFields, fields: readonly string[]): RawFields => {
  const kept = Object.entries(into).filter(([field]) => !fields.includes(field))
  const back = fields
    .filter((field) => Object.hasOwn(from, field))
    .map((field) => [field, from[field]] as const)
  return Object.fromEntries([...kept, ...back])
}

/** Before the entry that it stood before, or the next one that is still there; else last. */
const placed = (
  entries: readonly unknown[],
  keys: readonly string[],
  order: readonly string[],
  key: string,
  entry: unknown,
): readonly unknown[] => {
  const place = order.indexOf(key)
  const next = order.slice(place + 1).find((each) => keys.includes(each))
  if (next !== undefined) return entries.toSpliced(keys.indexOf(next), 0, entry)
  return [...entries, entry]
}

const undoneList = (list: string, before: RawFields, after: RawFields, now: RawFields): RawFields => {
  const [was, is] = [keyed(list, before), keyed(list, after)]
  const { added, removed, changed, moved } = differenceOf(was, is)
  const order = [...was.keys()]
  const keyOf = (entry: unknown): string => keyOfEntry(list, entry)
  let entries = entriesOf(now, list).filter((entry) => !added.includes(keyOf(entry)))
  entries = entries.map((entry) => {
    const change = changed.find(({ key }) => key === keyOf(entry))
    const old = change && was.get(change.key)
    return change && isFields(old) && isFields(entry) ? restored(entry, old, change.fields) : entry
  })
  // Last ones first: whatever an entry stands before is in its place already.
  const displaced = [...moved, ...removed].toSorted((a, b) => order.indexOf(b) - order.indexOf(a))
  for (const key of displaced) {
    const at = entries.findIndex((entry) => keyOf(entry) === key)
    if (at === -1 && moved.includes(key)) continue
    const entry = at === -1 ? was.get(key) : entries[at]
    const others = at === -1 ? entries : entries.toSpliced(at, 1)
    entries = [...placed(others, others.map(keyOf), order, key, entry)]
  }
  if (entries.length === 0 && before[list] === undefined)
    return Object.fromEntries(Object.entries(now).filter(([top]) => top !== list))
  return withEntries(now, list, entries)
}

/**
 * The floor `now` without what made `after` of `before`. Whoever calls it has seen that nothing since has touched the same
 * (`isTouchingSame`); whether the floor that comes of it holds together is for the reader to say.
 */
export const undoneChanges = (before: RawFields, after: RawFields, now: RawFields): RawFields => {
  let floor = now
  for (const top of topsThatDiffer(before, after)) {
    const [was, is, settings] = [before[top], after[top], floor[top]]
    if (top !== 'floor') floor = undoneList(top, before, after, floor)
    else if (isFields(was) && isFields(settings))
      floor = { ...floor, floor: restored(settings, was, changedFields(was, is)) }
  }
  return floor
}
