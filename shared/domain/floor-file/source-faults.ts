// Faults of sources: two whose facts would have the same keys, stages that are named twice.
import type { FloorFile } from '../../wire/floor.ts'
import { nameKey } from '../people/name-key.ts'
import type { FloorFault } from './floor-fault.ts'

export const sourceFaults = ({ sources, inbound }: Pick<FloorFile, 'sources' | 'inbound'>): FloorFault[] => {
  const sent = new Map(inbound.map(({ id }, index) => [nameKey(id), index]))
  const first = new Map<string, number>()
  return sources.flatMap(({ id, source, stages }, index): FloorFault[] => {
    const faults: FloorFault[] = []
    const key = nameKey(source ?? id)
    const earlier = first.get(key)
    const alike = sent.get(key)
    const rival =
      earlier !== undefined ? `sources[${earlier}]` : alike !== undefined ? `inbound[${alike}]` : null
    if (earlier === undefined) first.set(key, index)
    if (rival !== null)
      faults.push({
        path: ['sources', index, source === undefined ? 'id' : 'source'],
        message: `its facts would have the source of ${rival}: give it another one`,
      })
    stages.forEach(({ stage }, at) => {
      if (stages.findIndex((each) => each.stage === stage) < at)
        faults.push({ path: ['sources', index, 'stages', at, 'stage'], message: `"${stage}" is named twice` })
    })
    return faults
  })
}
