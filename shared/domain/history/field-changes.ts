// What changed within an entry, field by field, down to the seconds of one item of a playlist.
import type { FloorChange } from '../../wire/floor-edits.ts'
import { isFields, type RawFields } from '../edits/raw-floor.ts'
import { namingFieldOf } from './list-keys.ts'
import { movedKeys } from './moved-keys.ts'
import { isSame } from './same.ts'

export type FieldChange = FloorChange['fields'][number]

export interface ChangeWords {
  /** A value as YAML in one line. */
  readonly write: (value: unknown) => string
  /** What people call the entry of which `field` gives the id, such as a board by its title. */
  readonly nameOf: (field: string, id: string) => string
}

const parts = (...names: readonly string[]): string => names.filter((name) => name !== '').join(' › ')

const nameOfItem = (item: unknown, { write, nameOf }: ChangeWords): string => {
  const naming = namingFieldOf(item)
  if (naming === null) return write(item)
  return typeof naming.value === 'string' ? nameOf(naming.field, naming.value) : write(naming.value)
}

/** Items by what they are about; the second of the same board is another item. */
const keyed = (items: readonly unknown[]): Map<string, unknown> => {
  const counts = new Map<string, number>()
  return new Map(
    items.map((item) => {
      const { field, value } = namingFieldOf(item) ?? { field: '', value: item }
      const key = JSON.stringify([field, value])
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return [`${key} ${count}`, item]
    }),
  )
}

/** Without what the name of the item says already. */
const saysBeside = (item: unknown, words: ChangeWords): string => {
  const naming = namingFieldOf(item)
  if (naming === null || !isFields(item)) return words.write(item)
  const rest = Object.fromEntries(Object.entries(item).filter(([field]) => field !== naming.field))
  return words.write(Object.keys(rest).length === 0 ? item : rest)
}

const itemChanges = (
  field: string,
  before: readonly unknown[],
  after: readonly unknown[],
  words: ChangeWords,
): FieldChange[] => {
  const [was, is] = [keyed(before), keyed(after)]
  const gone = [...was].filter(([key]) => !is.has(key))
  const come = [...is].filter(([key]) => !was.has(key))
  const names = (items: readonly unknown[]): string => items.map((item) => nameOfItem(item, words)).join(', ')
  const stays = (keys: Iterable<string>, other: Map<string, unknown>): string[] =>
    [...keys].filter((key) => other.has(key))
  const isMoved = movedKeys(stays(was.keys(), is), stays(is.keys(), was)).size > 0
  return [
    ...gone.map(([, item]) => ({
      field: parts(field, nameOfItem(item, words)),
      before: saysBeside(item, words),
      after: null,
    })),
    ...come.map(([, item]) => ({
      field: parts(field, nameOfItem(item, words)),
      before: null,
      after: saysBeside(item, words),
    })),
    ...[...is].flatMap(([key, item]) =>
      was.has(key) ? valueChanges(parts(field, nameOfItem(item, words)), was.get(key), item, words) : [],
    ),
    ...(isMoved ? [{ field, before: names(before), after: names(after) }] : []),
  ]
}

const isNamedList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((item) => namingFieldOf(item) !== null)

const valueChanges = (field: string, before: unknown, after: unknown, words: ChangeWords): FieldChange[] => {
  if (isSame(before, after)) return []
  if (isNamedList(before) && isNamedList(after)) return itemChanges(field, before, after, words)
  if (isFields(before) && isFields(after)) return fieldChanges(before, after, words, field)
  const text = (value: unknown): string | null => (value === undefined ? null : words.write(value))
  return [{ field, before: text(before), after: text(after) }]
}

/** In the order of the fields before, then of new ones. `above` is written before each. */
export const fieldChanges = (
  before: RawFields,
  after: RawFields,
  words: ChangeWords,
  above = '',
): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) =>
    valueChanges(parts(above, field), before[field], after[field], words),
  )
