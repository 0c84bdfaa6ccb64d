// Slack by an incoming webhook: one channel, and what was posted cannot be changed. A correction is a message after it.
import type { HttpPost } from '../http-post.ts'
import { isDone, outcomeOfStatus } from './http-outcome.ts'
import { type Sender, sent } from './sender.ts'
import { slackMessage } from './slack-blocks.ts'

/** Slack's answers are a word: `no_service`, `channel_is_archived`. Whatever else answers there is not repeated. */
const wordOf = (text: string): string => {
  const word = text.trim()
  return /^[a-z_]{1,60}$/.test(word) ? ` (${word})` : ''
}

export const createSlackWebhook = ({
  http,
  address,
}: {
  readonly http: HttpPost
  readonly address: string
}): Sender => ({
  async send({ message }) {
    const answer = await http.post(address, JSON.stringify(slackMessage(message)))
    return isDone(answer)
      ? sent()
      : outcomeOfStatus(answer, `Slack answered ${answer.status}${wordOf(answer.text)}`)
  },
})
