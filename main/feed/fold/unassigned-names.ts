// The names that facts credit and the floor does not know, each beside the one that was probably meant.
import { createNameDifferences, type NameDifferences } from '../../../shared/domain/people/name-difference.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Folded } from './fold-entries.ts'
import type { UnassignedName } from './live-floor.ts'

export const mostUnassigned = 100
/** A slip is looked for in all names of the floor. */
const mostHints = 20

/** Made once for a floor: it looks at all of its names. */
const differencesOfFloors = new WeakMap<FloorFile['people'], NameDifferences>()

const differencesOf = ({ people }: FloorFile): NameDifferences => {
  const differences = differencesOfFloors.get(people) ?? createNameDifferences(people)
  differencesOfFloors.set(people, differences)
  return differences
}

export const unassignedNames = ({ engine, current }: Folded): readonly UnassignedName[] =>
  engine
    .unassigned()
    .slice(0, mostUnassigned)
    .map(({ rep, facts }, index) => {
      const hint = index < mostHints ? differencesOf(current.file).any(rep) : null
      return { rep, facts, ...(hint !== null && { hint }) }
    })
