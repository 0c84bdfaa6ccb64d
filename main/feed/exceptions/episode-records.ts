// The episodes as records of the log: the first under a cause stands, whoever writes the second.
import {
  causeOf,
  createEpisodeBook,
  type EpisodeBook,
  EpisodeEvent,
} from '../../../shared/domain/exceptions/episodes.ts'
import type { Log, LogEntry, RecordWrite } from '../store/log.ts'

export const exceptionTopic = 'exception'

/** So many events are at hand; the log keeps all. */
const mostEvents = 50_000

export const episodeRecord = (event: EpisodeEvent, at: number, by: string): RecordWrite => ({
  topic: exceptionTopic,
  cause: causeOf(event),
  body: event,
  at,
  by,
})

export interface EpisodeRecords extends EpisodeBook {
  /** Whether any of the entries changed something. */
  takeEntries(entries: readonly LogEntry[]): boolean
  /** What the log has under the causes of an episode that is older than what is at hand. */
  recall(episode: string): Promise<void>
}

export const openEpisodeRecords = async (
  log: Pick<Log, 'recordsOf' | 'recordUnder'>,
): Promise<EpisodeRecords> => {
  const book = createEpisodeBook()
  /** A body of another version of this program is no event that this one can read. */
  const put = (body: unknown, at: number): boolean => {
    const { data } = EpisodeEvent.safeParse(body)
    return data !== undefined && book.take(data, at)
  }
  for (const { body, at } of (await log.recordsOf(exceptionTopic, mostEvents)).toReversed()) put(body, at)
  return {
    ...book,
    takeEntries: (entries) =>
      entries.filter(
        (entry) => entry.kind === 'record' && entry.topic === exceptionTopic && put(entry.body, entry.at),
      ).length > 0,
    recall: async (episode) => {
      for (const what of ['opened', 'cleared']) {
        const record = await log.recordUnder(exceptionTopic, `${episode} ${what}`)
        if (record !== null) put(record.body, record.at)
      }
    },
  }
}
