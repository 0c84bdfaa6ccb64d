// Names that only the check came to: before it, the first rows of a file are looked at.
import { indexNames } from '../../../../shared/domain/people/name-index.ts'
import { createSuggestPerson } from '../../../../shared/domain/people/suggest-person.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { FileResult, TriedImportFile } from '../../../../shared/wire/import-files.ts'

type Names = TriedImportFile['names']

/** Those that nobody of `people` has by now, and that are not among `shown`. */
export const laterNames = (
  { warnings }: Pick<FileResult, 'warnings'>,
  shown: Names,
  people: FloorFile['people'],
): Names => {
  const isShown = new Set(shown.map(({ name }) => name))
  const later = warnings.flatMap(({ unknown: name }) =>
    name === undefined || isShown.has(name) ? [] : [name],
  )
  // With each letter that somebody types it is asked again, and hardly a file has any.
  if (later.length === 0) return []
  const find = indexNames(people)
  const suggest = createSuggestPerson(people)
  return later
    .filter((name) => find(name) === null)
    .map((name) => ({ name, person: suggest(name), also: null }))
}
