import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DoubtsAnswer } from '../../../shared/wire/doubts.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'

let now = 0
let feed: TestFeed
let admin: FeedBrowser
beforeEach(async () => {
  now = Date.parse('2026-11-20T20:00:00Z')
  feed = await startTestFeed({ clock: { now: () => now } })
  admin = await openAdmin(feed)
})
afterEach(() => feed.close())

const join = (name: string, role: string, more: object = {}) =>
  joinAs(feed, admin, { email: `${name}@northwind.test`, role, ...more })
const doubt = (more: object = {}) => ({
  id: randomUUID(),
  metric: 'revenue',
  window: 'quarter',
  rep: 'priya',
  shown: '$9,000',
  words: 'I closed twelve thousand, <b>not</b> nine.',
  ...more,
})
const doubts = async (browser: FeedBrowser) => DoubtsAnswer.parse((await browser.get('/api/v1/doubts')).body)
/** As a phone does that scanned a wall’s code and is signed in nowhere. */
const fromAPhone = (body: object) =>
  feed.ask('/api/v1/doubts', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: feed.url },
  })

describe('this looks wrong', () => {
  test('[H107] is kept with the number as it stood, over a restart, until a manager answers', async () => {
    await admin.post('/api/v1/facts', { facts: [won('a', 1_200_000)] })
    const rep = await join('priya', 'viewer', { person: 'priya' })
    const one = doubt()
    expect(await rep.post('/api/v1/doubts', one)).toMatchObject({
      status: 200,
      body: { id: one.id, at: now },
    })
    // Sent again, as after a dropped connection.
    await rep.post('/api/v1/doubts', one)
    await feed.restart()
    const { doubts: listed, open } = await doubts(admin)
    expect(open).toBe(1)
    expect(listed).toMatchObject([
      {
        by: 'Jo Park',
        at: now,
        of: { kind: 'rep', id: 'priya' },
        shown: '$9,000',
        counted: '$12,000',
        words: one.words,
        answered: null,
      },
    ])
    now += 60_000
    await admin.post(`/api/v1/doubts/${one.id}/answer`, { words: 'The board was a minute old.' })
    expect((await doubts(admin)).doubts[0]).toMatchObject({
      shown: '$9,000',
      answered: { at: now, words: 'The board was a minute old.' },
    })
    expect((await admin.post(`/api/v1/doubts/${one.id}/answer`, { words: null })).body.open).toBe(1)
    await admin.delete(`/api/v1/doubts/${one.id}`)
    expect(await doubts(admin)).toEqual({ doubts: [], open: 0 })
  })

  test('[H107] a manager of named teams reads what is said of their people, and a viewer nothing', async () => {
    await admin.post('/api/v1/doubts', doubt({ rep: 'priya', words: 'of Priya' }))
    await admin.post('/api/v1/doubts', doubt({ rep: 'elena', words: 'of Elena' }))
    await admin.post('/api/v1/doubts', doubt({ rep: undefined, words: 'of all' }))
    await admin.post('/api/v1/doubts', doubt({ rep: undefined, team: 'east', words: 'of East' }))
    const london = await join('london', 'manager', { teams: ['london'] })
    const seen = await doubts(london)
    expect(seen.doubts.map(({ words }) => words).sort()).toEqual(['of Elena', 'of all'])
    const ofPriya = (await doubts(admin)).doubts.find(({ words }) => words === 'of Priya')
    const refused = await london.post(`/api/v1/doubts/${ofPriya?.id}/answer`, { words: 'No.' })
    expect(refused.status).toBe(404)
    const viewer = await join('viewer', 'viewer')
    expect((await viewer.get('/api/v1/doubts')).status).toBe(403)
  })

  test('[H108] somebody who scanned a wall’s code is heard, a few times a minute, and named as nobody', async () => {
    const answers = []
    for (let nth = 0; nth < 6; nth++) answers.push((await fromAPhone(doubt({ rep: undefined }))).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 429])
    expect((await doubts(admin)).doubts[0]).toMatchObject({ by: null, of: { kind: 'org' } })
    now += 60_000
    expect((await fromAPhone(doubt())).status).toBe(200)
  })

  test.each([
    [{ metric: 'nothing' }, 404],
    [{ rep: 'nobody' }, 400],
    [{ words: '  ' }, 400],
    [{ window: 'soon' }, 400],
    [{ shown: '' }, 400],
  ])('[H107] %j is refused', async (more, status) => {
    expect((await admin.post('/api/v1/doubts', doubt(more))).status).toBe(status)
  })
})
