// Exceptions in a whole feed: found and over by facts alone, written about by real mail, and told to nobody else.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ExceptionEntry, ExceptionsAnswer, LifetimesAnswer } from '../../../shared/wire/exceptions.ts'
import {
  type FeedBrowser,
  joinAs,
  maya,
  openAdmin,
  openFeedBrowser,
} from '../../../test/feed/feed-browser.ts'
import { type MailReceiver, startMailServer, unfolded } from '../../../test/feed/mail-server.ts'
import { startReceiver } from '../../../test/feed/open-test-outbox.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor: { name: Small floor, timeZone: UTC, currency: USD, stages: [Discovery, Demo] }
roles: [{ id: ae, name: AE }]
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, role: ae, team: east, aliases: [ana@floor.test] }
  - { id: bo, name: Bo Lind, role: ae, team: west }
  - { id: lou, name: Lou Hart, role: ae, team: east, endedOn: 2026-11-10, aliases: [lou@floor.test] }
metrics:
  - { id: meetings, name: Meetings, noun: meetings, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: meeting }], date: at } }
boards:
  - { id: meetings, title: Meetings, kind: leaderboard, metric: meetings, window: week }
playlists: [{ id: all, name: All, items: [{ board: meetings }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
exceptions:
  - { id: late, name: Close date passed, deal: { overdue: 0 } }
  - id: wednesday
    name: Fewer than 2 meetings by Wednesday
    rep: { metric: meetings, window: week, below: 2, by: { day: wednesday, at: "11:00" } }
    team: east
    tell: [rep, manager]
`

/** A Tuesday. */
const start = Date.parse('2026-11-17T09:00:00Z')
const minuteMs = 60_000
const hourMs = 60 * minuteMs

let now = start
let smtp: MailReceiver
let feed: TestFeed
let admin: FeedBrowser
let last = 0

beforeEach(async () => {
  now = start
  smtp = await startMailServer()
  feed = await startTestFeed({
    clock: { now: () => now },
    firstFloorText: floorText,
    mail: { url: smtp.url, from: 'Floor <wall@floor.test>' },
    allowLocalWebhooks: true,
  })
  admin = await openAdmin(feed)
})
afterEach(async () => {
  await feed.close()
  await smtp.close()
})

const deal = (id: string, more: object = {}): object => ({
  source: 'crm',
  id,
  type: 'deal',
  name: `Deal ${id}`,
  status: 'open',
  stage: 'Demo',
  amount: { minor: 1_250_000, currency: 'USD' },
  expectedCloseOn: '2026-11-13',
  credits: [{ rep: 'ana' }],
  ...more,
})
const meeting = (rep: string, at: string): object => {
  last += 1
  return { source: 'calendar', id: `${last}`, type: 'activity', kind: 'meeting', at, credits: [{ rep }] }
}
const send = async (...facts: object[]): Promise<void> => {
  const { status, text } = await admin.post('/api/v1/facts', { facts })
  expect([status, text]).toEqual([200, expect.anything()])
}

const listOf = async (browser: FeedBrowser = admin): Promise<ExceptionsAnswer> =>
  ExceptionsAnswer.parse((await browser.get('/api/v1/exceptions')).body)

/** Until the desk has looked, and the list is so. */
const until = async (
  holds: (list: ExceptionsAnswer) => boolean,
  browser = admin,
): Promise<ExceptionsAnswer> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const list = await listOf(browser)
    if (holds(list)) return list
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never so: ${JSON.stringify(await listOf(browser))}`)
}
const titles = ({ open }: ExceptionsAnswer): readonly string[] => open.map(({ title }) => title)
const isOpen =
  (...expected: string[]) =>
  (list: ExceptionsAnswer): boolean =>
    JSON.stringify([...titles(list)].sort()) === JSON.stringify([...expected].sort())
const theOne = ({ open }: ExceptionsAnswer): ExceptionEntry => {
  const [entry] = open
  if (!entry) throw new Error('nothing is open')
  return entry
}
/** But for invitations. */
const letters = (): readonly string[] =>
  smtp.mails.map(unfolded).filter((mail) => !mail.includes(' invites you'))
const mailsOf = async (count: number): Promise<readonly string[]> => {
  for (let tries = 0; letters().length < count && tries < 200; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  return letters()
}
const join = (name: string, role: string, more: object = {}) =>
  joinAs(feed, admin, { email: `${name}@floor.test`, role, ...more })
const noteOn = ({ id, notes }: ExceptionEntry, more: object = {}) => ({
  episode: id,
  over: notes.length,
  subject: 'Deal a',
  text: 'What is the new date?\n\nDana',
  ...more,
})
/** Later, and looked at. */
const turnTo = (at: string): void => {
  now = Date.parse(at)
}

describe('the life of an exception', () => {
  test('[E10][E11] begins by a fact, is over when the deal is touched, and came back when it is late again; also over a restart', async () => {
    await send(deal('a'), deal('won', { status: 'won', closedAt: '2026-11-16T09:00:00Z' }))
    const first = theOne(await until(isOpen('Deal a')))
    expect(first).toMatchObject({
      rule: 'late',
      nth: 1,
      owner: 'ana',
      ownerName: 'Ana Ruiz',
      teamName: 'East',
      amount: 1_250_000,
      hasLeft: false,
      mails: true,
      slack: null,
      since: Date.parse('2026-11-14T00:00:00Z'),
      says: 'It was to close on Nov 13.',
      draft: {
        subject: 'Deal a: Close date passed',
        text: 'Hello Ana,\n\nThis is about Deal a. It was to close on Nov 13.\n\nWhat is the new date, and what has to happen before then?\n\nMaya Chen',
      },
    })
    await feed.restart()
    now += minuteMs
    expect(theOne(await until(isOpen('Deal a')))).toMatchObject({ id: first.id, openedAt: first.openedAt })
    await send(deal('a', { expectedCloseOn: '2026-11-17' }))
    const over = await until(isOpen())
    expect(over.cleared).toMatchObject([{ title: 'Deal a', how: 'mended', nth: 1, wrote: null }])
    const cleared = over.cleared[0]?.clearedAt ?? 0
    turnTo('2026-11-18T10:00:00Z')
    const again = theOne(await until(isOpen('Deal a')))
    expect(again).toMatchObject({ nth: 2, since: Date.parse('2026-11-18T00:00:00Z') })
    expect(again.since).toBeGreaterThanOrEqual(cleared)
  })

  test('[E11] says how it was over: closed, withdrawn, and by another rule', async () => {
    await send(deal('a'), deal('b'), deal('c'))
    await until(isOpen('Deal a', 'Deal b', 'Deal c'))
    await send(deal('a', { status: 'lost', closedAt: '2026-11-17T08:00:00Z' }))
    expect((await admin.delete('/api/v1/facts/crm/b')).status).toBe(200)
    await until(isOpen('Deal c'))
    const { version } = (await admin.get('/api/v1/floor')).body
    const edits = [{ do: 'set', list: 'exceptions', id: 'late', fields: { deal: { overdue: 30 } } }]
    expect((await admin.post('/api/v1/floor/edits', { version, edits })).status).toBe(200)
    const { cleared } = await until(isOpen())
    expect(Object.fromEntries(cleared.map(({ title, how }) => [title, how]))).toEqual({
      'Deal a': 'closed',
      'Deal b': 'withdrawn',
      'Deal c': 'rule changed',
    })
  })

  test('[E14] what is set aside is told again once the time is over, and of two who set it aside the second is told', async () => {
    await send(deal('a'))
    const entry = theOne(await until(isOpen('Deal a')))
    const snooze = (over: number, ms: number | null) =>
      admin.post('/api/v1/exceptions/snoozes', { episode: entry.id, over, until: ms })
    expect((await snooze(0, now + hourMs)).status).toBe(200)
    expect((await snooze(0, now + 2 * hourMs)).body.code).toBe('stale-exception')
    expect(theOne(await listOf())).toMatchObject({
      snoozes: 1,
      snoozed: { until: now + hourMs, name: 'Maya Chen' },
    })
    now += hourMs
    expect(theOne(await listOf())).toMatchObject({ snoozed: null })
    expect((await snooze(1, now + 400 * 24 * hourMs)).status).toBe(200)
    const far = theOne(await listOf()).snoozed?.until ?? 0
    expect(far).toBeLessThanOrEqual(now + 92 * 24 * hourMs)
    expect((await snooze(2, null)).status).toBe(200)
    expect(theOne(await listOf()).snoozed).toBeNull()
  })
})

describe('notes', () => {
  test('[E13] two managers write at once: one mail goes out, in the words and the name of the first, and the second is told', async () => {
    const dana = await join('dana', 'manager', { teams: ['east'] })
    const kim = await join('kim', 'manager')
    await send(deal('a'))
    const entry = theOne(await until(isOpen('Deal a'), dana))
    const post = (browser: FeedBrowser, text: string) =>
      browser.post('/api/v1/exceptions/notes', noteOn(entry, { text }))
    const answers = await Promise.all([
      post(dana, 'What is <new>?\n\nOn the one hand\non the other.'),
      post(kim, 'From Kim.'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('stale-exception')
    const [mail = '', ...others] = await mailsOf(1)
    expect(others).toEqual([])
    const isDana = answers[0]?.status === 200
    expect(mail).toMatch(/^From: Jo Park <wall@floor\.test>$/m)
    expect(mail).toMatch(isDana ? /^Reply-To: dana@floor\.test$/m : /^Reply-To: kim@floor\.test$/m)
    expect(mail).toMatch(/^To: Ana Ruiz <ana@floor\.test>$/m)
    expect(mail).toMatch(/^Subject: Deal a$/m)
    expect(mail).toContain(isDana ? 'On the one hand' : 'From Kim.')
    expect(mail).not.toMatch(/Auto-Submitted|List-Unsubscribe/)
    const { notes } = theOne(await until(({ open }) => open[0]?.notes[0]?.state === 'sent'))
    expect(notes).toMatchObject([{ name: 'Jo Park', to: 'Ana Ruiz', by: 'mail', state: 'sent' }])
    // Knowing of the first, one may write once more; a restart sends nothing again.
    expect(
      (await kim.post('/api/v1/exceptions/notes', noteOn(entry, { over: 1, text: 'And?' }))).status,
    ).toBe(200)
    await mailsOf(2)
    await feed.restart()
    now += minuteMs
    await until(({ open }) => open[0]?.notes.length === 2)
    // After a quarter only the log knows that they went.
    now += 100 * 24 * hourMs
    await admin.post('/api/v1/sign-in', { email: maya.email, password: maya.password })
    await until(({ open }) => open[0]?.notes.every(({ state }) => state === 'sent') === true)
    expect(letters()).toHaveLength(2)
    // What was written is in no list of messages, and none that can be sent again.
    const { body } = await admin.get('/api/v1/deliveries')
    expect(body.deliveries).toEqual([])
  })

  test('[E13] to somebody who has left, or whom nobody can reach, nobody writes; what is over takes no note', async () => {
    await send(
      deal('left', { credits: [{ rep: 'lou' }] }),
      deal('silent', { credits: [{ rep: 'bo' }] }),
      deal('ghost', { credits: [{ rep: 'Ghost' }] }),
      deal('a'),
    )
    const list = await until(isOpen('Deal left', 'Deal silent', 'Deal ghost', 'Deal a'))
    const of = (title: string): ExceptionEntry => {
      const found = list.open.find((each) => each.title === title)
      if (!found) throw new Error(`no ${title}`)
      return found
    }
    expect(of('Deal left')).toMatchObject({ hasLeft: true, mails: false, draft: null })
    expect(of('Deal silent')).toMatchObject({ hasLeft: false, mails: false })
    expect(of('Deal ghost')).toMatchObject({
      owner: null,
      ownerName: 'Ghost',
      face: null,
      team: null,
      draft: null,
    })
    for (const title of ['Deal left', 'Deal silent', 'Deal ghost'])
      expect((await admin.post('/api/v1/exceptions/notes', noteOn(of(title)))).body.code).toBe(
        'not-reachable',
      )
    await send(deal('a', { expectedCloseOn: '2026-12-01' }))
    await until((each) => !titles(each).includes('Deal a'))
    expect((await admin.post('/api/v1/exceptions/notes', noteOn(of('Deal a')))).body.code).toBe('not-found')
    expect(letters()).toEqual([])
  })

  test('[E13] in Slack it goes to the owner alone, whom the bot knows by their address', async () => {
    const receiver = await startReceiver((response, { path }) => {
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify(
          path.endsWith('lookupByEmail')
            ? { ok: true, user: { id: 'U7' } }
            : { ok: true, channel: 'D7', ts: '1.1' },
        ),
      )
    })
    const own = await startTestFeed({
      clock: { now: () => now },
      firstFloorText: floorText,
      allowLocalWebhooks: true,
      slackApi: receiver.url,
    })
    try {
      const theirs = await openAdmin(own)
      const put = await own.ask('/api/v1/connections/slack', {
        method: 'PUT',
        headers: { 'content-type': 'application/json', origin: own.url, cookie: theirs.cookie ?? '' },
        body: JSON.stringify({ name: 'Slack', kind: 'slack', secret: 'xoxb-1234-secret-of-the-bot' }),
      })
      expect(put.status).toBe(200)
      expect((await theirs.post('/api/v1/facts', { facts: [deal('a')] })).status).toBe(200)
      const entry = theOne(await until(isOpen('Deal a'), theirs))
      expect(entry).toMatchObject({ mails: false, slack: 'slack' })
      expect((await theirs.post('/api/v1/exceptions/notes', noteOn(entry, { by: 'slack' }))).status).toBe(200)
      await until(({ open }) => open[0]?.notes[0]?.state === 'sent', theirs)
      expect(receiver.received.map(({ path, text }) => [path, text])).toEqual([
        ['/users.lookupByEmail', 'email=ana%40floor.test'],
        ['/chat.postMessage', expect.stringContaining('"channel":"U7"')],
      ])
      expect(receiver.received[1]?.text).toContain('Maya Chen')
    } finally {
      await own.close()
      await receiver.close()
    }
  })
})

describe('by a time of the week', () => {
  test('[E16] the rep and the managers of their team hear of it once a week, whatever comes and goes', async () => {
    await join('dana', 'manager', { teams: ['east'] })
    await join('west', 'manager', { teams: ['west'] })
    await join('all', 'manager')
    const first = meeting('ana', '2026-11-17T09:00:00Z')
    await send(first, meeting('bo', '2026-11-17T09:00:00Z'))
    await until(isOpen())
    expect(letters()).toEqual([])
    turnTo('2026-11-18T11:00:00Z')
    await until(isOpen('Ana Ruiz'))
    const mails = await mailsOf(2)
    expect(mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]).sort()).toEqual([
      'Ana Ruiz <ana@floor.test>',
      'Jo Park <dana@floor.test>',
    ])
    for (const mail of mails) {
      expect(mail).toContain('Meetings: 1 of the 2 that were due by Wednesday 11:00')
      expect(mail).toMatch(/^From: Small floor <wall@floor\.test>$/m)
      expect(mail).toMatch(/List-Unsubscribe/)
    }
    const second = meeting('ana', '2026-11-18T11:30:00Z')
    await send(second)
    await until(isOpen())
    const { id } = second as { id: string }
    await admin.delete(`/api/v1/facts/calendar/${id}`)
    await until(({ open }) => open[0]?.nth === 2)
    await feed.restart()
    now += minuteMs
    await until(isOpen('Ana Ruiz'))
    expect(letters()).toHaveLength(2)
    turnTo('2026-11-23T01:00:00Z')
    await admin.post('/api/v1/sign-in', { email: maya.email, password: maya.password })
    const { cleared } = await until(isOpen())
    expect(cleared[0]).toMatchObject({ title: 'Ana Ruiz', how: 'period over' })
    turnTo('2026-11-25T11:00:00Z')
    expect(theOne(await until(isOpen('Ana Ruiz')))).toMatchObject({ nth: 3 })
    await mailsOf(4)
    expect(letters()).toHaveLength(4)
  })

  test('[E16] what began more than a day before it was found is history, and no news', async () => {
    await join('dana', 'manager', { teams: ['east'] })
    turnTo('2026-11-20T09:00:00Z')
    await send(meeting('ana', '2026-11-17T09:00:00Z'))
    await until(isOpen('Ana Ruiz'))
    await send(deal('a'))
    await until(isOpen('Ana Ruiz', 'Deal a'))
    expect(letters()).toEqual([])
  })
})

describe('who is told', () => {
  test('[E15] those who coach its owner; leaders read sums by team; nobody else, no token and no screen is told that there are any', async () => {
    await send(
      deal('a'),
      deal('b', { credits: [{ rep: 'bo' }] }),
      deal('ghost', { credits: [{ rep: 'Ghost' }] }),
    )
    const all = await until(isOpen('Deal a', 'Deal b', 'Deal ghost'))
    const people = {
      all: await join('all', 'manager'),
      east: await join('east', 'manager', { teams: ['east'] }),
      west: await join('west', 'manager', { teams: ['west'] }),
      leader: await join('leader', 'leader'),
      ana: await join('own', 'viewer', { person: 'ana' }),
      viewer: await join('viewer', 'viewer'),
    }
    const seen = await Promise.all(
      Object.entries(people).map(async ([who, browser]) => [who, [...titles(await listOf(browser))].sort()]),
    )
    expect(Object.fromEntries(seen)).toEqual({
      all: ['Deal a', 'Deal b', 'Deal ghost'],
      east: ['Deal a'],
      west: ['Deal b'],
      leader: [],
      ana: [],
      viewer: [],
    })
    const teams = async (browser: FeedBrowser) =>
      LifetimesAnswer.parse((await browser.get('/api/v1/exceptions/lifetimes')).body).teams.map(
        ({ team }) => team,
      )
    expect(await teams(people.leader)).toEqual(['east', 'west', null])
    expect(await teams(people.east)).toEqual(['east'])
    expect([await teams(people.ana), await teams(people.viewer)]).toEqual([[], []])
    const [a] = all.open.filter(({ title }) => title === 'Deal a')
    if (!a) throw new Error('no deal')
    for (const browser of [people.west, people.leader, people.ana, people.viewer]) {
      expect((await browser.post('/api/v1/exceptions/notes', noteOn(a))).status).toBe(404)
      const snooze = { episode: a.id, over: 0, until: now + hourMs }
      expect((await browser.post('/api/v1/exceptions/snoozes', snooze)).status).toBe(404)
      expect((await browser.post('/api/v1/exceptions/seen', { episodes: [a.id] })).status).toBe(200)
    }
    expect(theOne(await listOf(people.east)).seenAt).toBeNull()
    expect((await people.east.post('/api/v1/exceptions/seen', { episodes: [a.id, 'none'] })).status).toBe(200)
    expect(theOne(await listOf(people.east)).seenAt).toBe(now)
    expect(letters()).toEqual([])

    const token = async (role: string, more: object = {}): Promise<string> =>
      (await admin.post('/api/v1/tokens', { name: role, role, ...more })).body.token
    const tokens = [
      await token('admin'),
      await token('ingest'),
      await token('screen'),
      await token('screen', { screen: 'wall' }),
    ]
    const strangers = [
      openFeedBrowser(feed),
      ...tokens.map((each) => openFeedBrowser(feed, { authorization: `Bearer ${each}` })),
    ]
    const paths = ['/api/v1/exceptions', '/api/v1/exceptions/lifetimes']
    for (const stranger of strangers)
      for (const path of paths) expect([401, 403]).toContain((await stranger.get(path)).status)

    // Whatever else anybody may ask for: what is off is nowhere in it.
    const routes = [
      '/api/v1/boards',
      '/api/v1/boards/meetings',
      '/api/v1/metrics/meetings',
      '/api/v1/deliveries',
      '/api/v1/moved',
      '/api/v1/screens',
      '/api/v1/celebrations',
      '/api/v1/me',
      '/api/v1/me/numbers',
      '/api/v1/history',
      '/healthz',
      '/metrics',
    ]
    for (const browser of [people.leader, people.ana, people.viewer, ...strangers.slice(1)])
      for (const path of routes) {
        const { text } = await browser.get(path)
        expect([path, text.includes('Deal a'), text.includes('It was to close')]).toEqual([
          path,
          false,
          false,
        ])
      }
  })
})
