// Thanks that stand, of as many days as a season looks back. They are read from the log at the start, and followed from then on.

import { type Thanks, thanksOf } from '../../../shared/domain/facts/thanks.ts'
import type { ThanksBook } from '../../../shared/domain/standing/thanks-book.ts'
import { mostSeasonDays } from '../../../shared/wire/season.ts'
import { thanksSource } from '../../../shared/wire/thanks.ts'
import type { Clock } from '../clock.ts'
import type { Log, LogEntry } from '../store/log.ts'
import type { Turns } from '../turns.ts'

const dayMs = 86_400_000
/** As long as the longest season and its time to settle, whose badges ask who helped whom; a board looks back 90 days. */
const keptDays = mostSeasonDays + 33
const sweepEveryMs = 3_600_000

export interface KeptThanks extends ThanksBook {
  /** One was given, or taken back. */
  onChange(listener: () => void): void
}

interface ThanksBookParts {
  readonly log: Pick<Log, 'factsOf' | 'onCommit'>
  readonly clock: Clock
  readonly turns: Turns
}

export const openThanksBook = async ({ log, clock, turns }: ThanksBookParts): Promise<KeptThanks> => {
  const kept = new Map<string, Thanks>()
  const listeners: (() => void)[] = []
  let sweptAt = clock.now()
  let latestFirst: readonly Thanks[] | null = null

  const isKept = ({ at }: Thanks): boolean => at > clock.now() - keptDays * dayMs
  const put = (thanks: Thanks | null): void => {
    if (thanks !== null && isKept(thanks)) kept.set(thanks.id, thanks)
  }
  const sweep = (): void => {
    if (clock.now() - sweptAt < sweepEveryMs) return
    sweptAt = clock.now()
    for (const thanks of kept.values()) if (!isKept(thanks)) kept.delete(thanks.id)
    latestFirst = null
  }

  const take = (entries: readonly LogEntry[]): void => {
    let isChanged = false
    for (const entry of entries) {
      if (entry.kind !== 'fact') continue
      const fact = (entry.after ?? entry.before)?.fact
      if (fact?.source !== thanksSource) continue
      kept.delete(fact.id)
      if (entry.after !== null) put(thanksOf(fact))
      isChanged = true
    }
    if (!isChanged) return
    latestFirst = null
    for (const listener of listeners) listener()
  }

  // Nothing is written before the feed has started.
  for await (const page of log.factsOf(thanksSource)) {
    for (const { fact } of page) put(thanksOf(fact))
    if (turns.due()) await turns.next()
  }
  log.onCommit(take)

  return {
    since: (at) => {
      sweep()
      latestFirst ??= [...kept.values()].sort(
        (one, other) => other.at - one.at || (one.id < other.id ? -1 : 1),
      )
      return latestFirst.filter((thanks) => thanks.at >= at)
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
