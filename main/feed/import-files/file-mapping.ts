// How a dropped file's rows become facts, as somebody wrote it on the console: on this floor, and with nothing but the file.
import { cellsIn } from '../../../shared/domain/facts/mapping-columns.ts'
import type { InboundMapping, Mapping } from '../../../shared/wire/mapping.ts'
import type { FileRules } from '../../../shared/wire/table.ts'
import { type MappingParts, tableMapping } from '../tables/table-mapping.ts'

export interface WrittenMapping {
  readonly source: string
  readonly rules: FileRules
  readonly mapping: InboundMapping
}

const looksElsewhere = (mapping: InboundMapping): boolean =>
  cellsIn(mapping).some(({ cell }) => 'lookup' in cell && cell.lookup !== undefined)

/** A string is why nothing can be read by it, in a sentence. */
export const fileMapping = (
  { source, rules, mapping }: WrittenMapping,
  floor: MappingParts['floor'],
): Mapping | string => {
  if (looksElsewhere(mapping))
    return 'The mapping looks up another file, which only the command line can: use values or aliases.'
  const means = tableMapping({ mapping, source, floor })
  return typeof means === 'string' ? `${means}.` : { ...means, skipRows: rules.skipRows }
}
