// What was refused, by whichever door it came, gathered until it is told: a file of a hundred thousand bad rows is one message.
import type { RefusedBy } from '../../../shared/wire/webhooks.ts'
import type { Clock } from '../clock.ts'

export interface Refusal {
  readonly door: RefusedBy['door']
  /** Whose token, which source. */
  readonly name: string
  readonly count: number
  /** As many as are at hand. */
  readonly first: readonly { readonly fact: string | null; readonly why: string }[]
}

export interface Gathered {
  /** Epoch ms, of the first and of the last. */
  readonly since: number
  readonly until: number
  readonly count: number
  readonly by: readonly RefusedBy[]
}

export interface RefusedFacts {
  /** Of none it keeps nothing. */
  note(refusal: Refusal): void
  /** All since it was taken last; null where nothing was refused. */
  take(): Gathered | null
}

const mostNamed = 5
const mostLetters = 300
/** Whoever sends under a thousand names is told of the first. */
const mostDoors = 50

const clipped = (text: string): string =>
  text.length <= mostLetters ? text : `${text.slice(0, mostLetters - 1)}…`

export const createRefusedFacts = (clock: Pick<Clock, 'now'>): RefusedFacts => {
  let by = new Map<string, RefusedBy>()
  let since = 0
  let until = 0
  let total = 0
  return {
    note: ({ door, name, count, first }) => {
      if (count <= 0) return
      until = clock.now()
      if (total === 0) since = until
      total += count
      const key = `${door} ${name}`
      const known = by.get(key)
      if (known === undefined && by.size >= mostDoors) return
      const more = first
        .slice(0, mostNamed - (known?.first.length ?? 0))
        .map(({ fact, why }) => ({ fact: fact === null ? null : clipped(fact), why: clipped(why) }))
      by.set(key, {
        door,
        name,
        count: (known?.count ?? 0) + count,
        first: [...(known?.first ?? []), ...more],
      })
    },
    take: () => {
      if (total === 0) return null
      const gathered = { since, until, count: total, by: [...by.values()] }
      by = new Map()
      total = 0
      return gathered
    },
  }
}
