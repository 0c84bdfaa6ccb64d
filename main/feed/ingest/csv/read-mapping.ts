// Reads a mapping file, and finds every fault that shows without a row of data.

import { type AnyCell, cellsIn } from '../../../../shared/domain/facts/mapping-columns.ts'
import { foldedName } from '../../../../shared/domain/people/name-key.ts'
import { Mapping } from '../../../../shared/wire/mapping.ts'
import type { Fault } from '../../floor-file/issue-sentences.ts'
import { type LineError, readYaml, refused } from '../../floor-file/located-yaml.ts'
import { createDateReader } from './dates/read-date.ts'

export type MappingReading =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly errors: LineError[] }

const dateFields = [
  'version',
  'at',
  'createdAt',
  'stageEnteredAt',
  'expectedCloseOn',
  'closedAt',
  'lastActivityAt',
] as const

const statuses: readonly string[] = ['open', 'won', 'lost']

const isDateField = (path: Fault['path']): boolean =>
  path.length === 2 && dateFields.some((field) => field === path[1])

const dateFaults = (mapping: Mapping, path: Fault['path'], cell: AnyCell): Fault[] => {
  if (!isDateField(path)) return []
  const own = 'dateFormat' in cell ? cell.dateFormat : undefined
  const zone = 'timeZone' in cell ? cell.timeZone : undefined
  const reader = createDateReader({
    formats: own ?? mapping.dateFormat,
    zone: zone ?? mapping.timeZone,
    language: mapping.language,
    timeApart: 'time' in cell && cell.time !== undefined,
  })
  return typeof reader === 'string' ? [{ path, message: `cannot be read: ${reader}` }] : []
}

const tableFaults = (path: Fault['path'], cell: AnyCell): Fault[] => {
  const values = 'values' in cell ? cell.values : undefined
  const meanings = new Map<string, string>()
  return Object.entries(values ?? {}).flatMap(([value, spellings]) =>
    spellings.flatMap((spelling) => {
      const other = meanings.get(foldedName(spelling))
      meanings.set(foldedName(spelling), value)
      if (other === undefined || other === value) return []
      return [{ path: [...path, 'values', value], message: `"${spelling}" already stands for "${other}"` }]
    }),
  )
}

const statusFaults = ({ type, fields }: Mapping): Fault[] => {
  if (type !== 'deal') return []
  const { status } = fields
  if ('cases' in status) {
    return status.cases.flatMap(({ is }, index) =>
      statuses.includes(is)
        ? []
        : [{ path: ['fields', 'status', index, 'is'], message: 'must be open, won or lost' }],
    )
  }
  const values = 'values' in status ? Object.keys(status.values ?? {}) : []
  return values
    .filter((value) => !statuses.includes(value))
    .map((value) => ({ path: ['fields', 'status', 'values', value], message: 'must be open, won or lost' }))
}

const currencyFaults = (mapping: Mapping): Fault[] => {
  if (mapping.type !== 'deal' || !mapping.fields.amount || mapping.currency) return []
  const own = 'currency' in mapping.fields.amount ? mapping.fields.amount.currency : undefined
  if (own) return []
  return [{ path: ['fields', 'amount'], message: 'needs a currency, here or at the top of the mapping' }]
}

const shareFaults = ({ credits }: Mapping): Fault[] => {
  const shared = credits.filter(({ share }) => share !== undefined)
  if (shared.length === 0 || shared.length === credits.length) return []
  return [{ path: ['credits'], message: 'need a share each, or none at all' }]
}

/** What is wrong with a mapping of the right shape, as far as that shows without a row. */
export const mappingFaults = (mapping: Mapping): readonly Fault[] => [
  ...cellsIn(mapping).flatMap(({ path, cell }) => [
    ...dateFaults(mapping, path, cell),
    ...tableFaults(path, cell),
  ]),
  ...statusFaults(mapping),
  ...currencyFaults(mapping),
  ...shareFaults(mapping),
]

export const readMapping = (text: string): MappingReading => {
  const reading = readYaml(text, Mapping)
  if (!reading.ok) return reading
  const mapping = reading.value
  const faults = mappingFaults(mapping)
  return faults.length === 0 ? { ok: true, mapping } : refused(faults.map(reading.locate))
}
