// What somebody said of items: that they are right, or were seen.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { keyOfRightDate } from '../../../shared/domain/mending/item-keys.ts'
import type { MendingStore } from '../store/mending-store.ts'

export interface Said {
  readonly right: ReadonlySet<string>
  /** When last, epoch ms. */
  readonly seen: ReadonlyMap<string, number>
}

/** What was taken back is not said any more. */
export const saidOf = (store: Pick<MendingStore, 'fixes'>): Said => {
  const right = new Set<string>()
  const seen = new Map<string, number>()
  for (const { fix, at, undone } of store.fixes()) {
    if (undone !== null) continue
    if (fix.do === 'right') right.add(fix.key)
    if (fix.do === 'seen') seen.set(fix.key, Math.max(at, seen.get(fix.key) ?? at))
  }
  return { right, seen }
}

export const isRightDate = ({ right }: Said, { fact }: StoredFact, field: string, date: string): boolean =>
  right.has(keyOfRightDate(fact.source, fact.id, field, date))
