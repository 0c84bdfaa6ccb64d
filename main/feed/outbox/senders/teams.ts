// Microsoft Teams by a workflow. It answers 202 before the card is posted: whether it ever is, is not known. What was
// posted cannot be changed; a correction is a second card.
import type { HttpPost } from '../http-post.ts'
import type { Message } from '../message.ts'
import { isDone, outcomeOfStatus } from './http-outcome.ts'
import { clipped, type Sender, sent } from './sender.ts'

/** Teams takes 28 KB a message; of four-byte letters that is still less. */
const mostLetters = 1500

/** Adaptive Cards read a little Markdown in a text block: a name is no link, and no list. */
export const escapeCard = (text: string): string => text.replace(/([\\`*_[\]()#+\-!>~|])/g, '\\$1')

const block = (text: string, more: object = {}) => ({
  type: 'TextBlock',
  text: escapeCard(clipped(text, mostLetters)),
  wrap: true,
  ...more,
})

/** In the one envelope that the workflow "Post to a channel when a webhook request is received" reads. */
export const teamsCard = ({ headline, lines, note, action }: Message) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          block(headline, { size: 'ExtraLarge', weight: 'Bolder' }),
          ...lines.map((line) => block(line, { spacing: 'Small' })),
          ...(note === null ? [] : [block(note, { size: 'Small', isSubtle: true })]),
        ],
        ...(action !== null && {
          actions: [{ type: 'Action.OpenUrl', title: clipped(action.label, 75), url: action.url }],
        }),
      },
    },
  ],
})

export const createTeams = ({
  http,
  address,
}: {
  readonly http: HttpPost
  readonly address: string
}): Sender => ({
  async send({ message }) {
    const answer = await http.post(address, JSON.stringify(teamsCard(message)))
    return isDone(answer) ? sent() : outcomeOfStatus(answer, `the workflow answered ${answer.status}`)
  },
})
