// Which sources are in trouble, as the log knows it: the beginning of a trouble and its end are told once, also when the feed ends in
// between.
import { z } from 'zod'
import { type SourceHealth, SourceState } from '../../../shared/wire/sources.ts'
import type { WebhookEvent } from '../../../shared/wire/webhooks.ts'
import type { Log, RecordWrite } from '../store/log.ts'

const topic = 'source-trouble'
/** So many are at hand: of each source the last one counts. */
const mostRecords = 2000

const Body = z.object({
  source: z.string(),
  /** Null: it is over. */
  state: SourceState.nullable(),
  /** Epoch ms: since when it was in trouble. */
  since: z.number(),
})
type Body = z.infer<typeof Body>

export interface TroubleChange {
  readonly record: RecordWrite
  readonly event: WebhookEvent
}

export interface SourceTroubles {
  /** What began and what is over; once its record is in the log, `note` it. */
  changes(sources: readonly SourceHealth[], now: number): readonly TroubleChange[]
  note(changes: readonly TroubleChange[]): void
}

/** That it differs is told with its figures, by the night that found it. */
const isTrouble = (state: SourceState): boolean =>
  state === 'late' || state === 'refused' || state === 'needs sign-in'

export const openSourceTroubles = async (
  log: Pick<Log, 'recordsOf'>,
  link: () => string,
): Promise<SourceTroubles> => {
  const open = new Map<string, Body>()
  const put = (body: unknown): void => {
    const { data } = Body.safeParse(body)
    if (data === undefined) return
    if (data.state === null) open.delete(data.source)
    else open.set(data.source, data)
  }
  for (const { body } of (await log.recordsOf(topic, mostRecords)).toReversed()) put(body)

  const change = ({ id, name, vendor, trouble }: SourceHealth, body: Body, now: number): TroubleChange => {
    const timestamp = new Date(now).toISOString()
    const about = {
      id: `${id}:${body.since}:${body.state ?? 'over'}`,
      source: { id, name, vendor },
      since: new Date(body.since).toISOString(),
      link: link(),
    }
    return {
      record: { topic, cause: about.id, body, at: now, by: 'clock' },
      event:
        body.state === null
          ? { type: 'source.recovered', timestamp, data: about }
          : {
              type: 'source.in-trouble',
              timestamp,
              data: {
                ...about,
                state: body.state,
                what: trouble?.what ?? null,
                click: trouble?.click ?? null,
              },
            },
    }
  }

  return {
    changes: (sources, now) =>
      sources.flatMap((health) => {
        const { id: source, state } = health
        const known = open.get(source)
        if (isTrouble(state))
          return known?.state === state
            ? []
            : [change(health, { source, state, since: known?.since ?? now }, now)]
        return known === undefined ? [] : [change(health, { ...known, state: null }, now)]
      }),
    note: (changes) => {
      for (const { record } of changes) put(record.body)
    },
  }
}
