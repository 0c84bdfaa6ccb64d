// The services that messages go to, as somebody set them up. All of a connection is kept with the secrets, since what
// opens it is either a token or its address.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import { type Connection, ConnectionKind, type NewConnection } from '../../../shared/wire/celebrations/api.ts'
import { WebhookTopic } from '../../../shared/wire/webhooks.ts'
import type { SecretStore } from '../store/secrets.ts'
import { AddressRefused } from './address-guard.ts'
import { checkAddress } from './http-post.ts'
import { isSigningSecret, signingSecretOf } from './senders/webhook.ts'

const KeptConnection = z.object({
  name: z.string(),
  kind: ConnectionKind,
  /** A Slack bot's token, else the address of the webhook. */
  secret: z.string(),
  /** Of Standard Webhooks. */
  signingSecret: z.string().nullable(),
  /** One that was replaced signs too until then, epoch ms: its receiver has the time to take the new one. */
  previous: z.object({ signingSecret: z.string(), until: z.number() }).nullable(),
  arrived: z.boolean().nullable(),
  /** Why nothing is sent to it any more. */
  disabled: z.string().nullable(),
  /** What it is told beside alerts, and since when (epoch ms) each was chosen. */
  events: z.partialRecord(WebhookTopic, z.number()).default({}),
})
export type KeptConnection = z.infer<typeof KeptConnection>

/** What is wrong with a new connection, in a sentence for whoever set it up. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused'
}

export interface Connections {
  list(): readonly Connection[]
  get(id: string): KeptConnection | null
  /** Answers the signing secret where one was made. Throws `ConnectionRefused`, and `LogUnavailable`. */
  put(
    id: string,
    wanted: NewConnection,
  ): Promise<{ readonly connection: Connection; readonly signingSecret: string | null }>
  /** False where there is none. */
  remove(id: string): Promise<boolean>
  noteArrived(id: string, arrived: boolean): Promise<boolean>
  /** Null where there is none. Throws `ConnectionRefused`. */
  choose(id: string, events: readonly WebhookTopic[]): Promise<Connection | null>
  /** Those that are to be told of something that came about at an instant, epoch ms. */
  wanting(topic: WebhookTopic, at: number): readonly { readonly id: string; readonly name: string }[]
  disable(id: string, why: string): Promise<void>
}

interface ConnectionsParts {
  readonly secrets: SecretStore
  /** Epoch ms. */
  readonly now: () => number
  readonly allowLocal: boolean
}

const prefix = 'connection:'

const refuseToken = (secret: string): string | null => {
  if (/^https?:/i.test(secret))
    return 'This is an address; for a Slack incoming webhook choose that kind instead.'
  if (/^xox[ape]/.test(secret))
    return 'This is a token of another kind; the bot token begins with xoxb- and stands under OAuth & Permissions.'
  return /^xoxb-[\w-]{8,}$/.test(secret) ? null : 'A Slack bot token begins with xoxb-.'
}

/** Where Office 365 connectors posted to, which Microsoft has switched off. */
const isDeadOffice = ({ hostname }: URL): boolean =>
  /(^|\.)office\.com$|(^|\.)office365\.com$/i.test(hostname)

const refuseAddress = (kind: ConnectionKind, secret: string, allowLocal: boolean): string | null => {
  let url: URL
  try {
    url = checkAddress(secret, allowLocal)
  } catch (error) {
    if (error instanceof AddressRefused) return `The address cannot be used: ${error.message}.`
    throw error
  }
  if (kind === 'teams' && isDeadOffice(url))
    return 'Microsoft has switched these addresses off. In Teams open the channel’s menu, choose Workflows, then “Post to a channel when a webhook request is received”, and copy the address that it shows.'
  if (kind === 'slack-webhook' && !allowLocal && !/(^|\.)slack(-gov)?\.com$/i.test(url.hostname))
    return 'A Slack incoming webhook begins with https://hooks.slack.com/.'
  return null
}

/** What was chosen before keeps its instant: nothing of the time before is told. */
const chosenSince = (
  events: readonly WebhookTopic[],
  before: KeptConnection['events'],
  now: number,
): KeptConnection['events'] => Object.fromEntries(events.map((topic) => [topic, before[topic] ?? now]))

const onlyWebhooks = 'Events are for a webhook of your own; a channel is told of celebrations by an alert.'

/** Its last characters, by which whoever has the secret knows it again. */
const hintOf = (secret: string): string => `…${secret.slice(-4)}`

export const createConnections = ({ secrets, now, allowLocal }: ConnectionsParts): Connections => {
  const get = (id: string): KeptConnection | null => {
    const text = secrets.get(`${prefix}${id}`)
    return text === null ? null : KeptConnection.parse(JSON.parse(text))
  }
  const keep = (id: string, connection: KeptConnection): Promise<void> =>
    secrets.set(`${prefix}${id}`, JSON.stringify(connection))
  const seenAs = (
    id: string,
    { name, kind, secret, arrived, disabled, events }: KeptConnection,
  ): Connection => ({
    id,
    name,
    kind,
    hint: hintOf(secret),
    arrived,
    trouble: disabled,
    events: WebhookTopic.options.filter((topic) => events[topic] !== undefined),
  })
  const ids = (): readonly string[] =>
    secrets
      .names()
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
  return {
    list: () =>
      ids().flatMap((id) => {
        const known = get(id)
        return known === null ? [] : [seenAs(id, known)]
      }),
    get,
    put: async (id, { name, kind, secret, signingSecret, events }) => {
      const refusal = kind === 'slack' ? refuseToken(secret) : refuseAddress(kind, secret, allowLocal)
      if (refusal !== null) throw new ConnectionRefused(refusal)
      if (signingSecret !== undefined && !isSigningSecret(signingSecret))
        throw new ConnectionRefused('A signing secret is whsec_ and 24 to 64 random bytes in base64.')
      if (kind !== 'webhook' && events !== undefined && events.length > 0)
        throw new ConnectionRefused(onlyWebhooks)
      const before = get(id)
      const chosen = before?.kind === kind ? before.events : {}
      const known = before?.kind === 'webhook' ? before.signingSecret : null
      const made =
        kind === 'webhook' && !signingSecret && known === null ? signingSecretOf(randomBytes(32)) : null
      const signs = kind === 'webhook' ? (signingSecret ?? known ?? made) : null
      const connection: KeptConnection = {
        name,
        kind,
        secret,
        signingSecret: signs,
        previous:
          known !== null && signs !== null && known !== signs
            ? { signingSecret: known, until: now() + dayMs }
            : null,
        arrived: before?.secret === secret ? before.arrived : null,
        disabled: null,
        events: events === undefined ? chosen : chosenSince(events, chosen, now()),
      }
      await keep(id, connection)
      return { connection: seenAs(id, connection), signingSecret: made }
    },
    remove: async (id) => {
      if (!secrets.names().includes(`${prefix}${id}`)) return false
      await secrets.remove(`${prefix}${id}`)
      return true
    },
    noteArrived: async (id, arrived) => {
      const known = get(id)
      if (known === null) return false
      await keep(id, { ...known, arrived })
      return true
    },
    choose: async (id, events) => {
      const known = get(id)
      if (known === null) return null
      if (known.kind !== 'webhook' && events.length > 0) throw new ConnectionRefused(onlyWebhooks)
      const connection = { ...known, events: chosenSince(events, known.events, now()) }
      await keep(id, connection)
      return seenAs(id, connection)
    },
    wanting: (topic, at) =>
      ids().flatMap((id) => {
        const known = get(id)
        const since = known?.events[topic]
        return known === null || since === undefined || since > at ? [] : [{ id, name: known.name }]
      }),
    disable: async (id, why) => {
      const known = get(id)
      if (known !== null) await keep(id, { ...known, disabled: why })
    },
  }
}
