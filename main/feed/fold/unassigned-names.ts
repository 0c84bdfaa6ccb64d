// The names that facts credit and the floor does not know, each beside the one that was probably meant.
import { nameDifference } from '../../../shared/domain/people/name-difference.ts'
import type { Folded } from './fold-entries.ts'
import type { UnassignedName } from './live-floor.ts'

export const mostUnassigned = 100
/** A hint looks at all names of the floor. */
const mostHints = 20

export const unassignedNames = ({ engine, current }: Folded): readonly UnassignedName[] =>
  engine
    .unassigned()
    .slice(0, mostUnassigned)
    .map(({ rep, facts }, index) => {
      const hint = index < mostHints ? nameDifference(rep, current.file.people) : null
      return { rep, facts, ...(hint !== null && { hint }) }
    })
