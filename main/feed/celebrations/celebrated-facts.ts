// The facts that celebrations are about, as they stand: asked of the log once, and followed from then on. Whoever looks at a
// celebration has no time to wait for a disk or a network.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { factKey } from '../store/entry-key.ts'
import type { Log } from '../store/log.ts'

export interface CelebratedFacts {
  /** What stands of what a cause is about; null where it is about no fact, or none that is known. */
  of(cause: Cause): StoredFact | null
  /** Resolves once they are known. Rejects with `LogUnavailable`. */
  know(causes: readonly Cause[]): Promise<void>
  /** Forgets all others, once these are much fewer. */
  keep(causes: readonly Cause[]): void
}

/** So many that nobody asks for any more may be followed. */
const mostIdle = 1000

const keyOf = ({ about }: Cause): string | null =>
  about.kind === 'fact' ? factKey(about.source, about.id) : null

/** To be made before whatever counts what the log announces: what is counted is then known here too. */
export const createCelebratedFacts = (log: Pick<Log, 'standing' | 'onCommit'>): CelebratedFacts => {
  const known = new Map<string, StoredFact | null>()
  /** Being asked for; without those that were written meanwhile. */
  const asked = new Map<string, Promise<void>>()

  log.onCommit((entries) => {
    if (known.size === 0 && asked.size === 0) return
    for (const entry of entries) {
      if (entry.kind !== 'fact') continue
      const fact = (entry.after ?? entry.before)?.fact
      if (fact === undefined) continue
      const key = factKey(fact.source, fact.id)
      if (known.has(key) || asked.has(key)) known.set(key, entry.after)
    }
  })

  return {
    of: (cause) => known.get(keyOf(cause) ?? '') ?? null,
    know: async (causes) => {
      const wanted = new Map<string, { readonly source: string; readonly id: string }>()
      const waiting: Promise<void>[] = []
      for (const cause of causes) {
        const key = keyOf(cause)
        if (key === null || cause.about.kind !== 'fact' || known.has(key)) continue
        const underWay = asked.get(key)
        if (underWay) waiting.push(underWay)
        else wanted.set(key, cause.about)
      }
      if (wanted.size > 0) {
        const keys = [...wanted.keys()]
        const asking = log
          .standing([...wanted.values()])
          .then((found) => {
            // What was written since is newer.
            for (const [index, key] of keys.entries())
              if (!known.has(key)) known.set(key, found[index]?.stored ?? null)
          })
          .finally(() => {
            for (const key of keys) asked.delete(key)
          })
        for (const key of keys) asked.set(key, asking)
        waiting.push(asking)
      }
      await Promise.all(waiting)
    },
    keep: (causes) => {
      if (known.size < causes.length + mostIdle) return
      const wanted = new Set(causes.map(keyOf))
      for (const key of known.keys()) if (!wanted.has(key)) known.delete(key)
    },
  }
}
