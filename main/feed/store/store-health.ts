// How the store is, for whoever looks after the machine.
import type { DamagedEntry } from './damage.ts'
import type { SetAside } from './set-aside.ts'

export interface StoreHealth {
  /** A sentence on why nothing can be written now; null as far as is known it can. */
  refusal(): string | null
  /** Entries that are not as they were written, in the order of the log: they count nowhere. */
  damaged(): readonly DamagedEntry[]
  /** What could not be used and lies in folders of its own, oldest first. */
  setAside(): readonly SetAside[]
  /** How far the log is checked, by the numbers of its entries. */
  checked(): { readonly checked: number; readonly of: number }
  /** An entry was found to be damaged: what is counted may hold it. */
  onDamage(listener: (entry: DamagedEntry) => void): void
}
