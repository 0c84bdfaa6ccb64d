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

/** All that was refused under one name since the feed started. */
export interface RefusedLately extends RefusedBy {
  /** Epoch ms, of the first and of the last. */
  readonly since: number
  readonly until: number
}

export interface RefusedFacts {
  /** Of none it keeps nothing. */
  note(refusal: Refusal): void
  /** All since it was taken last; null where nothing was refused. */
  take(): Gathered | null
  /** All since the feed started, whoever was told of it; the latest first. */
  lately(): readonly RefusedLately[]
}

const mostNamed = 5
const mostLetters = 300
/** Whoever sends under a thousand names is told of the first. */
const mostDoors = 50

const clipped = (text: string): string =>
  text.length <= mostLetters ? text : `${text.slice(0, mostLetters - 1)}…`

export const createRefusedFacts = (clock: Pick<Clock, 'now'>): RefusedFacts => {
  let by = new Map<string, RefusedBy>()
  const lately = new Map<string, RefusedLately>()
  let since = 0
  let until = 0
  let total = 0
  /** The first few of the last time: those before may be mended. */
  const noteLately = ({ door, name, count, first }: Refusal): void => {
    const key = `${door} ${name}`
    const at = clock.now()
    const known = lately.get(key)
    lately.delete(key)
    if (lately.size >= mostDoors) return
    lately.set(key, {
      ...{ door, name, count: (known?.count ?? 0) + count, since: known?.since ?? at, until: at },
      first: first
        .slice(0, mostNamed)
        .map(({ fact, why }) => ({ fact: fact === null ? null : clipped(fact), why: clipped(why) })),
    })
  }
  return {
    lately: () => [...lately.values()].reverse(),
    note: ({ door, name, count, first }) => {
      if (count <= 0) return
      until = clock.now()
      if (total === 0) since = until
      total += count
      noteLately({ door, name, count, first })
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
