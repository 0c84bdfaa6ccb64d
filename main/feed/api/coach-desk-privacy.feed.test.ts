// What is between a rep and whoever coaches them, asked for by everybody else at every route that answers a GET: it is in none.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { type FeedBrowser, joinAs, openAdmin, openFeedBrowser } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { apiAccess } from '../access/route-access.ts'

const floorText = `
floor: { name: Floor, timeZone: UTC, currency: USD, stages: [Demo] }
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
  - { metric: dials, window: day, role: sdr, value: from-formula }
formulas: [{ id: sdr, role: sdr, steps: [dials, meetings] }]
exceptions: [{ id: late, name: Close date passed, deal: { overdue: 0 } }]
boards:
  - { id: dials, title: Dials today, kind: leaderboard, metric: dials, window: day }
  - { id: plan, title: Plan of the day, kind: formula, metrics: [dials], scope: { role: sdr } }
  - { id: off, title: What is off, kind: exceptions, scope: { team: east } }
  - { id: off-in-sums, title: What is off in sums, kind: exceptions, audience: leadership }
playlists: [{ id: all, name: All, items: [{ board: dials }, { board: plan }, { board: off }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
cadences:
  - { id: monday, name: Monday of the east, team: east, boards: [dials, off] }
  - { id: talks, name: One-to-ones, oneToOnes: true, boards: [off] }
`

/** What each of them is, and where it can be read by whom. */
const secrets = {
  note: 'SHE-ASKS-TOO-LATE',
  action: 'ASK-EARLIER',
  reason: 'TWO-WEEKS-OF-LEAVE',
  meeting: 'NO-DISCOUNTS-FOR-THE-EAST',
  deal: 'THE-DEAL-THAT-LIES',
  // 33 meetings at 20 of 437 dials, in whole.
  rate: `${20 / 437}`,
} as const

let now = Date.parse('2026-10-01T07:59:30Z')
let feed: TestFeed
const readers: Record<string, FeedBrowser> = {}

const activities = (kind: string, count: number): object[] =>
  Array.from({ length: count }, (_, nth) => ({
    ...{ source: 'dialer', id: `${kind} ${nth}`, type: 'activity', kind, at: '2026-08-12T10:00:00Z' },
    credits: [{ rep: 'ana' }],
  }))

beforeAll(async () => {
  feed = await startTestFeed({ clock: { now: () => now }, firstFloorText: floorText })
  const admin = await openAdmin(feed)
  const join = (name: string, role: string, more: object = {}) =>
    joinAs(feed, admin, { email: `${name}@northwind.test`, role, ...more })
  const token = async (role: string, more: object = {}): Promise<FeedBrowser> => {
    const { body } = await admin.post('/api/v1/tokens', { name: role, role, ...more })
    return openFeedBrowser(feed, { authorization: `Bearer ${body.token}` })
  }
  Object.assign(readers, {
    admin,
    'her manager': await join('east', 'manager', { teams: ['east'] }),
    'another manager': await join('west', 'manager', { teams: ['west'] }),
    leader: await join('leader', 'leader'),
    herself: await join('ana', 'viewer', { person: 'ana' }),
    'another rep': await join('bo', 'viewer', { person: 'bo' }),
    'a viewer': await join('nobody', 'viewer'),
    'a guest': openFeedBrowser(feed),
    'an admin token': await token('admin'),
    'an ingest token': await token('ingest'),
    'a screen': await token('screen', { screen: 'wall' }),
  })
  const done = async (asked: Promise<{ readonly status: number; readonly text: string }>) => {
    const { status, text } = await asked
    if (status !== 200) throw new Error(text)
  }
  await done(
    admin.post('/api/v1/facts', { facts: [...activities('dial', 437), ...activities('meeting', 20)] }),
  )
  now += 60_000
  const plans = async () => (await admin.get('/api/v1/coaching/ana')).body.plans.length
  await eventually(async () => expect(await plans()).toBe(1))
  const of = '/api/v1/coaching/ana'
  await done(admin.post(`${of}/notes`, { id: 'note-0001', text: secrets.note }))
  await done(
    admin.post(`${of}/actions`, { id: 'action-0001', what: secrets.action, step: 'meetings', dueOn: null }),
  )
  await done(admin.post(`${of}/plans`, { over: 1, reason: secrets.reason }))
  await done(admin.post('/api/v1/meetings/monday/begin', { id: 'meeting-0001', screen: null }))
  await done(admin.post('/api/v1/meetings/monday/notes', { id: 'note-0002', text: secrets.meeting }))
  const deal = {
    ...{ source: 'crm', id: 'late', type: 'deal', name: secrets.deal, stage: 'Demo', status: 'open' },
    ...{ amount: { minor: 100_000, currency: 'USD' }, createdAt: '2026-08-01T10:00:00Z' },
    ...{ expectedCloseOn: '2026-09-01', credits: [{ rep: 'ana' }] },
  }
  await done(admin.post('/api/v1/facts', { facts: [deal] }))
  now += 60_000
  const off = async () => (await admin.get('/api/v1/exceptions')).text
  await eventually(async () => expect(await off()).toContain(secrets.deal))
})
afterAll(() => feed.close())

/** Each route with what it may be asked about. */
const paths = (): readonly string[] => {
  const named: Readonly<Record<string, readonly string[]>> = {
    person: ['ana'],
    meeting: ['monday', 'talks'],
    version: ['1'],
    screen: ['wall'],
  }
  const idsBefore: Readonly<Record<string, readonly string[]>> = {
    metrics: ['dials', 'meetings'],
    boards: ['dials', 'plan', 'off', 'off-in-sums'],
    playlists: ['all'],
    screenshots: ['wall'],
  }
  return Object.keys(apiAccess)
    .filter((route) => route.startsWith('GET /') && !route.includes('/oidc/'))
    .map((route) => route.slice('GET '.length))
    .flatMap((route) => {
      const [, parameter = ''] = /:(\w+)/.exec(route) ?? []
      const [, list = ''] = /\/(\w+)\/:id/.exec(route) ?? []
      const filled = (named[parameter] ?? idsBefore[list] ?? ['nothing']).map((value) =>
        route.replace(/:\w+/, value).replace(/:\w+/g, 'nothing').replace('*', 'nothing'),
      )
      return filled.flatMap((path) => [path, `${path}?team=east&by=person`])
    })
}

test('[L13] [L18] [E15] private words and rates are at no route for anybody but those whose they are', async () => {
  const found = new Map<string, Set<string>>(Object.keys(secrets).map((secret) => [secret, new Set()]))
  let answered = 0
  for (const [who, browser] of Object.entries(readers))
    for (const path of paths()) {
      const { status, text } = await browser.get(path)
      if (status === 200) answered += 1
      for (const [secret, word] of Object.entries(secrets))
        if (text.includes(word)) found.get(secret)?.add(who)
    }
  const coached = new Set(['admin', 'her manager', 'herself'])
  expect(Object.fromEntries(found)).toEqual({
    note: coached,
    action: coached,
    reason: coached,
    rate: coached,
    meeting: new Set(['admin', 'her manager']),
    deal: new Set(['admin', 'her manager']),
  })
  // A test that asks for nothing finds nothing.
  expect(answered).toBeGreaterThan(200)
})
