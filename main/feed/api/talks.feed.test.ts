import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CoachingList } from '../../../shared/wire/coaching.ts'
import { TalksAnswer } from '../../../shared/wire/coaching-talks.ts'
import {
  type FeedBrowser,
  joinAs,
  maya,
  openAdmin,
  openFeedBrowser,
} from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor: { name: Floor, timeZone: UTC, currency: USD }
roles: [{ id: sdr, name: SDR }]
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, role: sdr, team: east }
  - { id: bo, name: Bo Lind, role: sdr, team: west }
metrics:
  - { id: dials, name: Dials, objective: How much?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: dial }], date: at } }
  - { id: meetings, name: Meetings, objective: What came of it?, indicator: output, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: meeting }], date: at } }
goals:
  - { metric: meetings, window: quarter, role: sdr, value: 33 }
formulas:
  - { id: sdr, role: sdr, steps: [dials, meetings] }
boards:
  - { id: dials, title: Dials today, kind: leaderboard, metric: dials, window: day }
playlists: [{ id: all, name: All, items: [{ board: dials }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
`

let now = 0
let feed: TestFeed
let admin: FeedBrowser
beforeEach(async () => {
  now = Date.parse('2026-11-02T09:00:00Z')
  feed = await startTestFeed({ clock: { now: () => now }, firstFloorText: floorText })
  admin = await openAdmin(feed)
})
afterEach(() => feed.close())

const of = '/api/v1/coaching/ana'
const join = (name: string, role: string, more: object = {}) =>
  joinAs(feed, admin, { email: `${name}@northwind.test`, role, ...more })
const talks = async (browser: FeedBrowser): Promise<TalksAnswer> =>
  TalksAnswer.parse((await browser.get(`${of}/talks`)).body)
const activities = (kind: string, on: string, count: number): object[] =>
  Array.from({ length: count }, (_, nth) => ({
    source: 'dialer',
    id: `${kind} ${on} ${nth}`,
    type: 'activity',
    kind,
    at: `${on}T08:00:00Z`,
    credits: [{ rep: 'ana' }],
  }))

describe('notes and agreed actions', () => {
  test('[L13] two who write at once: neither is lost, and the second is told', async () => {
    const east = await join('east', 'manager', { teams: ['east'], name: 'Dana Whitfield' })
    const ana = await join('ana', 'viewer', { person: 'ana' })
    const [first, second] = await Promise.all([
      east.post(`${of}/notes`, {
        id: 'note-of-the-manager',
        text: ' Two ended with\r\n“send me something”. ',
      }),
      ana.post(`${of}/notes`, { id: 'note-of-the-rep', text: 'I ask too late. <b>Really</b>' }),
    ])
    expect([first.status, second.status]).toEqual([200, 200])
    const notes = (await talks(ana)).notes
    expect(notes.map(({ text }) => text).sort()).toEqual([
      'I ask too late. <b>Really</b>',
      'Two ended with\n“send me something”.',
    ])
    expect(notes.find(({ id }) => id === 'note-of-the-manager')).toMatchObject({ isOwn: false, version: 1 })
    // The same note sent again, as after a dropped connection.
    await ana.post(`${of}/notes`, { id: 'note-of-the-rep', text: 'again' })
    expect((await talks(ana)).notes).toHaveLength(2)

    const change = (browser: FeedBrowser, id: string, over: number, text: string) =>
      browser.patch(`${of}/notes/${id}`, { over, text })
    expect((await change(ana, 'note-of-the-rep', 1, 'I ask in time.')).status).toBe(200)
    const late = await change(ana, 'note-of-the-rep', 1, 'Another window of mine.')
    expect([late.status, late.body.code]).toEqual([409, 'stale-note'])
    expect((await change(ana, 'note-of-the-manager', 1, 'Not mine.')).body.code).toBe('forbidden')
    expect((await change(east, 'note-of-the-rep', 2, 'Not mine.')).body.code).toBe('forbidden')
    expect((await talks(east)).notes.find(({ id }) => id === 'note-of-the-rep')).toMatchObject({
      text: 'I ask in time.',
      version: 2,
      changedAt: now,
    })
    for (const text of ['', ' \n ', 'x'.repeat(2001), 'a\u0007b'])
      expect((await ana.post(`${of}/notes`, { id: 'a-broken-note', text })).body.code).toBe('bad-body')
  })

  test('[L12] an action keeps how its step stood, and says what became of it since', async () => {
    const { status } = await admin.post('/api/v1/facts', {
      facts: [
        ...activities('dial', '2026-10-12', 98),
        ...activities('meeting', '2026-10-12', 22),
        ...activities('dial', '2026-11-02', 2),
      ],
    })
    expect(status).toBe(200)
    const ana = await join('ana', 'viewer', { person: 'ana' })
    const action = {
      id: 'ask-earlier',
      what: 'Ask for the meeting earlier',
      step: 'meetings',
      dueOn: '2026-11-06',
    }
    expect((await admin.post(`${of}/actions`, action)).status).toBe(200)
    expect((await admin.post(`${of}/actions`, { ...action, id: 'no-such-step', step: 'dials' })).status).toBe(
      404,
    )
    const before = { made: 22, from: 100, attempts: 100, value: 0.22 }
    expect((await talks(ana)).actions).toMatchObject([
      {
        step: { metric: { id: 'meetings' } },
        became: { before, since: { from: 0 }, verdict: 'too little to tell' },
      },
    ])
    now = Date.parse('2026-11-09T09:00:00Z')
    await admin.post('/api/v1/facts', {
      facts: [
        ...activities('dial', '2026-11-04', 60),
        ...activities('meeting', '2026-11-04', 40),
        // Of the period before: what was kept does not move by it.
        ...activities('meeting', '2026-10-13', 50),
      ],
    })
    expect((await talks(ana)).actions[0]).toMatchObject({
      isOverdue: true,
      became: { before, since: { made: 40, from: 60 }, verdict: 'better' },
    })
    // A rep ticks it off; the words stay those of whoever coaches.
    const patch = (browser: FeedBrowser, body: object) => browser.patch(`${of}/actions/ask-earlier`, body)
    expect((await patch(ana, { over: 1, what: 'Nothing' })).body.code).toBe('forbidden')
    expect((await patch(ana, { over: 1, isDone: true })).status).toBe(200)
    expect((await patch(admin, { over: 1, isDone: false })).body.code).toBe('stale-note')
    expect((await talks(admin)).actions[0]).toMatchObject({ done: { at: now }, isOverdue: false, version: 2 })
    expect((await ana.post(`${of}/actions`, { ...action, id: 'one-of-my-own', step: null })).status).toBe(200)
    expect((await ana.delete(`${of}/talks/ask-earlier`)).body.code).toBe('forbidden')
    expect((await ana.delete(`${of}/talks/one-of-my-own`)).status).toBe(200)
    expect((await talks(ana)).actions).toHaveLength(1)
  })

  test('[L14] a one-to-one is remembered with its date and the point, over a restart, and the next is overdue', async () => {
    const ana = await join('ana', 'viewer', { person: 'ana' })
    const stateOf = async () =>
      CoachingList.parse((await admin.get('/api/v1/coaching')).body).people.find(({ id }) => id === 'ana')
        ?.talk
    expect(await stateOf()).toEqual({ lastAt: null, nextOn: null, isOverdue: false, openActions: 0 })
    const talk = { id: 'first-one-to-one', startedAt: now - 1_800_000, nextOn: '2026-11-10' }
    expect((await ana.post(`${of}/one-to-ones`, talk)).body.code).toBe('forbidden')
    expect((await admin.post(`${of}/one-to-ones`, talk)).status).toBe(200)
    await admin.post(`${of}/actions`, { id: 'something-agreed', what: 'Listen in', step: null, dueOn: null })
    const endedAt = now
    await feed.restart()
    expect((await talks(ana)).oneToOnes).toMatchObject([
      { at: endedAt, startedAt: talk.startedAt, by: 'Maya Chen' },
    ])
    expect(await stateOf()).toEqual({
      lastAt: endedAt,
      nextOn: '2026-11-10',
      isOverdue: false,
      openActions: 1,
    })
    /** A week without a sign ends a session. */
    const signIn = () => admin.post('/api/v1/sign-in', { email: maya.email, password: maya.password })
    now = Date.parse('2026-11-11T09:00:00Z')
    await signIn()
    expect(await stateOf()).toMatchObject({ isOverdue: true })
    await admin.post(`${of}/one-to-ones`, { id: 'second-one-to-one', startedAt: now, nextOn: null })
    now = Date.parse('2026-11-25T09:00:00Z')
    await signIn()
    expect(await stateOf()).toMatchObject({ isOverdue: false })
    now = Date.parse('2026-11-26T09:00:00Z')
    expect(await stateOf()).toMatchObject({ isOverdue: true })
  })
})

describe('who sees what was written', () => {
  test('[L13] the rep and whoever coaches them; no other role, no token, no screen', async () => {
    const east = await join('east', 'manager', { teams: ['east'] })
    const west = await join('west', 'manager', { teams: ['west'] })
    const leader = await join('leader', 'leader')
    const ana = await join('ana', 'viewer', { person: 'ana' })
    const bo = await join('bo', 'viewer', { person: 'bo' })
    await east.post(`${of}/notes`, { id: 'for-the-two-of-us', text: 'Between us.' })
    await east.post(`${of}/actions`, { id: 'agreed-by-both', what: 'Try', step: null, dueOn: null })
    const token = async (role: string): Promise<FeedBrowser> => {
      const made = await admin.post('/api/v1/tokens', { name: role, role })
      return openFeedBrowser(feed, { authorization: `Bearer ${made.body.secret}` })
    }
    const tokens = await Promise.all(['ingest', 'screen', 'admin'].map(token))
    const strangers = [west, leader, bo, ...tokens, openFeedBrowser(feed)]
    const attempts = (browser: FeedBrowser) => [
      browser.get(`${of}/talks`),
      browser.post(`${of}/notes`, { id: 'of-a-stranger', text: 'Me too.' }),
      browser.patch(`${of}/notes/for-the-two-of-us`, { over: 1, text: 'Other.' }),
      browser.post(`${of}/actions`, { id: 'by-a-stranger', what: 'Try', step: null, dueOn: null }),
      browser.patch(`${of}/actions/agreed-by-both`, { over: 1, isDone: true }),
      browser.post(`${of}/one-to-ones`, { id: 'with-a-stranger', startedAt: now, nextOn: null }),
      browser.delete(`${of}/talks/for-the-two-of-us`),
      browser.delete(`${of}/talks`),
    ]
    for (const stranger of strangers)
      for (const answer of await Promise.all(attempts(stranger))) {
        expect([401, 403, 404]).toContain(answer.status)
        expect(answer.text).not.toContain('Between us')
      }
    for (const browser of [admin, east, ana])
      expect((await talks(browser)).notes.map(({ text }) => text)).toEqual(['Between us.'])
    // Nothing of it is on a board, in the log's history or among what has moved.
    for (const path of ['/api/v1/boards/dials', '/api/v1/history', '/api/v1/moved', '/api/v1/coaching/ana'])
      expect((await admin.get(path)).text).not.toContain('Between us')
  })

  test('[L13] an admin erases all that is kept of somebody, also of who is not here any more', async () => {
    const ana = await join('ana', 'viewer', { person: 'ana' })
    await ana.post(`${of}/notes`, { id: 'what-i-wrote', text: 'Words.' })
    expect((await ana.delete(`${of}/talks`)).status).toBe(404)
    const gone = floorText.replace(/ {2}- \{ id: ana.*\n/, '')
    const put = await feed.ask('/api/v1/floor', {
      method: 'PUT',
      headers: {
        origin: feed.url,
        cookie: admin.cookie ?? '',
        'content-type': 'application/yaml',
      },
      body: gone,
    })
    expect(put.status).toBe(200)
    expect((await admin.get(`${of}/talks`)).status).toBe(404)
    expect((await admin.delete(`${of}/talks`)).body).toEqual({ erased: 1 })
    expect((await admin.delete(`${of}/talks`)).body).toEqual({ erased: 0 })
  })
})
