// What a floor file would change, a line each.
import type { FloorChange } from '../../shared/wire/floor-edits.ts'

const fieldWords = ({ field, before, after }: FloorChange['fields'][number]): string => {
  if (before === null) return `${field}: ${after}`
  return after === null ? `${field}: ${before} goes` : `${field}: ${before} → ${after}`
}

/** `playlists "Day" changed`, and of a change its fields, further in. */
export const changeWords = ({ what, list, name, fields }: FloorChange): readonly string[] => {
  const head = list === 'floor' ? `floor ${what}` : `${list} "${name}" ${what}`
  return what === 'changed' ? [head, ...fields.map((field) => `  ${fieldWords(field)}`)] : [head]
}
