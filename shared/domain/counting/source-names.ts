// The sources that facts stand from, so that one source spelled in two ways is not counted as two.
import { nameKey } from '../people/name-key.ts'

export interface SourceNames {
  /** `by`: 1 for a fact that came, −1 for one that is taken back. */
  note(source: string, by: 1 | -1): void
  has(source: string): boolean
  countOf(source: string): number
  /** Another spelling of this name, with facts that stand; null without any. */
  rivalOf(source: string): string | null
  entries(): readonly (readonly [string, number])[]
}

export const createSourceNames = (from: readonly (readonly [string, number])[]): SourceNames => {
  const facts = new Map(from)
  return {
    note: (source, by) => {
      const count = (facts.get(source) ?? 0) + by
      if (count > 0) facts.set(source, count)
      else facts.delete(source)
    },
    has: (source) => facts.has(source),
    countOf: (source) => facts.get(source) ?? 0,
    rivalOf: (source) => {
      const key = nameKey(source)
      for (const other of facts.keys()) if (other !== source && nameKey(other) === key) return other
      return null
    },
    entries: () => [...facts],
  }
}
