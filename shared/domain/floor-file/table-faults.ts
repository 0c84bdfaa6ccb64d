// What is wrong with tables: facts that would have the keys of another source, and what only an import can do.
import type { FloorFile } from '../../wire/floor.ts'
import type { TableSource } from '../../wire/table.ts'
import { cellsIn } from '../facts/mapping-columns.ts'
import { nameKey } from '../people/name-key.ts'
import type { FloorFault } from './floor-fault.ts'

type Sources = Pick<FloorFile, 'sources' | 'inbound' | 'tables'>

const lookupFaults = ({ mapping }: TableSource, at: FloorFault['path']): FloorFault[] =>
  cellsIn(mapping).flatMap(({ path, cell }) =>
    'lookup' in cell && cell.lookup !== undefined
      ? [{ path: [...at, 'mapping', ...path], message: 'cannot look up another file; use values or aliases' }]
      : [],
  )

const queryFaults = ({ from }: TableSource, at: FloorFault['path']): FloorFault[] => {
  if (from.kind !== 'postgres' && from.kind !== 'mysql') return []
  const asks = /(?<!:):since\b/.test(from.query)
  if (asks === (from.changed !== undefined)) return []
  const message = asks
    ? 'has :since in its query, and so must name the column `changed`'
    : 'names a column `changed`, but its query has no :since'
  return [{ path: [...at, 'from', 'query'], message }]
}

export const tableFaults = ({ sources, inbound, tables }: Sources): FloorFault[] => {
  const taken = new Map<string, string>()
  inbound.forEach(({ id }, index) => void taken.set(nameKey(id), `inbound[${index}]`))
  sources.forEach(({ id, source }, index) => void taken.set(nameKey(source ?? id), `sources[${index}]`))
  return tables.flatMap((table, index): FloorFault[] => {
    const at = ['tables', index]
    const key = nameKey(table.source ?? table.id)
    const rival = taken.get(key)
    taken.set(key, rival ?? `tables[${index}]`)
    return [
      ...(rival === undefined
        ? []
        : [
            {
              path: [...at, table.source === undefined ? 'id' : 'source'],
              message: `its facts would have the source of ${rival}: give it another one`,
            },
          ]),
      ...lookupFaults(table, at),
      ...queryFaults(table, at),
    ]
  })
}
