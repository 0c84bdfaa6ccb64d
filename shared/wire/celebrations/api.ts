// What consoles and remotes ask of celebrations, and what they are answered.
import { z } from 'zod'
import { Instant, Name, Slug } from '../text.ts'
import { Face } from '../view-parts.ts'
import { WebhookTopic } from '../webhooks.ts'
import { CelebrationLook, CelebrationRule, CelebrationSound } from './rule.ts'
import { WordFromTheTop } from './view.ts'

/**
 * `waiting`: it will take over. `showing`. `shown`. `quiet hours`, `too many`, `too late`: it goes onto the card. `cancelled`:
 * before or while it showed, by hand or because it was no longer true; `taken back`: it became untrue after it was shown.
 */
export const CelebrationState = z.enum([
  'waiting',
  'showing',
  'shown',
  'quiet hours',
  'too many',
  'too late',
  'cancelled',
  'taken back',
])
export type CelebrationState = z.infer<typeof CelebrationState>

/** What one screen really showed. */
export const ShownOn = z.object({
  screen: z.string(),
  name: z.string(),
  at: z.number(),
  shownMs: z.number(),
  lateMs: z.number(),
  sound: z.enum(['played', 'blocked', 'muted', 'none', 'broken']),
})
export type ShownOn = z.infer<typeof ShownOn>

export const Celebration = z.object({
  id: z.string(),
  /** Null where somebody began it by hand. */
  rule: z.string().nullable(),
  title: z.string(),
  look: CelebrationLook,
  /** Person's or team's names, first to last. */
  names: z.array(z.string()),
  /** "Northwind Traders, $182,000", as it is now. */
  about: z.string(),
  /** Epoch ms. */
  decidedAt: z.number(),
  startsAt: z.number().nullable(),
  state: CelebrationState,
  /** In words, where there is something to say: "withdrawn by salesforce". */
  why: z.string().nullable(),
  /** Who began or ended it by hand. */
  by: z.string().nullable(),
  shownOn: z.array(ShownOn),
  words: z.array(WordFromTheTop),
})
export type Celebration = z.infer<typeof Celebration>

/** `GET /api/v1/celebrations`: newest first, at most 200. */
export const CelebrationsAnswer = z.object({ celebrations: z.array(Celebration) })
export type CelebrationsAnswer = z.infer<typeof CelebrationsAnswer>

/** `POST /api/v1/celebrations`: by hand. `screens` left out: all. The same `id` again does nothing more. */
export const NewCelebration = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['gong', 'recognition']),
  title: Name,
  people: z.array(Slug).max(12).default([]),
  message: z.string().trim().max(280).default(''),
  sound: CelebrationSound.default('gong'),
  screens: z.array(Slug).min(1).optional(),
})
export type NewCelebration = z.infer<typeof NewCelebration>

/** `POST /api/v1/celebrations/{id}/actions`. `replay` plays it again although it was played; `cancel` ends it. */
export const CelebrationAction = z.strictObject({ do: z.enum(['cancel', 'replay']) })

/** `POST /api/v1/celebrations/try`: what a rule would have celebrated in the last 90 days, also one that is not saved. */
export const TryRule = z.strictObject({ rule: CelebrationRule })
export const TriedRule = z.object({
  /** Newest first, at most 100 of them. */
  hits: z.array(z.object({ at: z.number(), names: z.array(z.string()), about: z.string() })),
  total: z.int(),
  /** Of days on which there was work. */
  perDay: z.number(),
  busiestDay: z.object({ day: z.iso.date(), count: z.int() }).nullable(),
  /** In words: "This would take over 300 times a day." Null where there is nothing to warn of. */
  warning: z.string().nullable(),
})
export type TriedRule = z.infer<typeof TriedRule>

/** `POST /api/v1/celebrations/play`: at once on these screens, marked as a test. */
export const PlayRule = z.strictObject({ rule: CelebrationRule, screens: z.array(Slug).min(1).max(200) })

/** `GET /api/v1/congratulate/{link}` and `POST`: whom a leader congratulates, and what they write. */
export const CongratulateAnswer = z.object({
  floor: z.string(),
  /** BCP 47: the page speaks the floor's language. */
  locale: z.string(),
  currency: z.string(),
  leader: z.object({ name: z.string(), title: z.string().nullable() }),
  title: z.string(),
  names: z.array(z.string()),
  about: z.string(),
  /** Of the first of them; null for a team. */
  face: Face.nullable(),
  /** Null where it is about no deal. The amount in minor units of the floor's currency. */
  deal: z
    .object({ amount: z.number().nullable(), account: z.string().nullable(), helpers: z.array(z.string()) })
    .nullable(),
  /** What they wrote already; null before. */
  wrote: z.string().nullable(),
  /** Whether it is still true. */
  stands: z.boolean(),
  /** Epoch ms: until when the link is good, and from when on what was written may be changed. */
  until: z.number(),
  mayWriteAt: z.number(),
  /** What was written was written in another browser, and is changed there alone. */
  isForeign: z.boolean(),
  /** On how many screens it will be, and whom it reaches by mail. */
  screens: z.int(),
  mailsTo: z.array(z.string()),
  /** The feed's clock, epoch ms. */
  now: z.number(),
})
export type CongratulateAnswer = z.infer<typeof CongratulateAnswer>
export const Congratulation = z.strictObject({ text: z.string().trim().min(1).max(280) })

export const ConnectionKind = z.enum(['slack', 'slack-webhook', 'teams', 'webhook'])
export type ConnectionKind = z.infer<typeof ConnectionKind>

/** A service that messages go to. Its secret is written and never read. `hint`: its last characters. */
export const Connection = z.object({
  id: Slug,
  name: Name,
  kind: ConnectionKind,
  hint: z.string(),
  /** Whether somebody said that the test message arrived; null while nobody has. */
  arrived: z.boolean().nullable(),
  /** Why nothing is sent to it any more, in words; null where it is used. */
  trouble: z.string().nullable(),
  /** What it is told beside alerts; of a webhook alone. */
  events: z.array(WebhookTopic),
})
export type Connection = z.infer<typeof Connection>

/**
 * `PUT /api/v1/connections/{id}`. `secret`: a Slack bot token, else the address of the webhook. `signingSecret`: of Standard
 * Webhooks, `whsec_…`; left out, one is made, and answered once.
 */
export const NewConnection = z.strictObject({
  name: Name,
  kind: ConnectionKind,
  secret: z.string().trim().min(1).max(2000),
  signingSecret: z.string().trim().max(200).optional(),
  /** Of a webhook; left out, as they were. */
  events: z.array(WebhookTopic).max(WebhookTopic.options.length).optional(),
})
export type NewConnection = z.infer<typeof NewConnection>

/** Where mails go: by a mail server, into a folder of the feed's own machine as on a demo floor, or nowhere. */
export const MailGoes = z.enum(['out', 'folder', 'nowhere'])
export type MailGoes = z.infer<typeof MailGoes>

/** `GET /api/v1/connections`. */
export const ConnectionsAnswer = z.object({ connections: z.array(Connection), mail: MailGoes })
export type ConnectionsAnswer = z.infer<typeof ConnectionsAnswer>

/** `signingSecret`: where one was made; it is shown this once. */
export const ConnectionAnswer = z.object({
  connection: Connection,
  signingSecret: z.string().nullable(),
})
export type ConnectionAnswer = z.infer<typeof ConnectionAnswer>

/** `POST /api/v1/connections/{id}/test`. `channel`: of Slack by a bot. */
export const TestConnection = z.strictObject({ channel: z.string().trim().min(1).max(120).optional() })
/**
 * `taken`: the service has posted it. `unknown`: it took it, and does not say whether it is posted. `refused`: it did not.
 * `says`: in words, what to look for or what to do.
 */
export const TestAnswer = z.object({ result: z.enum(['taken', 'unknown', 'refused']), says: z.string() })
export type TestAnswer = z.infer<typeof TestAnswer>
/** `POST /api/v1/connections/{id}/arrived`: what somebody says who has looked. */
export const TestArrived = z.strictObject({ arrived: z.boolean() })

/** `GET /api/v1/celebrations/answered`: of celebrations of the last 30 days that leaders were told of. */
export const AnsweredAnswer = z.object({
  days: z.int(),
  /** Those that were answered, or have waited longer than that. */
  told: z.int(),
  /** Of these, how many within so many hours. */
  answered: z.int(),
  withinHours: z.number(),
  /** 0 to 1; null while none was told. */
  share: z.number().nullable(),
})
export type AnsweredAnswer = z.infer<typeof AnsweredAnswer>

/** One message out. `dead`: it will not be tried again by itself. */
export const Delivery = z.object({
  id: z.string(),
  /** Null of an event. */
  celebration: z.string().nullable(),
  /** The type of an event, as `goal.reached`; null of a message of a celebration. */
  event: z.string().nullable(),
  what: z.enum(['alert', 'correction', 'reminder', 'congratulation', 'test', 'event']),
  /** "Slack #deals", "dana@northwind.example". */
  to: z.string(),
  state: z.enum(['waiting', 'sent', 'dead', 'expired']),
  tries: z.int(),
  lastError: z.string().nullable(),
  at: z.number(),
  nextAt: z.number().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** `GET /api/v1/deliveries`: newest first, at most 200. */
export const DeliveriesAnswer = z.object({ deliveries: z.array(Delivery) })
export type DeliveriesAnswer = z.infer<typeof DeliveriesAnswer>

/** `GET /api/v1/mail-stops/{link}` and `POST`: whose mail it is about, and whether it is stopped. */
export const MailStopAnswer = z.object({
  email: z.string(),
  stopped: z.boolean(),
  floor: z.string(),
  /** BCP 47: the page speaks the floor's language. */
  locale: z.string(),
})
export type MailStopAnswer = z.infer<typeof MailStopAnswer>

/** `GET /api/v1/celebrations?since=`. */
export const CelebrationsQuery = z.strictObject({ since: Instant.optional() })
