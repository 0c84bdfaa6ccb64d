// Who owns something at a vendor, and what its stages are called, for as long as it is fresh: rows name both by ids alone.
import type { SourcePipeline } from '../../../shared/wire/sources.ts'
import type { VendorOwner } from './connector.ts'

export interface Names {
  readonly owners: ReadonlyMap<string, VendorOwner>
  readonly pipelines: readonly SourcePipeline[]
}

export interface NameBook<Known extends Names> {
  /** With everybody and every stage of these, as far as the vendor knows them. Rejects as reading does. */
  knowing(owners: readonly string[], stages: readonly string[]): Promise<Known>
  /** What was read longer ago than this is asked for again. */
  forgetAfter(ageMs: number): void
}

interface NameBookParts<Known> {
  readonly read: () => Promise<Known>
  /** Epoch ms. */
  readonly now: () => number
}

const staleMs = 3_600_000
/** How old it is at least before it is asked for again, for somebody who is not in it. */
const freshMs = 60_000

export const createNameBook = <Known extends Names>({ read, now }: NameBookParts<Known>): NameBook<Known> => {
  let known: Known | null = null
  let readAt = 0
  /** People and stages that the vendor itself does not know: they are asked for once. */
  const sought = new Set<string>()

  return {
    knowing: async (owners, stages) => {
      const missingIn = (names: Known): readonly string[] => {
        const named = new Set(names.pipelines.flatMap((pipeline) => pipeline.stages.map(({ id }) => id)))
        return [
          ...owners.filter((id) => !names.owners.has(id)).map((id) => `owner ${id}`),
          ...stages.filter((id) => !named.has(id)).map((id) => `stage ${id}`),
        ]
      }
      const age = now() - readAt
      if (known !== null && age <= staleMs) {
        if (age <= freshMs || missingIn(known).every((each) => sought.has(each))) return known
      } else sought.clear()
      const found = await read()
      known = found
      readAt = now()
      for (const each of missingIn(found)) sought.add(each)
      return found
    },
    forgetAfter: (ageMs) => {
      if (now() - readAt > ageMs) known = null
    },
  }
}
