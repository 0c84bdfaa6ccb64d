// Names that facts credit and the floor does not know, so that managers see whose facts count for nobody.

export interface UnknownNames {
  /** `by`: 1 for a fact that came, −1 for one that is taken back. */
  note(name: string, by: 1 | -1): void
  /** Most facts first. */
  all(): readonly { readonly rep: string; readonly facts: number }[]
  entries(): readonly (readonly [string, number])[]
}

/** Names beyond these are counted together, so that a faulty source cannot fill the memory. */
const mostNames = 10_000
const theRest = '…'

export const createUnknownNames = (from: readonly (readonly [string, number])[]): UnknownNames => {
  const names = new Map(from)
  return {
    note: (name, by) => {
      const key = names.has(name) || (by > 0 && names.size < mostNames) ? name : theRest
      const facts = (names.get(key) ?? 0) + by
      if (facts > 0) names.set(key, facts)
      else names.delete(key)
    },
    all: () =>
      [...names]
        .map(([rep, facts]) => ({ rep, facts }))
        .sort((a, b) => b.facts - a.facts || (a.rep < b.rep ? -1 : 1)),
    entries: () => [...names],
  }
}
