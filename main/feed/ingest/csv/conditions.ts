// Whether a row is one that a mapping's `when` means.
import { nameKey } from '../../../../shared/domain/people/name-key.ts'
import type { Conditions, Wanted } from '../../../../shared/wire/mapping.ts'
import { type ColumnIndex, textOf } from './cell-text.ts'
import type { EmptyWords } from './empty-words.ts'
import { booleanIn } from './read-boolean.ts'

export type RowTest = (cells: readonly string[]) => boolean

type TextTest = (text: string) => boolean

const isAnyOf = (wanted: readonly Wanted[], empty: EmptyWords): TextTest => {
  const texts = new Set(
    wanted.flatMap((one) => (typeof one === 'string' && one !== '' ? [nameKey(one)] : [])),
  )
  const booleans = new Set(wanted.filter((one) => typeof one === 'boolean'))
  const wantsEmpty = wanted.includes('')
  return (text) => {
    if (texts.has(nameKey(text)) && text !== '') return true
    if (empty.isEmpty(text)) return wantsEmpty
    const value = booleans.size > 0 ? booleanIn(text) : null
    return value !== null && booleans.has(value)
  }
}

export const createRowTest = (conditions: Conditions, columns: ColumnIndex, empty: EmptyWords): RowTest => {
  const tests = Object.entries(conditions).map(([column, condition]) => {
    const index = columns(column)
    const isAny = isAnyOf('is' in condition ? condition.is : condition.not, empty)
    const isMeant: TextTest = 'is' in condition ? isAny : (text) => !isAny(text)
    return { index, isMeant }
  })
  return (cells) => tests.every(({ index, isMeant }) => isMeant(textOf(cells, index)))
}

/** What the cells of a condition's columns say, for a message. */
export const cellsOfColumns = (
  conditions: readonly Conditions[],
  columns: ColumnIndex,
): ((cells: readonly string[]) => readonly (readonly [column: string, text: string])[]) => {
  const names = [...new Set(conditions.flatMap((one) => Object.keys(one)))]
  return (cells) => names.map((name) => [name, textOf(cells, columns(name))])
}
