// Which sender a connection has.
import type { KeptConnection } from '../connections.ts'
import type { HttpPost } from '../http-post.ts'
import { outcomeOfError } from './http-outcome.ts'
import type { Sender } from './sender.ts'
import { createSlackBot } from './slack-bot.ts'
import { createSlackWebhook } from './slack-webhook.ts'
import { createTeams } from './teams.ts'
import { createWebhook } from './webhook.ts'

interface SenderParts {
  readonly http: HttpPost
  readonly slackApi: string
  /** Epoch ms. */
  readonly now: number
}

const senderOf = (
  { kind, secret, signingSecret, previous }: KeptConnection,
  /** Of Slack by a bot: a channel, or somebody in private. */
  to: string | { readonly email: string } | null,
  { http, slackApi, now }: SenderParts,
): Sender => {
  switch (kind) {
    case 'slack':
      return createSlackBot({ http, token: secret, to, api: slackApi })
    case 'slack-webhook':
      return createSlackWebhook({ http, address: secret })
    case 'teams':
      return createTeams({ http, address: secret })
    case 'webhook':
      return createWebhook({
        http,
        address: secret,
        secrets: [
          signingSecret,
          previous !== null && previous.until > now ? previous.signingSecret : null,
        ].filter((each) => each !== null),
      })
  }
}

/** A service that cannot be reached is an outcome like any other. */
export const senderFor = (...of: Parameters<typeof senderOf>): Sender => {
  const sender = senderOf(...of)
  return { send: (job) => sender.send(job).catch(outcomeOfError) }
}
