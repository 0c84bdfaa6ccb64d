// Which of all that a source ever said of one fact counts, whatever the order in which it came.
import type { Fact } from '../../shared/wire/fact.ts'
import type { Versions } from './contributions.ts'

/** Everything that arrived under one key, in its order. */
export interface Arrival {
  /** Null: a withdrawal. */
  readonly fact: Fact | null
  readonly version: number | string | null
  readonly receivedAt: number
}

/** What to compare a version by, beside others of its kind. */
const rank = (version: number | string): { kind: string; value: number } => {
  if (typeof version === 'number') return { kind: 'number', value: version }
  return { kind: version.length === 10 ? 'date' : 'instant', value: Date.parse(version) }
}

const outranks = (earlier: Arrival, { version, fact }: Arrival): boolean => {
  if (earlier.version === null || version === null) return false
  const [was, is] = [rank(earlier.version), rank(version)]
  if (was.kind !== is.kind) return false
  // A fact of the version that a withdrawal named is withdrawn with it.
  return was.value > is.value || (was.value === is.value && earlier.fact === null && fact !== null)
}

/** What counts of it since the fact last began, oldest first; empty for one that does not stand. */
export const versionsIn = (arrivals: readonly Arrival[]): Versions => {
  const inTime = arrivals.filter(
    (arrival, index) => !arrivals.slice(0, index).some((earlier) => outranks(earlier, arrival)),
  )
  const standing = inTime
    .slice(inTime.findLastIndex(({ fact }) => fact === null) + 1)
    .flatMap(({ fact, receivedAt }) => (fact ? [{ fact, receivedAt }] : []))
  const type = standing.at(-1)?.fact.type
  return standing.slice(standing.findLastIndex(({ fact }) => fact.type !== type) + 1)
}
