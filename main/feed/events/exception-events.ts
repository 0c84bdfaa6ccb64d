// What is told of an exception to a program: that it began or is over, and of which rule and team. Never of whom, nor of which deal:
// that is for those who coach.
import { createHash } from 'node:crypto'
import { EpisodeEvent } from '../../../shared/domain/exceptions/episodes.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { exceptionTopic } from '../exceptions/episode-records.ts'
import type { Happened } from '../outbox/event-delivery.ts'
import type { Log, RecordEntry } from '../store/log.ts'

/** An episode's own id has the deal or the person in it. 96 bits of a hash. */
const idOf = (episode: string): string => createHash('sha256').update(episode).digest('hex').slice(0, 24)

const iso = (ms: number): string => new Date(ms).toISOString()

interface ExceptionEventParts {
  readonly log: Pick<Log, 'recordUnder'>
  readonly file: FloorFile
  /** Where whoever coaches reads more. */
  readonly link: string
}

/** Null of a record that is no beginning and no end, or one that this version cannot read. */
export const exceptionEvent = async (
  { topic, body, at }: Pick<RecordEntry, 'topic' | 'body' | 'at'>,
  { log, file, link }: ExceptionEventParts,
): Promise<Happened | null> => {
  if (topic !== exceptionTopic) return null
  const { data } = EpisodeEvent.safeParse(body)
  if (data?.event !== 'opened' && data?.event !== 'cleared') return null
  const began =
    data.event === 'opened' ? { body, at } : await log.recordUnder(exceptionTopic, `${data.episode} opened`)
  const opened = EpisodeEvent.safeParse(began?.body).data
  if (began === null || opened?.event !== 'opened') return null
  const { head, ruleName } = opened
  const about = {
    id: idOf(head.id),
    rule: { id: head.rule, name: ruleName },
    team: file.teams.find(({ id }) => id === head.team)?.name ?? null,
    since: iso(head.since),
    openedAt: iso(began.at),
    link,
  }
  const timestamp = iso(at)
  return {
    topic: 'exception',
    at,
    event:
      data.event === 'opened'
        ? { type: 'exception.opened', timestamp, data: about }
        : { type: 'exception.cleared', timestamp, data: { ...about, clearedAt: timestamp } },
  }
}
