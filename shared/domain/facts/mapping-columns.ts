// All cells of a mapping, the columns that they read, and the words that it expects in the file.
import type {
  Conditions,
  DateCell,
  DurationCell,
  InboundMapping,
  Mapping,
  MoneyCell,
  OwnCell,
  PersonCell,
  TextCell,
} from '../../wire/mapping.ts'

export type AnyCell = TextCell | PersonCell | DateCell | DurationCell | MoneyCell | OwnCell

/** Of a file, or of what another program sends. */
type AnyMapping = Mapping | InboundMapping

export interface PlacedCell {
  readonly path: readonly (string | number)[]
  readonly cell: AnyCell
}

export const cellsIn = (mapping: AnyMapping): PlacedCell[] => {
  const { fields: own, ...fields } = mapping.fields
  const placed = (cells: Readonly<Record<string, AnyCell | undefined>>, path: PlacedCell['path']) =>
    Object.entries(cells).flatMap(([name, cell]) => (cell ? [{ path: [...path, name], cell }] : []))
  return [
    ...placed(fields, ['fields']),
    ...placed(own ?? {}, ['fields', 'fields']),
    ...mapping.credits.map(({ rep }, index) => ({ path: ['credits', index, 'rep'], cell: rep })),
  ]
}

const conditionsIn = (mapping: AnyMapping): Conditions[] => {
  const { when, deleted } = mapping
  const ofCases = cellsIn(mapping).flatMap(({ cell }) =>
    'cases' in cell ? cell.cases.flatMap(({ when }) => (when ? [when] : [])) : [],
  )
  return [...(when ? [when] : []), ...(deleted && 'when' in deleted ? [deleted.when] : []), ...ofCases]
}

/** Every column that the header must have. */
export const columnsIn = (mapping: AnyMapping): string[] => {
  const { deleted } = mapping
  const named = cellsIn(mapping).flatMap(({ cell }) => [
    'column' in cell ? cell.column : undefined,
    'time' in cell ? cell.time : undefined,
    'currency' in cell && typeof cell.currency === 'object' ? cell.currency.column : undefined,
  ])
  const shares = mapping.credits.map(({ share }) => (typeof share === 'object' ? share.column : undefined))
  const tested = conditionsIn(mapping).flatMap((one) => Object.keys(one))
  const flag = deleted && 'flag' in deleted ? [deleted.flag] : []
  const all = [...mapping.id, ...named, ...shares, ...tested, ...flag]
  return [...new Set(all)].filter((name) => name !== undefined)
}

/** Spellings that the mapping has of cells: in an encoding that is the right one, some of them are in the file. */
export const spellingsIn = (mapping: AnyMapping): string[] => [
  ...cellsIn(mapping).flatMap(({ cell }) => [
    ...('values' in cell ? Object.values(cell.values ?? {}).flat() : []),
    ...('aliases' in cell ? Object.keys(cell.aliases ?? {}) : []),
  ]),
  ...conditionsIn(mapping).flatMap((one) =>
    Object.values(one).flatMap((condition) =>
      ('is' in condition ? condition.is : condition.not).filter((wanted) => typeof wanted === 'string'),
    ),
  ),
]
