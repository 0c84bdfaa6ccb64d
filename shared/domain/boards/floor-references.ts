// What a schema cannot see: whether the parts of a floor file hold together. Pure; a floor that passes has no dangling
// id, no cycle, no name that means two people and no metric that cannot be computed.
import type { FloorFile } from '../../wire/floor.ts'
import { EditableList } from '../../wire/floor-edits.ts'
import { awardFaults } from '../floor-file/award-faults.ts'
import { byHandFaults } from '../floor-file/by-hand-faults.ts'
import { cadenceFaults } from '../floor-file/cadence-faults.ts'
import { celebrationFaults } from '../floor-file/celebration-faults.ts'
import { contestFaults } from '../floor-file/contest-faults.ts'
import { correctionFaults } from '../floor-file/correction-faults.ts'
import { exceptionFaults } from '../floor-file/exception-faults.ts'
import type { FloorFault } from '../floor-file/floor-fault.ts'
import { formulaFaults } from '../floor-file/formula-faults.ts'
import { goalFaults } from '../floor-file/goal-faults.ts'
import { metricFaults } from '../floor-file/metric-faults.ts'
import { peopleFaults } from '../floor-file/people-faults.ts'
import { screenFaults } from '../floor-file/screen-faults.ts'
import { seasonFaults } from '../floor-file/season-faults.ts'
import { settingsFaults } from '../floor-file/settings-faults.ts'
import { sourceFaults } from '../floor-file/source-faults.ts'
import { spiffFaults } from '../floor-file/spiff-faults.ts'
import { tableFaults } from '../floor-file/table-faults.ts'
import { takenFromFaults } from '../floor-file/taken-from-faults.ts'
import { trialFaults } from '../floor-file/trial-faults.ts'
import { boardFaults } from './board-faults.ts'

const lists = EditableList.options

const repeatedIds = (file: FloorFile): FloorFault[] =>
  lists.flatMap((list) => {
    const first = new Map<string, number>()
    return file[list].flatMap(({ id }, index): FloorFault[] => {
      const earlier = first.get(id)
      if (earlier === undefined) {
        first.set(id, index)
        return []
      }
      return [{ path: [list, index, 'id'], message: `"${id}" is already the id of ${list}[${earlier}]` }]
    })
  })

/** Every fault, in the order of the file's sections. */
export const floorReferenceFaults = (file: FloorFile): FloorFault[] => [
  ...settingsFaults(file),
  ...takenFromFaults(file),
  ...byHandFaults(file),
  ...repeatedIds(file),
  ...peopleFaults(file),
  ...metricFaults(file),
  ...goalFaults(file),
  ...formulaFaults(file),
  ...boardFaults(file),
  ...screenFaults(file),
  ...celebrationFaults(file),
  ...exceptionFaults(file),
  ...trialFaults(file),
  ...cadenceFaults(file),
  ...contestFaults(file),
  ...spiffFaults(file),
  ...seasonFaults(file),
  ...awardFaults(file),
  ...sourceFaults(file),
  ...tableFaults(file),
  ...correctionFaults(file),
]
