// A message in Slack's blocks.
import type { Message } from '../message.ts'
import { clipped } from './sender.ts'

/** Characters that a block takes, by Slack's Block Kit reference. */
const most = { header: 150, section: 3000, button: 75, url: 3000 }

/** Without this a deal that is called `<!channel>` pings everybody. */
export const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Escaping makes a text longer: what is cut is cut before, so that no `&lt;` loses its end. */
const fitted = (text: string, room: number): string => {
  for (let length = room; length > 0; length = Math.floor(length * 0.8)) {
    const escaped = escapeSlack(clipped(text, length))
    if (escaped.length <= room) return escaped
  }
  return ''
}

/** `text` stands in notifications, which show no blocks. */
export const slackMessage = (message: Message) => {
  const { subject, headline, lines, note, action } = message
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
  return {
    text: fitted([subject, ...lines.slice(-1)].join(' · '), most.section),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: fitted(headline, most.header), emoji: false } },
      section(fitted(lines.join('\n'), most.section)),
      ...(note === null
        ? []
        : [{ type: 'context', elements: [{ type: 'mrkdwn', text: fitted(note, most.section) }] }]),
      ...(action === null || action.url.length > most.url
        ? []
        : [
            {
              type: 'actions',
              elements: [
                {
                  type: 'button',
                  text: { type: 'plain_text', text: fitted(action.label, most.button), emoji: false },
                  url: action.url,
                },
              ],
            },
          ]),
    ],
    // Nobody asked for a picture of what an address leads to.
    unfurl_links: false,
    unfurl_media: false,
  }
}

/** Somebody's own words, in private, under the name of whoever wrote them. */
export const slackLetter = ({ subject, lines, from }: Message) => ({
  text: fitted([...(from === null ? [] : [from]), subject].join(' · '), most.section),
  blocks: [
    ...(from === null
      ? []
      : [
          {
            type: 'context',
            elements: [
              { type: 'mrkdwn', text: `*${fitted(from, most.header)}* · ${fitted(subject, most.header)}` },
            ],
          },
        ]),
    { type: 'section', text: { type: 'mrkdwn', text: fitted(lines.join('\n\n'), most.section) } },
  ],
  unfurl_links: false,
  unfurl_media: false,
})
