// What a floor file would change, a line each.
import type { FloorChange } from '../../shared/wire/floor-edits.ts'

const fieldWords = ({ field, before, after }: FloorChange['fields'][number]): string => {
  if (before === null) return `${field}: ${after}`
  return after === null ? `${field}: ${before} goes` : `${field}: ${before} → ${after}`
}

/** `playlists "Day" changed`, and of a change its fields, further in. */
const wordsOf = ({ what, list, name, fields }: FloorChange): readonly string[] => {
  const head = list === 'floor' ? `floor ${what}` : `${list} "${name}" ${what}`
  return what === 'changed' ? [head, ...fields.map((field) => `  ${fieldWords(field)}`)] : [head]
}

/** Entries of one list that came or went together, such as a first floor's: nobody reads a line for each. */
const mostOfList = 8
const namedOfMany = 3

const isLong = (changes: readonly FloorChange[], { what, list }: FloorChange): boolean =>
  what !== 'changed' && changes.filter((each) => each.what === what && each.list === list).length > mostOfList

/** A line for each change, but one line for many of one list that were added or removed. */
export const changeWords = (changes: readonly FloorChange[]): readonly string[] =>
  changes.flatMap((change, index) => {
    if (!isLong(changes, change)) return wordsOf(change)
    const { what, list } = change
    const alike = changes.filter((each) => each.what === what && each.list === list)
    if (changes.indexOf(alike[0] ?? change) !== index) return []
    const names = alike.slice(0, namedOfMany).map(({ name }) => `"${name}"`)
    return [`${list} ${names.join(', ')} and ${alike.length - namedOfMany} more ${what}`]
  })
