import { expect, test } from 'vitest'
import { openAdmin } from '../../../../test/feed/feed-browser.ts'
import { startTestFeed } from '../../../../test/feed/start-test-feed.ts'
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
