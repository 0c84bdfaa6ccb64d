// Tells webhooks what they chose. Each event is a record of the log under its cause before it is sent, so that it is told once, and
// never forgotten; only that boards changed is a hint, and stands in none. Nothing is told while a past comes in.
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type { SourceHealth } from '../../../shared/wire/sources.ts'
import type { WebhookEvent, WebhookTopic } from '../../../shared/wire/webhooks.ts'
import type { Clock } from '../clock.ts'
import { exceptionTopic } from '../exceptions/episode-records.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { startMinuteTicks } from '../fold/minute-ticks.ts'
import type { RefusedFacts } from '../ingest/refused-facts.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { type Log, type LogEntry, LogUnavailable, type RecordWrite } from '../store/log.ts'
import { OutboxStoreUnavailable } from '../store/outbox-store.ts'
import type { Turns } from '../turns.ts'
import { createChangedBoards } from './changed-boards.ts'
import { exceptionEvent } from './exception-events.ts'
import { goalsReached, type ReachedGoal } from './goals-reached.ts'
import { openSourceTroubles } from './source-troubles.ts'

export interface EventDesk {
  /** Resolves once all that came about is to be sent. By itself each minute, and soon after facts. */
  look(): Promise<void>
  /** What came about elsewhere. Rejects with `LogUnavailable`. */
  tell(topic: WebhookTopic, event: WebhookEvent): Promise<void>
  close(): Promise<void>
}

interface EventDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'isHistoryComing' | 'current' | 'boardView'>
  readonly log: Pick<Log, 'appendRecords' | 'recordsOf' | 'recordUnder' | 'onCommit' | 'lastSeq'>
  readonly outbox: Pick<Outbox, 'eventRecords' | 'hint' | 'connections'>
  readonly refused: RefusedFacts
  readonly sources: () => readonly SourceHealth[]
  /** By which people reach the feed, without a slash at the end. */
  readonly origin: () => string
  readonly turns: Turns
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

const goalTopic = 'goal-reached'
/** From its record on goals are watched, whoever is told of them; those that stand reached by then are told to nobody. */
const watchTopic = 'goals-watched'
const watchCause = 'begun'
/** Facts come in bursts. */
const soonMs = 5000
/** On a large floor a look takes some of everybody's time: the next one waits so many times as long. */
const restAfterLook = 20
const longestRestMs = 60_000
/** After a start the outbox is told again of what it may have missed. */
const toldAgainMs = 3 * dayMs
const mostAtHand = 50_000

const iso = (ms: number): string => new Date(ms).toISOString()

export const openEventDesk = async (parts: EventDeskParts): Promise<EventDesk> => {
  const { floor, log, outbox, refused, turns, clock, onError } = parts
  const now = (): number => clock.now()
  const pageOf = (page: string): string => `${parts.origin()}/console/${page}`
  const wanted = (topic: WebhookTopic): boolean => outbox.connections.wanting(topic, now()).length > 0
  const reached = new Set((await log.recordsOf(goalTopic, mostAtHand)).map(({ cause }) => cause))
  const boards = createChangedBoards(turns)
  const troubles = await openSourceTroubles(log, () => pageOf('sources'))
  /** Of a past that has come in meanwhile nothing is told. */
  let isQuiet = false
  let closed = false

  const append = async (records: readonly RecordWrite[]): Promise<void> => {
    if (records.length > 0) await log.appendRecords(records)
  }
  const recordsOf = (topic: WebhookTopic, event: WebhookEvent, at = now()): readonly RecordWrite[] =>
    outbox.eventRecords({ topic, event, at })

  // Goals

  const goalEvent = ({ id, ...goal }: ReachedGoal): WebhookEvent => ({
    type: 'goal.reached',
    timestamp: iso(now()),
    data: { id, ...goal, link: pageOf('') },
  })
  const lookForGoals = async (): Promise<void> => {
    const isWatched = (await log.recordUnder(watchTopic, watchCause)) !== null
    if (!isWatched && !wanted('goal-reached')) return
    const silent = isQuiet || !isWatched
    const numbers = floor.numbers()
    const fresh: ReachedGoal[] = []
    for (const found of goalsReached(numbers, now())) {
      if (found !== null && !reached.has(found.id)) fresh.push(found)
      if (turns.due()) await turns.next()
    }
    // The floor was edited meanwhile: what was a goal may be none.
    if (closed || floor.numbers().model !== numbers.model) return
    const at = now()
    await append([
      ...fresh.map(
        ({ id }): RecordWrite => ({ topic: goalTopic, cause: id, body: { silent }, at, by: 'clock' }),
      ),
      ...(silent ? [] : fresh.flatMap((goal) => recordsOf('goal-reached', goalEvent(goal)))),
      ...(isWatched ? [] : [{ topic: watchTopic, cause: watchCause, body: {}, at, by: 'clock' }]),
    ])
    for (const { id } of fresh) reached.add(id)
    isQuiet = false
  }

  // Boards

  const lookAtBoards = async (): Promise<void> => {
    if (!wanted('board-changed')) {
      boards.forget()
      return
    }
    const { file, version } = floor.current()
    const numbers = floor.numbers()
    const changed = await boards.look({
      file,
      madeOf: `${version} ${numbers.todayAt(now())} ${factsSeq}`,
      view: (id) => {
        const view = floor.boardView(id)
        return 'code' in view ? null : view
      },
    })
    if (changed.length === 0) return
    const at = now()
    outbox.hint({
      topic: 'board-changed',
      at,
      event: {
        type: 'board.changed',
        timestamp: iso(at),
        data: {
          id: `boards:${at}`,
          boards: changed.map(({ id, title }) => ({
            id,
            title,
            link: `${parts.origin()}/api/v1/boards/${id}`,
          })),
        },
      },
    })
  }

  // What was refused, and sources

  const tellRefused = async (): Promise<void> => {
    if (!wanted('facts-refused')) {
      refused.take()
      return
    }
    const gathered = refused.take()
    if (gathered === null) return
    const { since, until, count, by } = gathered
    const data = { id: `refused:${since}`, since: iso(since), until: iso(until), count, by: [...by] }
    try {
      await append(
        recordsOf('facts-refused', {
          type: 'facts.refused',
          timestamp: iso(now()),
          data: { ...data, link: pageOf('faults') },
        }),
      )
    } catch (error) {
      for (const each of by) refused.note(each)
      throw error
    }
  }
  const lookAtSources = async (): Promise<void> => {
    const changes = troubles.changes(parts.sources(), now())
    await append(changes.flatMap(({ record, event }) => [record, ...recordsOf('source-trouble', event)]))
    troubles.note(changes)
  }

  // Exceptions, as they are written down

  const exceptionRecords = async (entries: readonly LogEntry[]): Promise<readonly RecordWrite[]> => {
    const { file } = floor.current()
    const link = pageOf('exceptions')
    const records: RecordWrite[] = []
    for (const entry of entries) {
      const happened = entry.kind === 'record' ? await exceptionEvent(entry, { log, file, link }) : null
      if (happened !== null) records.push(...outbox.eventRecords(happened))
    }
    return records
  }

  const orOutage = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error) => {
      // With the next look, or the next start, it is told.
      if (!(error instanceof LogUnavailable || error instanceof OutboxStoreUnavailable))
        onError('what webhooks are to be told cannot be written', error)
    })

  let factsSeq = log.lastSeq
  let looking: Promise<unknown> = Promise.resolve()
  let soon: NodeJS.Timeout | null = null
  let goalsMs = 0

  const goalsOnce = async (): Promise<void> => {
    if (floor.isHistoryComing()) {
      isQuiet = true
      return
    }
    const began = performance.now()
    await lookForGoals()
    goalsMs = performance.now() - began
  }
  const queue = (work: () => Promise<void>): Promise<unknown> => {
    looking = looking.then(() => (closed ? undefined : orOutage(work())))
    return looking
  }
  const look = async (): Promise<void> => {
    await Promise.all([
      queue(tellRefused),
      queue(lookAtSources),
      queue(goalsOnce),
      queue(async () => {
        if (!floor.isHistoryComing()) await lookAtBoards()
      }),
    ])
  }
  const lookSoon = (): void => {
    if (closed || soon !== null) return
    soon = setTimeout(
      () => {
        soon = null
        void queue(goalsOnce)
      },
      Math.min(Math.max(soonMs, goalsMs * restAfterLook), longestRestMs),
    )
    soon.unref()
  }
  log.onCommit((entries) => {
    const last = entries.findLast(({ kind }) => kind !== 'record')
    if (last !== undefined) {
      factsSeq = last.seq
      lookSoon()
    }
    if (entries.some((entry) => entry.kind === 'record' && entry.topic === exceptionTopic))
      void queue(async () => append(await exceptionRecords(entries)))
  })
  const ticks = startMinuteTicks(clock, () => void look())
  // What comes meanwhile is heard above: told twice, it is in the log once.
  const known = await log.recordsOf(exceptionTopic, mostAtHand)
  const missed = known.filter(({ at }) => now() - at < toldAgainMs)
  if (missed.length > 0) void queue(async () => append(await exceptionRecords(missed.toReversed())))

  return {
    look,
    tell: (topic, event) => append(recordsOf(topic, event)),
    close: async () => {
      ticks.close()
      if (soon !== null) clearTimeout(soon)
      // What was refused in the minute that runs.
      await queue(tellRefused)
      closed = true
      await looking
    },
  }
}
