// The fold of the seasons: how each ended is a record of the log, of which the first stands for ever: whatever restarts, a
// season ends once.
import { SeasonEnd } from '../../../shared/wire/season-answers.ts'
import { openFirstRecords } from '../store/first-records.ts'
import type { Log, LogEntry, RecordWrite } from '../store/log.ts'

const topic = 'season-end'

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

export const openSeasonRecords = async (log: Pick<Log, 'recordsOf'>): Promise<SeasonRecords> => {
  const ends = await openFirstRecords(
    log,
    topic,
    mostEnds,
    ({ body }) => SeasonEnd.safeParse(body).data ?? null,
  )
  return {
    end: (season) => ends.under(causeOf(season)),
    ends: () => ends.all().toSorted((one, other) => other.finalAt - one.finalAt),
    take: (entries) => void ends.take(entries),
  }
}
