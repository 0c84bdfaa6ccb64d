// All cells of a mapping, and the columns that they read.
import type {
  DateCell,
  Mapping,
  MoneyCell,
  NumberCell,
  OwnCell,
  PersonCell,
  TextCell,
} from '../../../../shared/wire/mapping.ts'

export type AnyCell = TextCell | PersonCell | DateCell | NumberCell | MoneyCell | OwnCell

export interface PlacedCell {
  readonly path: readonly (string | number)[]
  readonly cell: AnyCell
}

export const cellsIn = (mapping: Mapping): PlacedCell[] => {
  const { fields: own, ...fields } = mapping.fields
  const placed = (cells: Readonly<Record<string, AnyCell | undefined>>, path: PlacedCell['path']) =>
    Object.entries(cells).flatMap(([name, cell]) => (cell ? [{ path: [...path, name], cell }] : []))
  return [
    ...placed(fields, ['fields']),
    ...placed(own ?? {}, ['fields', 'fields']),
    ...mapping.credits.map(({ rep }, index) => ({ path: ['credits', index, 'rep'], cell: rep })),
  ]
}

/** Every column that the header must have. */
export const columnsIn = (mapping: Mapping): string[] => {
  const named = cellsIn(mapping).flatMap(({ cell }) => [
    'column' in cell ? cell.column : undefined,
    'currency' in cell && typeof cell.currency === 'object' ? cell.currency.column : undefined,
  ])
  const shares = mapping.credits.map(({ share }) => (typeof share === 'object' ? share.column : undefined))
  return [...new Set([...mapping.id, ...named, ...shares])].filter((name) => name !== undefined)
}
