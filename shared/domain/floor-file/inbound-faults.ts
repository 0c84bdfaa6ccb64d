// What is wrong with the entries of other programs that send: paths that are none, and lists that only an import can look up.
import type { FloorFile } from '../../wire/floor.ts'
import type { InboundSource } from '../../wire/inbound.ts'
import type { InboundMapping } from '../../wire/mapping.ts'
import { deliveryPath } from '../facts/delivery-paths.ts'
import { cellsIn, columnsIn } from '../facts/mapping-columns.ts'
import type { FloorFault } from './floor-fault.ts'

const pathFaults = (path: string, at: FloorFault['path']): FloorFault[] => {
  const read = deliveryPath(path)
  return typeof read === 'string' ? [{ path: at, message: `"${path}" ${read}` }] : []
}

const mappingFaults = (mapping: InboundMapping, at: FloorFault['path']): FloorFault[] => [
  ...columnsIn(mapping).flatMap((column) => pathFaults(column, [...at, 'mapping'])),
  ...cellsIn(mapping).flatMap(({ path, cell }) =>
    'lookup' in cell && cell.lookup !== undefined
      ? [{ path: [...at, 'mapping', ...path], message: 'cannot look up another file; use values or aliases' }]
      : [],
  ),
]

const sourceFaults = ({ each, mapping }: InboundSource, at: FloorFault['path']): FloorFault[] => [
  ...(each === undefined ? [] : pathFaults(each, [...at, 'each'])),
  ...(mapping === undefined ? [] : mappingFaults(mapping, at)),
]

export const inboundFaults = ({ inbound }: FloorFile): FloorFault[] =>
  inbound.flatMap((source, index) => sourceFaults(source, ['inbound', index]))
