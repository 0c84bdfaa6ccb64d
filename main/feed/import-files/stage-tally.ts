// Which words of a column of stages a mapping has no meaning for: counted over the rows that were refused, so that each can be
// given one at once, however far down in the file it comes for the first time.
import { foldedName } from '../../../shared/domain/people/name-key.ts'
import type { FileResult } from '../../../shared/wire/import-files.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import { columnIndexOf, textOf } from '../ingest/csv/cell-text.ts'
import { createEmptyWords } from '../ingest/csv/empty-words.ts'

export interface StageTally {
  /** Of a row that was refused, for whatever reason. */
  add(cells: readonly string[]): void
  /** Most rows first; none where there are so many that the column is not one of stages. */
  words(): FileResult['words']
}

/** More than any pipeline has. */
const mostWords = 50
const longestWord = 100

const nothing: StageTally = { add: () => undefined, words: () => [] }

/** `header`: as the cells stand. */
export const startStageTally = (mapping: Mapping, header: readonly string[]): StageTally => {
  if (mapping.type !== 'deal') return nothing
  const { status } = mapping.fields
  if (!('values' in status) || status.column === undefined || status.values === undefined) return nothing
  const { aliases = {}, values } = status
  const index = columnIndexOf(header)(status.column)
  if (index < 0) return nothing
  const empty = createEmptyWords(mapping.nothing)
  const known = new Set([...Object.entries(values).flat(2), ...Object.keys(aliases)].map(foldedName))
  const found = new Map<string, { readonly word: string; rows: number }>()
  let isCut = false
  return {
    add: (cells) => {
      const word = textOf(cells, index)
      const key = foldedName(word)
      if (known.has(key) || empty.isEmpty(word)) return
      const before = found.get(key)
      if (before !== undefined) before.rows += 1
      else if (found.size >= mostWords || word.length > longestWord) isCut = true
      else found.set(key, { word, rows: 1 })
    },
    words: () =>
      isCut ? [] : [...found.values()].sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1)),
  }
}
