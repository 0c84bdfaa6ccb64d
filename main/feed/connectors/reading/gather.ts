import type { Changes, VendorFact } from '../connector.ts'

/** By fact id; null: it stands no more. */
export type Gathered = Map<string, VendorFact | null>

/** What stands in the place of a fact that came twice is what came last. */
export const gather = (into: Gathered, { facts, withdrawn }: Changes): void => {
  for (const fact of facts) {
    into.delete(fact.id)
    into.set(fact.id, fact)
  }
  for (const id of withdrawn) {
    into.delete(id)
    into.set(id, null)
  }
}
