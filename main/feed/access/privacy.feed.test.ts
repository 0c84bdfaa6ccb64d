// What is private leaves the feed for nobody else: every route that is read, every board on every kind of screen, and every
// mail, against every role and every kind of token.
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { protocolVersion } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import { type FeedBrowser, joinAs, openAdmin, openFeedBrowser } from '../../../test/feed/feed-browser.ts'
import { type MailReceiver, startMailServer, unfolded } from '../../../test/feed/mail-server.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { apiAccess, pageAccess } from './route-access.ts'

const floorText = `
floor: { name: Floor, timeZone: UTC, currency: USD, stages: [Demo], recaps: { day: monday, at: "08:00", to: [rep, manager, leader] } }
roles: [{ id: ae, name: AE }]
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, role: ae, team: east, aliases: [ana@floor.test] }
  - { id: eli, name: Eli Moss, role: ae, team: east }
  - { id: bo, name: Bo Lind, role: ae, team: west, aliases: [bo@floor.test] }
  - { id: wim, name: Wim Ott, role: ae, team: west }
metrics:
  - { id: meetings, name: Meetings, noun: meetings, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: meeting }], date: at } }
  - { id: won, name: Bookings, noun: booked, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
  - { id: due, name: Due, noun: due, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: open }], date: expectedCloseOn, measure: { sum: amount } } }
goals: [{ metric: meetings, window: quarter, role: ae, value: 40 }]
formulas: [{ id: ae, role: ae, steps: [meetings, won] }]
boards:
  - { id: open-board, title: Meetings, kind: leaderboard, metric: meetings, window: week }
  - { id: pay, title: Marker-Managers, kind: leaderboard, metric: meetings, window: week, audience: managers }
  - { id: east-pay, title: Marker-East, kind: results, metric: won, pipeline: due, audience: managers, scope: { team: east } }
  - { id: plan, title: Marker-Leaders, kind: leaderboard, metric: meetings, window: week, audience: leadership }
  - { id: off, title: Marker-Off, kind: exceptions }
  - { id: east-off, title: Marker-East-Off, kind: exceptions, scope: { team: east } }
  - { id: off-sums, title: Marker-Sums, kind: exceptions, audience: leadership }
playlists:
  - { id: all, name: All, items: [{ board: open-board }, { board: pay }, { board: plan }, { board: off }, { board: east-off }, { board: off-sums }] }
screens: [{ id: wall, name: Wall, playlist: all }]
exceptions:
  - { id: late, name: Close date passed, deal: { overdue: 0 }, tell: [rep, manager] }
`

let now = 0
let smtp: MailReceiver
let feed: TestFeed
let admin: FeedBrowser
const sockets: Socket[] = []
beforeEach(async () => {
  // A Friday.
  now = Date.parse('2026-11-20T12:00:00Z')
  smtp = await startMailServer()
  feed = await startTestFeed({
    clock: { now: () => now },
    firstFloorText: floorText,
    mail: { url: smtp.url, from: 'Floor <wall@floor.test>' },
  })
  admin = await openAdmin(feed)
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await feed.close()
  await smtp.close()
})

const lateDeal = (rep: string, name: string): object => ({
  ...{ source: 'crm', id: name, type: 'deal', name, status: 'open', stage: 'Demo' },
  ...{ amount: { minor: 100_000, currency: 'USD' }, expectedCloseOn: '2026-11-18', credits: [{ rep }] },
})
const meeting = (rep: string, nth: number): object => ({
  ...{
    source: 'calendar',
    id: `${rep} ${nth}`,
    type: 'activity',
    kind: 'meeting',
    at: '2026-11-18T09:00:00Z',
  },
  credits: [{ rep }],
})

/**
 * Each marker is in something private. Who may read it: of an account its name, of tokens and whoever is nobody none. What is
 * about Ana is for those who coach her team.
 */
const everyone = ['admin', 'manager', 'east', 'west', 'leader', 'ana', 'viewer'] as const
type Who = (typeof everyone)[number]
const readers: Readonly<Record<string, readonly Who[]>> = {
  // An exception of Ana's, and one of Bo's.
  'Alder-of-Ana': ['admin', 'manager', 'east'],
  'Birch-of-Bo': ['admin', 'manager', 'west'],
  // What was written about her in coaching: it is hers too.
  'Whisper-about-Ana': ['admin', 'manager', 'east', 'ana'],
  'Promise-of-Ana': ['admin', 'manager', 'east', 'ana'],
}
/** Boards are named in the floor file, which whoever looks after the floor reads: here it is what they show that is meant. */
const viewers: Readonly<Record<string, readonly Who[]>> = {
  pay: ['admin', 'manager', 'leader'],
  'east-pay': ['admin', 'manager', 'east', 'leader'],
  plan: ['admin', 'leader'],
  off: ['admin', 'manager'],
  'east-off': ['admin', 'manager', 'east'],
  'off-sums': ['admin', 'leader'],
}

const setUp = async () => {
  await admin.post('/api/v1/facts', {
    facts: [
      lateDeal('ana', 'Alder-of-Ana'),
      lateDeal('bo', 'Birch-of-Bo'),
      ...['ana', 'eli', 'bo', 'wim'].flatMap((rep) => [1, 2, 3].map((nth) => meeting(rep, nth))),
    ],
  })
  const join = (name: string, role: string, more: object = {}) =>
    joinAs(feed, admin, { email: `${name}@floor.test`, role, ...more })
  const people: Record<Who, FeedBrowser> = {
    admin,
    manager: await join('manager', 'manager'),
    east: await join('east', 'manager', { teams: ['east'] }),
    west: await join('west', 'manager', { teams: ['west'] }),
    leader: await join('leader', 'leader'),
    ana: await join('ana-account', 'viewer', { person: 'ana' }),
    viewer: await join('viewer', 'viewer'),
  }
  const of = '/api/v1/coaching/ana'
  const noted = await people.east.post(`${of}/notes`, { id: 'note-about-ana', text: 'Whisper-about-Ana' })
  const agreed = await people.east.post(`${of}/actions`, {
    ...{ id: 'action-of-ana', what: 'Promise-of-Ana', step: null, dueOn: '2026-12-01' },
  })
  expect([noted.status, agreed.status]).toEqual([200, 200])
  const tokens: Record<string, { readonly token: string | null; readonly browser: FeedBrowser }> = {
    nobody: { token: null, browser: openFeedBrowser(feed) },
  }
  for (const [name, more] of Object.entries({
    'admin token': { role: 'admin' },
    'ingest token': { role: 'ingest' },
    'screen token': { role: 'screen' },
    'wall token': { role: 'screen', screen: 'wall' },
    'report token': { role: 'report' },
  })) {
    const { token } = (await admin.post('/api/v1/tokens', { name, ...more })).body
    tokens[name] = { token, browser: openFeedBrowser(feed, { authorization: `Bearer ${token}` }) }
  }
  await eventually(async () => expect((await admin.get('/api/v1/exceptions')).body.open).toHaveLength(2))
  return { people, tokens }
}

/** Each route that is read, about Ana, the wall, or each of the private boards. */
const paths: readonly string[] = Object.keys({ ...apiAccess, ...pageAccess })
  .filter((route) => route.startsWith('GET '))
  .map((route) => route.slice(4))
  .flatMap((path) =>
    path.startsWith('/api/v1/reports/') && !path.includes('metrics')
      ? ['rep', 'team', 'org'].map((by) => `${path}?metric=meetings,won,due&by=${by}`)
      : path.startsWith('/api/v1/boards/:id')
        ? Object.keys(viewers).map((id) => path.replace(':id', id).replace(':figure', 'total'))
        : path === '/api/v1/metrics/:id'
          ? ['rep', 'team', 'org'].map((by) => `/api/v1/metrics/meetings?by=${by}`)
          : [
              path
                .replace(':person', 'ana')
                .replace(':screen', 'wall')
                .replace(/:\w+|\*/g, 'x'),
            ],
  )

test('[E15] [L13] [O6] [B208] no route that is read tells anybody else what is private, whatever role or token asks', async () => {
  const { people, tokens } = await setUp()
  const askers = [
    ...everyone.map((who) => ({ who, name: who as string, browser: people[who] })),
    ...Object.entries(tokens).map(([name, { browser }]) => ({ who: null, name, browser })),
  ]
  const leaks: string[] = []
  const seen = new Set<string>()
  for (const { who, name, browser } of askers)
    for (const path of paths) {
      const { status, text } = await browser.get(path)
      expect([path, status]).not.toEqual([path, 500])
      for (const [marker, mayRead] of Object.entries(readers)) {
        if (!text.includes(marker)) continue
        if (who !== null && mayRead.includes(who)) seen.add(`${who} ${marker}`)
        else leaks.push(`${name} reads ${marker} at ${path}`)
      }
      const board = /^\/api\/v1\/boards\/([^/]+)/.exec(path)?.[1]
      if (board !== undefined && status === 200) {
        const isToken = who === null && name === 'admin token' && !board.includes('off')
        if (who === null ? !isToken : !viewers[board]?.includes(who))
          leaks.push(`${name} reads the board ${board}`)
        else seen.add(`${who} ${board}`)
      }
    }
  expect(leaks).toEqual([])
  // Whoever may read it does, so that the test would notice.
  const expected = [...Object.entries(readers), ...Object.entries(viewers)].flatMap(([what, by]) =>
    by.map((who) => `${who} ${what}`),
  )
  expect(expected.filter((each) => !seen.has(each))).toEqual([])
})

/** For a machine that does much beside; whoever is sent nothing is told so at once. */
const longestMs = 15_000

test('[E15] [S1] [B208] no wall and no preview is sent a private board, but for whom it is', async () => {
  const { people, tokens } = await setUp()
  /** All that a TV, or a preview, is sent until its stage and its boards are there. */
  const sentTo = async (auth: object, cookie: string | null): Promise<string> => {
    const socket = connectTo(`${feed.url}/tv`, {
      transports: ['websocket'],
      auth: { protocol: protocolVersion, ...auth },
      ...(cookie !== null && { extraHeaders: { cookie } }),
    })
    sockets.push(socket)
    const sent: unknown[] = []
    socket.onAny((...message) => sent.push(message))
    await new Promise<void>((resolve) => {
      socket.once('stage', () => resolve())
      socket.once('refused', () => resolve())
      socket.once('connect_error', () => resolve())
      socket.once('disconnect', () => resolve())
      setTimeout(resolve, longestMs)
    })
    for (const board of Object.keys(viewers)) socket.emit('resync', { board })
    // Whoever was turned away hears nothing any more.
    if (socket.connected)
      await socket
        .timeout(longestMs)
        .emitWithAck('sync')
        .catch(() => null)
    socket.disconnect()
    return JSON.stringify(sent)
  }
  const titles: Readonly<Record<string, string>> = {
    ...{ pay: 'Marker-Managers', 'east-pay': 'Marker-East"', plan: 'Marker-Leaders', off: 'Marker-Off' },
    ...{ 'east-off': 'Marker-East-Off', 'off-sums': 'Marker-Sums' },
  }
  const leaks: string[] = []
  const note = (name: string, sent: string, may: readonly string[]): void => {
    for (const [board, title] of Object.entries(titles))
      if (sent.includes(title) && !may.includes(board)) leaks.push(`${name} is sent ${board}`)
  }
  // A wall is a wall, whoever brought it.
  const walls = [
    ...Object.entries(tokens).map(async ([name, { token }]) =>
      note(
        `a wall with ${name}`,
        await sentTo({ screen: 'wall', ...(token !== null && { token }) }, null),
        [],
      ),
    ),
    ...everyone.map(async (who) =>
      note(`a wall of ${who}`, await sentTo({ screen: 'wall' }, people[who].cookie), []),
    ),
  ]
  const previews = Object.keys(viewers).flatMap((board) => [
    ...everyone.map(async (who) => {
      const sent = await sentTo({ preview: { board } }, people[who].cookie)
      const may = viewers[board]?.includes(who) === true
      note(`a preview of ${who}`, sent, may ? [board] : [])
      if (may && !sent.includes(titles[board] ?? '?')) leaks.push(`${who} is not sent ${board}`)
    }),
    ...Object.entries(tokens).map(async ([name, { token }]) => {
      const sent = await sentTo({ preview: { board }, ...(token !== null && { token }) }, null)
      note(`a preview with ${name}`, sent, name === 'admin token' && !board.includes('off') ? [board] : [])
    }),
  ])
  await Promise.all([...walls, ...previews])
  expect(leaks).toEqual([])
})

test('[D10] [E15] [E16] no mail has what its reader may not read', async () => {
  await setUp()
  now = Date.parse('2026-11-23T08:00:00Z')
  const mails = () => smtp.mails.map(unfolded).filter((mail) => !mail.includes(' invites you'))
  const toOf = (mail: string): string => /^To: .*?<?([^\s<>]+@[^\s<>]+?)>?$/m.exec(mail)?.[1] ?? ''
  // Of the week to each rep and each manager, and of both exceptions to owners and managers.
  await eventually(() => expect(mails().filter((mail) => /^Subject: .*recap/im.test(mail))).toHaveLength(5))
  const may: Readonly<Record<string, readonly string[]>> = {
    'ana@floor.test': ['Alder-of-Ana'],
    'bo@floor.test': ['Birch-of-Bo'],
    'manager@floor.test': ['Alder-of-Ana', 'Birch-of-Bo'],
    'east@floor.test': ['Alder-of-Ana'],
    'west@floor.test': ['Birch-of-Bo'],
  }
  const told = new Set<string>()
  for (const mail of mails())
    for (const marker of Object.keys(readers))
      if (mail.includes(marker)) {
        expect([toOf(mail), marker, may[toOf(mail)]?.includes(marker) ?? false]).toEqual([
          toOf(mail),
          marker,
          true,
        ])
        told.add(toOf(mail))
      }
  expect([...told].sort()).toContain('east@floor.test')
  expect([...told].sort()).toContain('west@floor.test')
})
