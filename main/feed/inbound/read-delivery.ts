// What a delivery says, by its source's mapping: each item is a row, as of a file, whose columns are paths into it.
import { type DeliveryPath, deliveryPath } from '../../../shared/domain/facts/delivery-paths.ts'
import { columnsIn } from '../../../shared/domain/facts/mapping-columns.ts'
import type { InboundSource } from '../../../shared/wire/inbound.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import { mappingFaults } from '../ingest/csv/read-mapping.ts'
import { createRowToFact, type RowReading } from '../ingest/csv/row-to-fact.ts'

/** More would be no delivery but a history, which an import is for. */
export const mostRows = 5000

export interface DeliveryReader {
  /** A string is why nothing of it can be read. */
  read(documents: readonly unknown[]): readonly RowReading[] | string
}

/** Several values are a line each, which is how cells name several people. What is an object stands as its JSON. */
const textOf = (values: readonly unknown[]): string =>
  values
    .flat()
    .filter((value) => value !== null && value !== undefined)
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .join('\n')

const pathsOf = (columns: readonly string[]): readonly DeliveryPath[] | string => {
  const paths: DeliveryPath[] = []
  for (const column of columns) {
    const path = deliveryPath(column)
    if (typeof path === 'string') return `"${column}" ${path}`
    paths.push(path)
  }
  return paths
}

/** A string is why nothing can be read with this entry, in a sentence without its full stop. */
export const createDeliveryReader = ({ id, each, mapping }: InboundSource): DeliveryReader | string => {
  if (mapping === undefined) return 'it has no mapping yet, which says what its deliveries mean'
  const whole: Mapping = { ...mapping, source: id, skipRows: 0 }
  const [fault] = mappingFaults(whole)
  if (fault) return `mapping: ${fault.path.join('.')} ${fault.message}`
  const columns = columnsIn(whole)
  const paths = pathsOf(columns)
  if (typeof paths === 'string') return paths
  const items = each === undefined ? null : deliveryPath(each)
  if (typeof items === 'string') return `each: "${each}" ${items}`
  const toFact = createRowToFact(whole, columns)

  return {
    read: (documents) => {
      const rows = documents.flatMap((body) =>
        // A list stands for what is in it.
        (items === null ? [body] : items.valuesIn(body)).flat().map((item) => ({ item, body })),
      )
      if (rows.length > mostRows) return `has more than ${mostRows} of what "${each ?? 'each'}" finds`
      return rows.map((row) => toFact(paths.map((path) => textOf(path.valuesIn(row[path.from])))))
    },
  }
}
