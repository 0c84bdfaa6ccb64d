// The fold of the seasons: how each ended is a record of the log, of which the first stands for ever: whatever restarts, a
// season ends once.
import { SeasonEnd } from '../../../shared/wire/season-answers.ts'
import type { LogEntry, RecordEntry, RecordWrite } from '../store/log.ts'

const topic = 'season-end'

/** So many are at hand; the log keeps all. */
const mostEnds = 200

/** `from`: the first day, so that an id that is used again is another season. */
const causeOf = ({ id, from }: SeasonEnd['rules']): string => `${id}:${from}`

export const seasonEndRecord = (end: SeasonEnd, at: number): RecordWrite => ({
  topic,
  cause: causeOf(end.rules),
  body: end,
  at,
  by: 'clock',
})

export interface SeasonRecords {
  end(season: SeasonEnd['rules']): SeasonEnd | null
  /** The latest first. */
  ends(): readonly SeasonEnd[]
  /** Entries that are none of these are passed over. */
  take(entries: readonly LogEntry[]): void
}

export const openSeasonRecords = async (log: {
  recordsOf(topic: string, most: number): Promise<readonly RecordEntry[]>
}): Promise<SeasonRecords> => {
  const ends = new Map<string, SeasonEnd>()
  const put = (cause: string, body: unknown): void => {
    if (ends.has(cause)) return
    // A body of another version of this program is none that this one can read.
    const { data } = SeasonEnd.safeParse(body)
    if (data) ends.set(cause, data)
  }
  for (const { cause, body } of (await log.recordsOf(topic, mostEnds)).toReversed()) put(cause, body)
  return {
    end: (season) => ends.get(causeOf(season)) ?? null,
    ends: () => [...ends.values()].toSorted((one, other) => other.finalAt - one.finalAt),
    take: (entries) => {
      for (const entry of entries)
        if (entry.kind === 'record' && entry.topic === topic) put(entry.cause, entry.body)
    },
  }
}
