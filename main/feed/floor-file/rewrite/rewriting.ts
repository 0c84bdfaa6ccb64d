// What the parts of a rewriting share.
import type { Manner } from './print-value.ts'
import type { Patch } from './text-places.ts'

/**
 * Where a value stands. In a block: behind the dash or the colon at `after` (exclusive), whose list or key begins at
 * `column`. Else between brackets.
 */
export type Place =
  | { readonly block: true; readonly column: number; readonly after: number; readonly isItem: boolean }
  | { readonly block: false }

export interface Rewriting {
  readonly text: string
  readonly manner: Manner
  /** Anchors that aliases use. */
  readonly aliased: ReadonlySet<string>
  /** What makes the text of a node say `after` instead of `before`. */
  changes(node: unknown, before: unknown, after: unknown, place: Place): readonly Patch[]
}

/** What becomes of one place of a collection: an entry that was there, or a new one. */
export type Slot =
  | { readonly from: number; readonly patches: readonly Patch[] }
  | { readonly from: null; readonly value: unknown; readonly key: string | null }

/** Every entry stays in its place, and none is new. */
export const isUnmoved = (slots: readonly Slot[], before: number): boolean =>
  slots.length === before && slots.every((slot, index) => slot.from === index)

export const patchesOf = (slots: readonly Slot[]): readonly Patch[] =>
  slots.flatMap((slot) => (slot.from === null ? [] : slot.patches))
