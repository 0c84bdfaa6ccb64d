// What is refused in an edit, and not in a floor that stands: rules that are younger than some floors. Such a floor goes on
// to mean what it meant, and is mended with its next edit.
import type { FloorFile } from '../../wire/floor.ts'
import { isVisible } from '../../wire/text.ts'
import { zoneFault } from '../../wire/zone-names.ts'
import type { FloorFault } from './floor-fault.ts'
import { inboundFaults } from './inbound-faults.ts'

const zoneFaults = (zone: string | undefined, above: FloorFault['path']): FloorFault[] => {
  const message = zone === undefined ? null : zoneFault(zone)
  return message === null ? [] : [{ path: [...above, 'timeZone'], message }]
}

/** Every fault, in the order of the file's sections. */
export const editFaults = (file: FloorFile): FloorFault[] => {
  const { floor, teams, people, screens } = file
  return [
    ...zoneFaults(floor.timeZone, ['floor']),
    ...teams.flatMap(({ timeZone }, index) => zoneFaults(timeZone, ['teams', index])),
    ...people.flatMap(({ aliases }, index) =>
      aliases.flatMap((alias, at) =>
        isVisible(alias)
          ? []
          : [{ path: ['people', index, 'aliases', at], message: 'must have a character that can be seen' }],
      ),
    ),
    ...screens.flatMap(({ timeZone }, index) => zoneFaults(timeZone, ['screens', index])),
    ...inboundFaults(file),
  ]
}
