// Faults and advice about from which source activities are taken.
import { byHandSource } from '../../wire/by-hand.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { foldedName } from '../people/name-key.ts'
import { createLookAlikes } from '../words/look-alike.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

export const takenFromFaults = ({ floor, people, teams }: FloorFile): FloorFault[] => {
  const faults: FloorFault[] = []
  const [personIds, teamIds] = [knownIds(people), knownIds(teams)]
  const first = new Map<string, number>()
  floor.takenFrom.forEach(({ kinds, rep, team, since }, index) => {
    const path = ['floor', 'takenFrom', index]
    faults.push(
      ...danglingFaults(rep, personIds, 'person', [...path, 'rep']),
      ...danglingFaults(team, teamIds, 'team', [...path, 'team']),
    )
    kinds.forEach((kind, at) => {
      const key = JSON.stringify([foldedName(kind), rep, team, since])
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, index)
      else
        faults.push({
          path: [...path, 'kinds', at],
          message: `"${kind}" is taken from a source by takenFrom[${earlier}] already, of the same people since the same day`,
        })
    })
  })
  return faults
}

/** A source that is nearly one of the floor’s own. Others may be a program’s, of which the file knows nothing. */
export const takenFromAdvice = ({ floor, sources, inbound }: FloorFile): readonly FloorFault[] => {
  const known = [
    ...sources.map(({ id, source }) => source ?? id),
    ...inbound.map(({ id }) => id),
    ...(floor.byHand.length > 0 ? [byHandSource] : []),
  ]
  const lookAlikes = createLookAlikes(known, 'forgiving')
  return floor.takenFrom.flatMap(({ source }, index) => {
    if (known.some((each) => foldedName(each) === foldedName(source))) return []
    const meant = lookAlikes.meant(source)
    return meant === null
      ? []
      : [
          {
            path: ['floor', 'takenFrom', index, 'source'],
            message: `"${source}" is none of the floor’s sources; did you mean "${meant}"?`,
          },
        ]
  })
}
