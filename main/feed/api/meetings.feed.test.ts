import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeSheetFonts } from '../../../scripts/sheet-fonts.mjs'
import { MeetingAnswer, MeetingsAnswer } from '../../../shared/wire/meetings.ts'
import { BoardMessage, protocolVersion, StageMessage } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import { type FeedBrowser, joinAs, maya, openAdmin } from '../../../test/feed/feed-browser.ts'
import { openTokens } from '../../../test/feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { textOfPdf } from '../../../test/feed/text-of-pdf.ts'
import { createToken, keepToken } from '../access/token.ts'

const floorText = `
floor: { name: Nordlicht, timeZone: Europe/Berlin, currency: EUR, locale: de-DE }
roles: [{ id: ae, name: AE }]
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, role: ae, team: east }
  - { id: joerg, name: Jörg Weiß, role: ae, team: east }
  - { id: bo, name: Bo Lind, role: ae, team: west }
  - { id: left, name: Lena Left, role: ae, team: east, endedOn: 2026-06-30 }
metrics:
  - { id: bookings, name: Abschlüsse, objective: Was kam herein?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
  - { id: pay, name: Gehalt, objective: Was kostet es?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
goals:
  - { metric: bookings, window: quarter, rep: ana, value: 20000 }
boards:
  - { id: bookings, title: Abschlüsse im Quartal, kind: leaderboard, metric: bookings, window: quarter }
  - { id: wins, title: Gewonnen, kind: wins }
  - { id: pay, title: Gehälter, kind: leaderboard, metric: pay, window: year, audience: managers }
  - { id: pay-west, title: Gehälter West, kind: leaderboard, metric: pay, window: month, audience: managers, scope: { team: west } }
  - { id: board-room, title: Vorstand, kind: leaderboard, metric: pay, window: month, audience: leadership }
playlists: [{ id: all, name: Alles, items: [{ board: wins }] }]
screens: [{ id: wall, name: Wand, playlist: all }, { id: hall, name: Halle, playlist: all }]
cadences:
  - { id: monday, name: Montagsrunde, owner: joerg, boards: [bookings, pay, wins, board-room] }
  - { id: west, name: Runde West, team: west, day: thursday, at: "16:00", owner: left, boards: [pay-west, wins] }
  - { id: quarter, name: Quartal, every: quarter, boards: [wins] }
  - { id: one-to-ones, name: Einzelgespräche, oneToOnes: true }
`

/** Monday 16 November 2026, nine o'clock in Berlin. */
const monday = Date.parse('2026-11-16T08:00:00Z')
const minute = 60_000
const day = 1440 * minute

let fonts: string
let now = monday
let feed: TestFeed
let admin: FeedBrowser
const sockets: Socket[] = []

beforeAll(async () => {
  fonts = mkdtempSync(join(tmpdir(), 'floorboard-fonts-'))
  await makeSheetFonts(fonts, [{ name: 'inter', weights: [400, 700] }])
})
afterAll(() => rmSync(fonts, { recursive: true, force: true }))
beforeEach(async () => {
  now = monday
  feed = await startTestFeed({
    clock: { now: () => now },
    firstFloorText: floorText,
    sheetFontsDir: fonts,
  })
  admin = await openAdmin(feed)
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await feed.close()
})

const joined = (name: string, role: string, more: object = {}) =>
  joinAs(feed, admin, { email: `${name}@northwind.test`, role, ...more })
const of = (meeting: string) => `/api/v1/meetings/${meeting}`
const list = async (browser: FeedBrowser): Promise<MeetingsAnswer> =>
  MeetingsAnswer.parse((await browser.get('/api/v1/meetings')).body)
const one = async (browser: FeedBrowser, meeting = 'monday'): Promise<MeetingAnswer> =>
  MeetingAnswer.parse((await browser.get(of(meeting))).body)
const begin = (browser: FeedBrowser, screen: string | null = null, meeting = 'monday') =>
  browser.post(`${of(meeting)}/begin`, { id: `meeting-${meeting}-${now}`, screen })
const step = (browser: FeedBrowser, to: string, discussed?: string) =>
  browser.post(`${of('monday')}/step`, { to, ...(discussed !== undefined && { discussed }) })
const end = (browser: FeedBrowser, meeting = 'monday') => browser.post(`${of(meeting)}/end`, {})

/** Sessions end after a week without use. */
const signIn = async (): Promise<void> => {
  const { email, password } = maya
  expect((await admin.post('/api/v1/sign-in', { email, password })).status).toBe(200)
}

interface Tv {
  readonly stages: StageMessage[]
  readonly boards: Set<string>
}
const openTv = async (screen: string): Promise<Tv> => {
  const token = createToken('admin')
  await openTokens(feed.folder).addToken(keepToken(token, 'admin', 'A TV', 0))
  const socket = connectTo(`${feed.url}/tv`, {
    transports: ['websocket'],
    auth: { screen, token, protocol: protocolVersion },
  })
  sockets.push(socket)
  const tv: Tv = { stages: [], boards: new Set() }
  socket.on('stage', (message) => tv.stages.push(StageMessage.parse(message)))
  socket.on('board', (message) => tv.boards.add(BoardMessage.parse(message).view.id))
  await eventually(() => expect(tv.stages).not.toHaveLength(0))
  return tv
}
const heldBy = (tv: Tv) => tv.stages.at(-1)?.hold

describe('a meeting on a wall', () => {
  test('[L19] [L20] the wall follows each step but those to boards that are not for it, and goes back at the end', async () => {
    const tv = await openTv('wall')
    expect((await begin(admin, 'wall')).status).toBe(200)
    await eventually(() => {
      expect(heldBy(tv)).toMatchObject({
        kind: 'huddle',
        board: 'bookings',
        huddle: { title: 'Montagsrunde' },
      })
      expect(heldBy(tv)?.huddle?.boards.map(({ board }) => board)).toEqual(['bookings', 'wins'])
    })
    now += minute
    const inHand = MeetingAnswer.parse((await step(admin, 'pay', 'bookings')).body)
    expect(inHand.open).toMatchObject({ board: 'pay', screen: { id: 'wall', isFollowing: true } })
    expect((await admin.get('/api/v1/controls/wall')).body.hold.board).toBe('bookings')
    now += minute
    const back = MeetingAnswer.parse((await step(admin, 'wins', 'pay')).body)
    expect(back.open?.boards).toEqual([
      { board: 'bookings', spentMs: minute, discussed: true },
      { board: 'pay', spentMs: minute, discussed: true },
      { board: 'wins', spentMs: 0, discussed: false },
      { board: 'board-room', spentMs: 0, discussed: false },
    ])
    await eventually(() => expect(heldBy(tv)?.board).toBe('wins'))
    now += minute
    const ended = MeetingAnswer.parse((await end(admin)).body)
    expect(ended).toMatchObject({ open: null, past: [{ leader: 'Maya Chen', endedAt: now }] })
    expect(ended.past[0]?.discussed).toEqual(['Abschlüsse im Quartal', 'Gehälter', 'Gewonnen'])
    await eventually(() => expect(heldBy(tv)).toBeUndefined())
    expect([...tv.boards]).not.toContain('pay')
  })

  test('[L19] what a remote does with the wall, the meeting follows', async () => {
    await begin(admin, 'wall')
    now += minute
    const { version } = (await admin.get('/api/v1/controls/wall')).body
    await admin.post('/api/v1/controls', {
      screens: [{ screen: 'wall', version }],
      action: { do: 'discussed' },
    })
    expect((await one(admin)).open).toMatchObject({
      board: 'wins',
      boards: [{ board: 'bookings', spentMs: minute, discussed: true }, {}, {}, {}],
    })
  })

  test('[L19] two open the same one: the second joins, steps when the wall is handed over, and may end it', async () => {
    const dana = await joined('dana', 'manager', { name: 'Dana Whitfield' })
    const [first, second] = await Promise.all([begin(admin, 'wall'), begin(dana, 'hall')])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body.open.id).toBe(second.body.open.id)
    const screen = first.body.open.screen.id
    const [leads, other] = first.body.open.maySteer ? [admin, dana] : [dana, admin]
    const refused = await step(other, 'wins')
    expect([refused.status, refused.body.code]).toEqual([409, 'wall-held'])
    expect(refused.body.message).toMatch(/holds the wall, and leads. Ask for it.$/)
    const control = async () => (await admin.get(`/api/v1/controls/${screen}`)).body
    const act = async (browser: FeedBrowser, action: object) =>
      browser.post('/api/v1/controls', {
        screens: [{ screen, version: (await control()).version }],
        action,
      })
    await act(other, { do: 'ask' })
    await act(leads, { do: 'hand-over', to: (await control()).asking[0].id })
    expect((await one(other)).open).toMatchObject({ maySteer: true })
    expect((await one(leads)).open).toMatchObject({ maySteer: false })
    now += minute
    expect((await step(other, 'wins', 'bookings')).status).toBe(200)
    expect((await end(leads)).body.open).toBeNull()
    expect((await control()).hold).toBeNull()
  })

  test('[L19] a wall that somebody holds is not taken, and the meeting goes on without one', async () => {
    const dana = await joined('dana', 'manager')
    const { version } = (await dana.get('/api/v1/controls/wall')).body
    await dana.post('/api/v1/controls', {
      screens: [{ screen: 'wall', version }],
      action: { do: 'pin', board: 'wins', forMs: 30 * minute },
    })
    const refused = await begin(admin, 'wall')
    expect([refused.status, refused.body.code]).toEqual([409, 'wall-held'])
    expect((await one(admin)).open).toBeNull()
    expect((await begin(admin)).body.open).toMatchObject({ screen: null, board: 'bookings', maySteer: true })
    expect((await admin.post(`${of('monday')}/screen`, { screen: 'hall' })).body.open.screen).toEqual({
      id: 'hall',
      name: 'Halle',
      isFollowing: true,
    })
    expect((await admin.get('/api/v1/controls/hall')).body.hold.board).toBe('bookings')
    await admin.post(`${of('monday')}/screen`, { screen: null })
    expect((await admin.get('/api/v1/controls/hall')).body.hold).toBeNull()
  })

  test('[L19] a wall that goes back by itself leaves the meeting where it is', async () => {
    await begin(admin, 'wall')
    now += 61 * minute
    await eventually(async () => expect((await admin.get('/api/v1/controls/wall')).body.hold).toBeNull())
    expect((await one(admin)).open).toMatchObject({ maySteer: true, screen: { isFollowing: false } })
    expect((await step(admin, 'wins')).body.open.board).toBe('wins')
  })

  test('[L20] a meeting of which nothing is for walls is held in the hand', async () => {
    await admin.post('/api/v1/floor/edits', {
      version: 1,
      edits: [{ do: 'set', list: 'cadences', id: 'west', fields: { boards: ['pay-west'] } }],
    })
    const refused = await begin(admin, 'wall', 'west')
    expect([refused.status, refused.body.code]).toEqual([403, 'private-board'])
    expect((await begin(admin, null, 'west')).status).toBe(200)
  })
})

describe('what is remembered', () => {
  test('[L21] [L22] boards are marked that three weeks of meetings passed over', async () => {
    for (let week = 0; week < 5; week += 1) {
      now = monday + week * 7 * day
      await signIn()
      await begin(admin)
      now += minute
      // The second and third are passed over within seconds.
      await step(admin, 'pay')
      now += 2000
      await step(admin, 'wins', week === 1 ? 'pay' : undefined)
      now += 3000
      await end(admin)
    }
    const { meetings, boards } = await list(admin)
    expect(meetings.find(({ id }) => id === 'monday')?.wallpaper.map(({ id }) => id)).toEqual([
      'wins',
      'board-room',
    ])
    expect(boards.find(({ id }) => id === 'pay')).toMatchObject({ silentSince: null })
    expect(boards.find(({ id }) => id === 'wins')?.silentSince).toBe(monday + 65_000)
    now += 3 * 60 * minute
    expect((await list(admin)).meetings.find(({ id }) => id === 'monday')?.missedAt).toBeNull()
    now += 7 * day
    await signIn()
    expect((await list(admin)).meetings.find(({ id }) => id === 'monday')?.missedAt).toBe(monday + 35 * day)
  })

  test('[L23] one that was left open over night has ended when something happened last, also over a restart', async () => {
    await begin(admin, 'wall')
    now += 10 * minute
    await step(admin, 'wins', 'bookings')
    const lastAt = now
    now += 14 * 60 * minute
    await feed.restart()
    const answer = await one(admin)
    expect(answer).toMatchObject({ open: null, past: [{ endedAt: lastAt }] })
    expect(answer.past[0]?.discussed).toEqual(['Abschlüsse im Quartal'])
    expect((await step(admin, 'wins')).body).toMatchObject({
      code: 'not-held',
      message: 'This meeting is over. Begin it anew.',
    })
  })

  test('[L23] a finger that slipped leaves no meeting behind; one in which something was written does', async () => {
    await begin(admin)
    now += 3000
    expect((await end(admin)).body.past).toEqual([])
    await begin(admin)
    await admin.post(`${of('monday')}/notes`, { id: 'note-0001', text: 'Nur kurz.' })
    now += 3000
    expect((await end(admin)).body.past).toHaveLength(1)
  })

  test('[L24] two write at once: nothing is lost; who took something on ticks it off on their own page', async () => {
    const dana = await joined('dana', 'manager')
    const ana = await joined('ana', 'viewer', { person: 'ana' })
    const bo = await joined('bo', 'viewer', { person: 'bo' })
    await begin(admin)
    await Promise.all([
      admin.post(`${of('monday')}/notes`, { id: 'note-of-admin', text: ' Mehr Termine. ' }),
      dana.post(`${of('monday')}/notes`, { id: 'note-of-dana', text: '<b>Kein</b> Rabatt.' }),
      dana.post(`${of('monday')}/actions`, {
        id: 'action-0001',
        what: 'Angebot an Öresund',
        owner: 'ana',
        dueOn: '2026-11-18',
      }),
    ])
    const answer = await one(admin)
    expect(answer.notes.map(({ text }) => text).sort()).toEqual(['<b>Kein</b> Rabatt.', 'Mehr Termine.'])
    const [first, second] = await Promise.all(
      ['Erste', 'Zweite'].map((text) => dana.patch(`${of('monday')}/notes/note-of-dana`, { over: 1, text })),
    )
    expect([first?.status, second?.status].sort()).toEqual([200, 409])
    expect((await admin.patch(`${of('monday')}/notes/note-of-dana`, { over: 2, text: 'x' })).status).toBe(403)
    const own = (await list(ana)).own
    expect(own).toMatchObject([
      { what: 'Angebot an Öresund', meeting: { name: 'Montagsrunde' }, isOverdue: false },
    ])
    expect((await list(bo)).own).toEqual([])
    const path = '/api/v1/me/meeting-actions/monday/action-0001'
    expect((await bo.patch(path, { over: 1, isDone: true })).status).toBe(404)
    expect((await ana.patch(path, { over: 1, what: 'Nichts' })).status).toBe(403)
    expect((await ana.patch(path, { over: 1, isDone: true })).body.own).toEqual([])
    expect((await one(dana)).actions[0]?.done).not.toBeNull()
    const nobody = { id: 'action-0002', what: 'x', owner: 'nobody', dueOn: null }
    expect((await dana.post(`${of('monday')}/actions`, nobody)).status).toBe(400)
    const long = { id: 'note-of-length', text: 'x'.repeat(2001) }
    expect((await dana.post(`${of('monday')}/notes`, long)).status).toBe(400)
    expect((await dana.delete(`${of('monday')}/entries`)).status).toBe(403)
    expect((await admin.delete(`${of('monday')}/entries`)).body.erased).toBe(4)
    expect((await one(admin)).notes).toEqual([])
  })
})

describe('[L18] whose a meeting is', () => {
  test('each role hears of what is theirs, and opens no more than that', async () => {
    const [east, west, leader, ana, joerg] = await Promise.all([
      joined('east', 'manager', { teams: ['east'] }),
      joined('west', 'manager', { teams: ['west'] }),
      joined('leader', 'leader'),
      joined('ana', 'viewer', { person: 'ana' }),
      joined('joerg', 'viewer', { person: 'joerg' }),
    ])
    const access = async (browser: FeedBrowser) =>
      Object.fromEntries((await list(browser)).meetings.map((each) => [each.id, each.access]))
    const all = { monday: 'lead', west: 'lead', quarter: 'lead', 'one-to-ones': 'lead' }
    expect(await access(admin)).toEqual(all)
    expect(await access(west)).toEqual(all)
    expect(await access(east)).toEqual({ monday: 'lead', quarter: 'lead', 'one-to-ones': 'lead' })
    expect(await access(leader)).toEqual({ monday: 'notes', quarter: 'notes' })
    expect(await access(ana)).toEqual({ monday: 'time', quarter: 'time' })
    expect(await access(joerg)).toEqual({ monday: 'lead', quarter: 'time' })
    // An owner leads theirs, on a phone; walls are not theirs.
    expect((await begin(joerg, 'wall')).status).toBe(403)
    expect((await begin(joerg)).status).toBe(200)
    expect((await one(joerg)).boards.map(({ id }) => id)).toEqual(['bookings', 'wins'])
    expect((await one(joerg)).withheld).toBe(2)
    for (const [browser, meeting] of [
      [ana, 'monday'],
      [ana, 'west'],
      [east, 'west'],
      [leader, 'west'],
      [leader, 'one-to-ones'],
      [admin, 'nothing'],
    ] as const) {
      expect((await browser.get(of(meeting))).status).toBe(404)
      expect((await browser.get(`${of(meeting)}/sheet`)).status).toBe(404)
      expect((await browser.post(`${of(meeting)}/notes`, { id: 'note-0001', text: 'x' })).status).toBe(404)
    }
    expect((await begin(leader)).status).toBe(403)
    expect((await begin(admin, null, 'one-to-ones')).status).toBe(403)
    // What only a reader of the notes may know of them.
    await admin.post(`${of('monday')}/notes`, { id: 'note-0009', text: 'x' })
    await end(admin)
    expect((await list(ana)).meetings[0]).toMatchObject({
      heldAt: null,
      openActions: 0,
      wallpaper: [],
      open: null,
    })
    expect((await feed.ask('/api/v1/meetings')).status).toBe(401)
  })

  test('one whose owner has left says so', async () => {
    const { meetings } = await list(admin)
    expect(meetings.find(({ id }) => id === 'west')?.owner).toEqual({
      id: 'left',
      name: 'Lena Left',
      hasLeft: true,
    })
    expect((await one(admin)).people.map(({ id }) => id)).toEqual(['ana', 'joerg', 'bo'])
  })

  test('[L25] nobody’s sheet has numbers that they may not see', async () => {
    await feed.postFacts(
      JSON.stringify({
        facts: ['ana', 'joerg', 'bo'].map((rep, at) => ({
          source: 'crm',
          id: `deal-${rep}`,
          type: 'deal',
          name: 'Öresund',
          status: 'won',
          closedAt: '2026-11-13T10:00:00Z',
          amount: { minor: 1_234_500 + at * 100_000, currency: 'EUR' },
          credits: [{ rep }],
        })),
      }),
      { authorization: `Bearer ${await adminToken()}` },
    )
    await admin.post(`${of('monday')}/actions`, {
      id: 'action-0001',
      what: 'Angebot an Straße & Söhne',
      owner: 'joerg',
      dueOn: '2026-11-20',
    })
    const [all, ofEast, lead, owner] = await Promise.all([
      admin,
      joined('east', 'manager', { teams: ['east'] }),
      joined('leader', 'leader'),
      joined('joerg', 'viewer', { person: 'joerg' }),
    ])
    const sheet = async (browser: FeedBrowser) => {
      const cookie = browser.cookie ?? ''
      const answer = await fetch(`${feed.url}${of('monday')}/sheet`, { headers: { cookie } })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      return textOfPdf(new Uint8Array(await answer.arrayBuffer()))
    }
    const [forAll, forEast, forLeader, forOwner] = await Promise.all([all, ofEast, lead, owner].map(sheet))
    for (const text of [forAll, forEast, forLeader, forOwner]) {
      expect(text).toContain('Abschlüsse im Quartal')
      expect(text).toContain('Jörg Weiß')
      expect(text).toContain('Angebot an Straße & Söhne')
      expect(text).toMatch(/12\.345\s€/)
    }
    expect(forAll).toContain('Gehälter')
    expect(forAll).toContain('Vorstand')
    expect(forLeader).toContain('Vorstand')
    for (const text of [forEast, forOwner]) {
      expect(text).not.toMatch(/Gehälter|Gehalt|Vorstand/)
      expect(text).toContain('2 Boards dieser Besprechung sind nicht für Sie')
    }
  })
})

const adminToken = async (): Promise<string> => {
  const token = createToken('admin')
  await openTokens(feed.folder).addToken(keepToken(token, 'admin', 'A source', 0))
  return token
}

test('[L17] a board that leaves the floor leaves its meetings, also one that goes on; the last one takes the meeting along', async () => {
  await begin(admin, 'wall')
  now += minute
  const remove = (id: string, version: number) =>
    admin.post('/api/v1/floor/edits', {
      version,
      edits: [{ do: 'remove', list: 'boards', id, everywhere: true }],
    })
  expect((await remove('bookings', 1)).status).toBe(200)
  const answer = await one(admin)
  expect(answer.boards.map(({ id }) => id)).toEqual(['pay', 'wins', 'board-room'])
  expect(answer.open?.boards.map(({ board }) => board)).toEqual(['pay', 'wins', 'board-room'])
  expect((await step(admin, 'bookings')).body.code).toBe('unknown-board')
  expect((await step(admin, 'wins')).status).toBe(200)
})
