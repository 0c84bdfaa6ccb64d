// What a webhook of one's own is told: which events there are, and the JSON of each, as docs/webhooks.md shows it. The envelope is
// that of Standard Webhooks. Instants within `data` are ISO 8601; money is in minor units of the floor's currency.
import { z } from 'zod'
import { SourceState, WonTotals } from './sources.ts'
import { Slug } from './text.ts'

/** What a connection may choose, in the order of the console. */
export const WebhookTopic = z.enum([
  'celebration',
  'goal-reached',
  'exception',
  'facts-refused',
  'source-trouble',
  'board-changed',
])
export type WebhookTopic = z.infer<typeof WebhookTopic>

const Instant = z.iso.datetime()
/** Names the cause: the same one is told once to a connection, whatever is sent again. */
const Id = z.string()
const Named = z.object({ id: z.string(), name: z.string() })
/** Of the console, or of the API. */
const Link = z.string()

/** By the door: the API (`name`: whose token), an import, a source, an inbound webhook. */
const RefusedBy = z.object({
  door: z.enum(['facts', 'import', 'source', 'inbound']),
  name: z.string(),
  count: z.int(),
  /** The first few, with the ids of their facts where they have any, and why. */
  first: z.array(z.object({ fact: z.string().nullable(), why: z.string() })),
})
export type RefusedBy = z.infer<typeof RefusedBy>

/** All that was refused from `since` to `until`, a minute at most. */
const FactsRefused = z.object({
  type: z.literal('facts.refused'),
  timestamp: Instant,
  data: z.object({
    id: Id,
    since: Instant,
    until: Instant,
    count: z.int(),
    by: z.array(RefusedBy),
    link: Link,
  }),
})

const GoalReached = z.object({
  type: z.literal('goal.reached'),
  timestamp: Instant,
  data: z.object({
    id: Id,
    metric: Named.extend({ unit: z.string() }),
    /** `start` and `end` are dates, the end not in it. */
    window: z.object({ start: z.string().nullable(), end: z.string().nullable(), label: z.string() }),
    subject: Named.extend({ kind: z.enum(['person', 'team', 'floor']) }),
    value: z.number(),
    goal: z.number(),
    /** As the wall writes them. */
    words: z.object({ value: z.string(), goal: z.string() }),
    link: Link,
  }),
})

/** Names nobody and no deal: whoever may read whose it is reads it behind the link. */
const exceptionData = {
  id: Id,
  rule: Named,
  /** Whose team, where one is known. */
  team: z.string().nullable(),
  /** Since when it is so; when it was found. */
  since: Instant,
  openedAt: Instant,
  link: Link,
}
const ExceptionOpened = z.object({
  type: z.literal('exception.opened'),
  timestamp: Instant,
  data: z.object(exceptionData),
})
const ExceptionCleared = z.object({
  type: z.literal('exception.cleared'),
  timestamp: Instant,
  data: z.object({ ...exceptionData, clearedAt: Instant }),
})

/** Of the floor's own boards, which show something else than at the message before. A hint: read what they show. */
const BoardChanged = z.object({
  type: z.literal('board.changed'),
  timestamp: Instant,
  data: z.object({
    id: Id,
    boards: z.array(z.object({ id: Slug, title: z.string(), link: Link })),
  }),
})

const SourceNamed = Named.extend({ vendor: z.string() })
const SourceInTrouble = z.object({
  type: z.literal('source.in-trouble'),
  timestamp: Instant,
  data: z.object({
    id: Id,
    source: SourceNamed,
    state: SourceState,
    since: Instant,
    /** What went wrong, and what to click, in words. */
    what: z.string().nullable(),
    click: z.string().nullable(),
    link: Link,
  }),
})
const SourceRecovered = z.object({
  type: z.literal('source.recovered'),
  timestamp: Instant,
  data: z.object({ id: Id, source: SourceNamed, since: Instant, link: Link }),
})
/** Of a night: this month as the source counts it, and as the wall does. */
const SourceDiffers = z.object({
  type: z.literal('source.differs'),
  timestamp: Instant,
  data: z.object({
    id: Id,
    source: SourceNamed,
    label: z.string(),
    theirs: WonTotals,
    ours: WonTotals,
    /** Names of deals, the first few. */
    missing: z.array(z.string()),
    extra: z.array(z.string()),
    link: Link,
  }),
})

/** Everything but celebrations, which are as docs/alerts.md shows them. */
export const WebhookEvent = z.discriminatedUnion('type', [
  FactsRefused,
  GoalReached,
  ExceptionOpened,
  ExceptionCleared,
  BoardChanged,
  SourceInTrouble,
  SourceRecovered,
  SourceDiffers,
])
export type WebhookEvent = z.infer<typeof WebhookEvent>

/** `decided`: it is true now. `taken-back`: it is true no more. `unanswered`: of alerts that name the connection. */
export const CelebrationEvent = z.object({
  type: z.enum([
    'celebration.decided',
    'celebration.taken-back',
    'celebration.unanswered',
    'celebration.congratulated',
    'test',
  ]),
  timestamp: Instant,
  data: z.object({
    id: Id,
    title: z.string(),
    names: z.array(z.string()).readonly(),
    people: z.array(z.string()).readonly(),
    about: z.string(),
    /** Null where somebody began it by hand. */
    rule: z.string().nullable(),
    deal: z.object({ source: z.string(), id: z.string(), amountMinor: z.number().nullable() }).nullable(),
    /** The message in words, a line each. */
    says: z.array(z.string()),
    link: Link.nullable(),
  }),
})
export type CelebrationEvent = z.infer<typeof CelebrationEvent>

/** `PUT /api/v1/connections/{id}/events`. */
export const ChosenEvents = z.strictObject({ events: z.array(WebhookTopic).max(WebhookTopic.options.length) })

/** `POST /api/v1/connections/{id}/replay`: all that was sent, or given up, since then; at most 90 days back. */
export const Replay = z.strictObject({ since: z.iso.datetime({ offset: true }) })
export const ReplayAnswer = z.object({
  /** Messages that are sent again. */
  messages: z.int(),
})
