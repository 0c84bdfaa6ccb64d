// Slack by a bot's token. It answers 200 to what it refuses: only `ok` says whether a message was posted.
import { z } from 'zod'
import type { HttpPost } from '../http-post.ts'
import { isDone, outcomeOfStatus } from './http-outcome.ts'
import { type Failed, failed, type Job, type Outcome, type Sender, sent } from './sender.ts'
import { slackLetter, slackMessage } from './slack-blocks.ts'

const Answer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  needed: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
})

/** What passes by itself. */
const passing = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
])

/** What somebody can do about the usual refusals. */
const advice: Readonly<Record<string, string>> = {
  invalid_auth: 'the token is not valid; copy the bot token (xoxb-…) again',
  not_authed: 'the token is missing; copy the bot token (xoxb-…) again',
  token_revoked: 'the token was revoked; install the app again and copy its new token',
  account_inactive: 'the app was removed from the workspace; install it again',
  missing_scope: 'the app lacks a right; add the scope chat:write and install it again',
  channel_not_found: 'it knows no such channel; write #name or its id, and invite the app into a private one',
  not_in_channel: 'the app is not in that channel; invite it, or add the scope chat:write.public',
  is_archived: 'that channel is archived',
  users_not_found: 'it knows nobody by that address; write by mail instead',
}

/** The message that was to be changed is gone, or may not be changed any more. */
const unchangeable = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

interface SlackBotParts {
  readonly http: HttpPost
  readonly token: string
  /** A channel, or somebody in private, whom Slack knows by their address. */
  readonly to: string | { readonly email: string } | null
  /** `https://slack.com/api` */
  readonly api: string
}

/** The one method here that takes no JSON. */
const form = { 'content-type': 'application/x-www-form-urlencoded' }

export const createSlackBot = ({ http, token, to, api }: SlackBotParts): Sender => {
  const call = async (
    method: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<z.infer<typeof Answer> | Failed> => {
    const answer = await http.post(`${api}/${method}`, body, {
      authorization: `Bearer ${token}`,
      ...headers,
    })
    if (!isDone(answer)) return outcomeOfStatus(answer, `Slack answered ${answer.status}`)
    try {
      return Answer.parse(JSON.parse(answer.text))
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
      return failed('what answered is not Slack', { again: true, maybe: true })
    }
  }
  const refusalOf = (error: string): Outcome =>
    failed(`Slack: ${advice[error] ?? error}`, { again: passing.has(error) })

  /** The channel's name, or the id of somebody's own. */
  const channelOf = async (): Promise<string | Failed> => {
    if (to === null) return failed('the alert names no channel; write one beside it', { again: false })
    if (typeof to === 'string') return to
    const found = await call('users.lookupByEmail', new URLSearchParams({ email: to.email }).toString(), form)
    if ('kind' in found) return found
    if (found.ok && found.user) return found.user.id
    const error = found.error ?? 'unknown_error'
    if (error === 'missing_scope')
      return failed(
        'Slack: the app may not look people up; add the scope users:read.email and install it again',
        {
          again: false,
        },
      )
    return failed(`Slack: ${advice[error] ?? error}`, { again: passing.has(error) })
  }

  const post = async (job: Job, thread?: string): Promise<Outcome> => {
    const channel = await channelOf()
    if (typeof channel !== 'string') return channel
    const { message } = job
    const answer = await call(
      'chat.postMessage',
      JSON.stringify({
        channel,
        ...(message.what === 'letter' ? slackLetter(message) : slackMessage(message)),
        ...(thread !== undefined && { thread_ts: thread, reply_broadcast: true }),
      }),
    )
    if ('kind' in answer) return answer
    if (!answer.ok) return refusalOf(answer.error ?? 'unknown_error')
    return sent(answer.channel && answer.ts ? { channel: answer.channel, ts: answer.ts } : null)
  }

  return {
    async send(job) {
      const known = job.original?.vendor
      if (!known?.['channel'] || !known['ts']) return await post(job)
      const { ts, channel: knownChannel } = known
      const answer = await call(
        'chat.update',
        JSON.stringify({ channel: knownChannel, ts, ...slackMessage(job.message) }),
      )
      if ('kind' in answer) return answer
      if (answer.ok) return sent(known)
      const error = answer.error ?? 'unknown_error'
      return unchangeable.has(error) ? await post(job, ts) : refusalOf(error)
    },
  }
}
