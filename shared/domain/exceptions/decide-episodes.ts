// What is to be written down after a look: what began, and what is over. A look after it decides nothing more.
import type { ClearedHow } from '../../wire/exceptions.ts'
import { foundKey } from '../flags/found.ts'
import { type Episode, type EpisodeBook, type EpisodeEvent, episodeId } from './episodes.ts'
import { type FoundByRule, termsOf } from './find-exceptions.ts'

/**
 * `how`: why an open one that is found no more is over. Of rules that can say nothing at the moment nothing begins and nothing
 * is over. Since when a thing that came back is so counts from its last end on.
 */
export const decideEpisodes = (
  book: Pick<EpisodeBook, 'open' | 'lastOf'>,
  looked: readonly FoundByRule[],
  how: (episode: Episode) => ClearedHow,
): readonly EpisodeEvent[] => {
  const opened: EpisodeEvent[] = []
  const there = new Set<string>()
  const unsure = new Set(looked.flatMap(({ rule, found }) => (found === null ? [rule.id] : [])))
  for (const { rule, found } of looked) {
    for (const each of found ?? []) {
      const key = foundKey(each)
      if (there.has(key)) continue
      there.add(key)
      const before = book.lastOf(each)
      if (before !== null && before.cleared === null) continue
      const nth = (before?.nth ?? 0) + 1
      const since = Math.max(each.since, before?.cleared?.at ?? Number.NEGATIVE_INFINITY)
      opened.push({
        event: 'opened',
        head: { ...each, id: episodeId(each, nth), nth, since },
        ruleName: rule.name,
        terms: termsOf(rule),
      })
    }
  }
  const cleared = book
    .open()
    .filter((episode) => !there.has(foundKey(episode)) && !unsure.has(episode.rule))
    .map((episode): EpisodeEvent => ({ event: 'cleared', episode: episode.id, how: how(episode) }))
  return [...cleared, ...opened]
}
