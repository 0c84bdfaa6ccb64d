// What a table's entry says of its rows, as an import's mapping: with the floor's own zone and currency where it names none.
import type { DateCell, Mapping } from '../../../shared/wire/mapping.ts'
import { mappingFaults } from '../ingest/csv/read-mapping.ts'

export interface MappingParts {
  readonly mapping: Omit<Mapping, 'source' | 'skipRows'>
  readonly source: string
  readonly floor: { readonly currency: string; readonly timeZone: string }
}

/** A string is why nothing can be read by it, in a sentence without its full stop. */
export const tableMapping = ({ mapping, source, floor }: MappingParts): Mapping | string => {
  const whole = {
    ...mapping,
    timeZone: mapping.timeZone ?? floor.timeZone,
    currency: mapping.currency ?? floor.currency,
    source,
    skipRows: 0,
  } as Mapping
  const [fault] = mappingFaults(whole)
  return fault === undefined ? whole : `the mapping cannot be used: ${fault.path.join('.')} ${fault.message}`
}

/** Beside the formats of texts, the one that programs write; `day` and `instant` stand before all or none. */
const withIso = (formats: readonly string[] | undefined): string[] | undefined => {
  if (formats === undefined) return undefined
  const [kind] = /^(?:day|instant)\b/.exec(formats[0] ?? '') ?? []
  if (formats.some((format) => format === kind)) return [...formats]
  return [...formats, kind === undefined ? 'ISO' : `${kind} ISO`]
}

/** Of cells of which a program wrote the dates: they are ISO, or as the mapping says of those that are text. */
export const withIsoDates = (mapping: Mapping): Mapping => inCells(mapping, {})

/** The same where it wrote the numbers too: their decimals have a point. */
export const typedMapping = (mapping: Mapping): Mapping => inCells(mapping, { decimal: '.' })

const inCells = (mapping: Mapping, numbers: { readonly decimal?: '.' }): Mapping => {
  const isDates = (cell: object): cell is DateCell & { dateFormat?: string[] } => 'dateFormat' in cell
  const typed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(typed)
    if (typeof value !== 'object' || value === null) return value
    const cell = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typed(inner)]))
    return {
      ...cell,
      ...('decimal' in cell && numbers),
      ...(isDates(cell) && { dateFormat: withIso(cell.dateFormat) }),
    }
  }
  return {
    ...mapping,
    fields: typed(mapping.fields),
    dateFormat: withIso(mapping.dateFormat),
    ...numbers,
  } as Mapping
}
