import { expect, test } from 'vitest'
import { InboxAnswer } from '../../../../shared/wire/mending.ts'
import { openAdmin } from '../../../../test/feed/feed-browser.ts'
import { startTestFeed, won } from '../../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../../test/floors/small-floor.ts'

test('[H118] the feed refuses in the language that is asked for, and a program in English', async () => {
  const feed = await startTestFeed({ firstFloorText: smallFloorText })
  try {
    await openAdmin(feed)
    const refused = async (path: string, language?: string): Promise<string> => {
      const headers = language === undefined ? {} : { 'accept-language': language }
      return (await feed.ask(path, { headers })).body.message
    }
    expect(await refused('/api/v1/me/sessions', 'de-DE,de;q=0.9')).toMatch(/^Melden Sie sich an: /)
    expect(await refused('/api/v1/me/sessions')).toMatch(/^This needs somebody who has signed in; /)
    // Before any route is found.
    expect(await refused('/api/v1/%', 'de')).toBe('Die Adresse ist falsch geschrieben.')
  } finally {
    await feed.close()
  }
})

test('[H118] why facts were refused is said in the language of whoever looks', async () => {
  const feed = await startTestFeed({ firstFloorText: smallFloorText })
  try {
    const admin = await openAdmin(feed)
    const facts = [won('strange', 100, { amount: { minor: 100, currency: 'SEK' } })]
    await admin.post('/api/v1/facts', { facts })
    const cookie = admin.cookie ?? ''
    const why = async (language: string): Promise<string> => {
      const { body } = await feed.ask('/api/v1/faults/inbox', {
        headers: { cookie, 'accept-language': language },
      })
      return (
        InboxAnswer.parse(body).items.flatMap((item) => (item.kind === 'refused' ? item.first : []))[0]
          ?.why ?? ''
      )
    }
    expect(await why('en')).toMatch(/has no rate for SEK/)
    expect(await why('de')).toMatch(/hat für SEK an diesem Tag keinen Kurs/)
  } finally {
    await feed.close()
  }
})
