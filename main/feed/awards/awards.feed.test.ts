// Player of the month in a whole feed: nominated and voted for on phones, decided once whatever restarts, celebrated once; and
// nothing that the feed says tells whom somebody voted for.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AwardsAnswer } from '../../../shared/wire/awards.ts'
import { eventually } from '../../../test/eventually.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { apiAccess } from '../access/route-access.ts'

const floorText = `
floor: { name: Small floor, timeZone: UTC, currency: USD }
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, team: east }
  - { id: bo, name: Bo Lind, team: east }
  - { id: cy, name: Cy Day, team: west }
  - { id: dee, name: Dee Off, team: west, offWall: true }
  - { id: eve, name: Eve Soon, team: east }
awards: [{ id: player, name: Player of the month, from: 2026-11-01, prize: A day off }]
boards:
  - { id: player, title: Player of the month, kind: award, award: player }
  - { id: hall, title: Hall of fame, kind: hall-of-fame }
playlists: [{ id: all, name: All, items: [{ board: player }, { board: hall }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
`

let now = 0
let lines = ''
let feed: TestFeed
let admin: FeedBrowser
let phones: Readonly<Record<'ana' | 'bo' | 'cy' | 'dee' | 'eve', FeedBrowser>>
beforeEach(async () => {
  now = Date.parse('2026-11-20T10:00:00Z')
  lines = ''
  const logger = pino(
    { level: 'trace' },
    new Writable({
      write: (chunk, _, done) => {
        lines += String(chunk)
        done()
      },
    }),
  )
  feed = await startTestFeed({ clock: { now: () => now }, firstFloorText: floorText, logger })
  admin = await openAdmin(feed)
  const phone = (person: string) =>
    joinAs(feed, admin, { email: `${person}@floor.test`, role: 'viewer', person })
  phones = {
    ana: await phone('ana'),
    bo: await phone('bo'),
    cy: await phone('cy'),
    dee: await phone('dee'),
    eve: await phone('eve'),
  }
})
afterEach(async () => {
  await feed.close()
})

const on = '2026-11-01'
const nominations = (nth: number): string =>
  `/api/v1/awards/nominations/7f1f3a54-6a58-4a3e-9a39-${String(nth).padStart(12, '0')}`
const nominate = (of: FeedBrowser, nth: number, person: string, more: object = {}) =>
  of.put(nominations(nth), { award: 'player', on, person, words: `Because of ${person}.`, ...more })
const vote = (of: FeedBrowser, person: string, more: object = {}) =>
  of.put('/api/v1/awards/player/vote', { on, person, ...more })
const stateOf = async (browser = admin) => {
  const { awards } = AwardsAnswer.parse((await browser.get('/api/v1/awards')).body)
  const [state] = awards
  if (state === undefined) throw new Error('no award')
  return state
}
const wall = async () => (await admin.get('/api/v1/boards/player')).body
const said = (answer: { readonly status: number; readonly body: { readonly message: string } }) => [
  answer.status,
  answer.body.message,
]

test('[K76] colleagues nominate each other with a sentence, which goes up on the wall and is taken back', async () => {
  const { ana, bo, cy, dee } = phones
  expect((await nominate(ana, 1, 'bo')).status).toBe(200)
  // Sent twice it is there once.
  await nominate(ana, 1, 'bo')
  await nominate(cy, 2, 'bo', { words: 'He stayed until eight.' })
  await nominate(dee, 3, 'cy')
  expect(said(await nominate(ana, 4, 'ana'))).toEqual([
    400,
    expect.stringContaining('nobody names themselves'),
  ])
  expect(said(await nominate(ana, 4, 'bo'))).toEqual([400, expect.stringContaining('already')])
  expect(said(await nominate(ana, 4, 'dee'))).toEqual([400, expect.stringContaining('Nobody of that name')])
  expect((await nominate(ana, 4, 'cy', { words: 'two\nlines' })).status).toBe(400)
  expect((await nominate(bo, 1, 'cy')).status).toBe(403)
  expect((await nominate(admin, 5, 'cy')).status).toBe(403)
  expect((await feed.ask('/api/v1/awards')).status).toBe(401)
  await nominate(ana, 6, 'cy')
  await nominate(ana, 7, 'eve')
  expect(said(await nominate(ana, 8, 'bo'))[0]).toBe(400)
  await eventually(async () =>
    expect(Object.values((await wall()).rows)).toEqual([
      expect.objectContaining({ name: 'Bo Lind', words: 'Because of bo.', more: 1 }),
      expect.objectContaining({ name: 'Cy Day', more: 1 }),
      expect.objectContaining({ name: 'Eve Soon', more: 0 }),
    ]),
  )
  // Who wrote it: told to themselves, and to who looks after one of the two.
  const authors = async (of: FeedBrowser) =>
    (await stateOf(of)).nominees[0]?.nominations.map(({ author }) => author?.id ?? null)
  expect([await authors(ana), await authors(bo), await authors(admin)]).toEqual([
    ['ana', null],
    [null, null],
    ['ana', 'cy'],
  ])
  const east = await joinAs(feed, admin, { email: 'mo@floor.test', role: 'manager', teams: ['east'] })
  expect((await bo.delete(nominations(1))).status).toBe(403)
  expect((await ana.delete(nominations(1))).status).toBe(200)
  expect((await east.delete(nominations(2))).status).toBe(200)
  expect((await east.delete(nominations(3))).status).toBe(403)
  await eventually(async () => expect((await wall()).standing).toBe(2))
})

test('[K77] [K79] [K80] [K84] one vote each, not for oneself; it is decided once whatever restarts, without whoever left, and nothing is left of the votes', async () => {
  const { ana, bo, cy, dee, eve } = phones
  await nominate(ana, 1, 'bo', { words: 'He stayed until eight.' })
  await nominate(bo, 2, 'cy')
  await nominate(bo, 3, 'ana')
  expect(said(await vote(ana, 'bo'))).toEqual([400, 'It is not open yet.'])
  now = Date.parse('2026-11-27T10:00:00Z')
  expect(said(await vote(bo, 'bo'))).toEqual([400, expect.stringContaining('nobody names themselves')])
  expect(said(await vote(bo, 'eve'))).toEqual([400, expect.stringContaining('do not stand')])
  expect((await vote(admin, 'bo')).status).toBe(403)
  // Twice at once is one vote; the last of several stands.
  await Promise.all([vote(ana, 'bo'), vote(ana, 'bo'), vote(ana, 'bo')])
  await vote(cy, 'ana')
  await vote(cy, 'bo')
  await vote(dee, 'cy')
  await vote(eve, 'cy')
  expect((await stateOf()).turnout).toEqual({ voted: 4, voters: 5 })
  expect((await stateOf(ana)).turnout).toBeNull()
  expect([(await stateOf(ana)).hasVoted, (await stateOf(bo)).hasVoted]).toEqual([true, false])
  // Eve leaves before it is decided: without her vote Bo has more than Cy.
  const { version } = (await admin.get('/api/v1/floor')).body
  const left = { do: 'set', list: 'people', id: 'eve', fields: { endedOn: '2026-11-30' } }
  expect((await admin.post('/api/v1/floor/edits', { version, edits: [left] })).status).toBe(200)

  now = Date.parse('2026-12-02T15:59:58Z')
  for (let nth = 0; nth < 3; nth += 1) {
    await feed.restart()
    now += 1500
  }
  await eventually(async () => expect((await stateOf()).past).toHaveLength(1))
  expect((await stateOf()).past[0]).toMatchObject({
    ...{ on, period: expect.stringContaining('2026'), voted: 3, voters: 4, changedSince: false },
    winners: [{ person: 'bo', name: 'Bo Lind', words: 'He stayed until eight.', votes: null }],
  })
  expect(said(await vote(ana, 'cy'))).toEqual([400, expect.stringContaining('is decided')])
  const celebrated = async () =>
    (await admin.get('/api/v1/celebrations')).body.celebrations.filter(
      ({ id }: { id: string }) => id === `award:player:${on}:won`,
    )
  await eventually(async () => expect(await celebrated()).toHaveLength(1))
  await feed.restart()
  now += 60_000
  await eventually(async () =>
    expect((await wall()).chosen?.winners).toEqual([expect.objectContaining({ name: 'Bo Lind' })]),
  )
  expect(await celebrated()).toHaveLength(1)
  expect((await stateOf()).past).toHaveLength(1)
  expect((await admin.get('/api/v1/boards/hall')).body.rows).toEqual({
    [`award player ${on}`]: expect.objectContaining({ called: 'Player of the month', prize: 'A day off' }),
  })
  const files = ['votes.db', 'votes.db-wal'].map((name) => readFileSync(join(feed.folder, name), 'latin1'))
  for (const trace of ['Because of', 'until eight', 'dee', 'eve']) expect(files.join()).not.toContain(trace)
})

test('[K80] whom somebody votes for changes nothing that the feed answers, writes into its log, or says in its lines', async () => {
  const { ana, bo, cy, eve } = phones
  const manager = await joinAs(feed, admin, {
    email: 'mo@floor.test',
    role: 'manager',
    teams: ['east', 'west'],
  })
  await nominate(ana, 1, 'bo')
  await nominate(bo, 2, 'cy')
  await nominate(bo, 3, 'ana')
  now = Date.parse('2026-11-27T10:00:00Z')
  await vote(eve, 'cy')
  await vote(ana, 'bo')
  const routes = Object.keys(apiAccess).flatMap((route) => {
    const [method, path = ''] = route.split(' ')
    return method === 'GET' && !path.includes(':') ? [path] : []
  })
  const boards = ['/api/v1/boards/player', '/api/v1/boards/player/figures', '/api/v1/boards/hall']
  expect(routes.length).toBeGreaterThan(40)
  const own = ['/api/v1/awards', '/api/v1/thanks', ...boards]
  const asked = [
    ...[...routes, ...boards].map((path) => ['admin', admin, path] as const),
    ...Object.entries({ manager, ana, bo, cy }).flatMap(([name, who]) =>
      own.map((path) => [name, who, path] as const),
    ),
  ]
  const ask = async (): Promise<ReadonlyMap<string, string>> => {
    const answers = new Map<string, string>()
    // A connection that was left alone for long is closed just as it is used again: what fails so is asked once more.
    const textOf = async (who: FeedBrowser, path: string): Promise<string> =>
      (await who.get(path).catch(() => who.get(path))).text
    for (let first = 0; first < asked.length; first += 6) {
      const some = asked.slice(first, first + 6)
      const texts = await Promise.all(some.map(([, who, path]) => textOf(who, path)))
      for (const [nth, [name, , path]] of some.entries()) answers.set(`${name} ${path}`, texts[nth] ?? '')
    }
    return answers
  }
  const once = await ask()
  const again = await ask()
  // What says when it was asked, or how often, is another answer each time.
  const steady = [...once].filter(([key, text]) => again.get(key) === text).map(([key]) => key)
  expect(once.size - steady.length).toBeLessThan(15)
  for (const name of ['admin', 'manager', 'ana', 'bo']) expect(steady).toContain(`${name} /api/v1/awards`)
  const log = () => readFileSync(join(feed.folder, 'floor.db-wal'))
  const before = log()
  lines = ''
  expect((await vote(ana, 'cy')).status).toBe(200)
  const told = lines
  lines = ''
  expect((await vote(ana, 'bo')).status).toBe(200)
  expect((await vote(ana, 'cy')).status).toBe(200)
  const after = await ask()
  for (const key of steady) expect([key, after.get(key)]).toEqual([key, once.get(key)])
  expect(log().equals(before)).toBe(true)
  for (const word of ['"cy"', '"bo"', 'Cy Day', 'Bo Lind']) expect(told).not.toContain(word)

  // Nor when it is decided: only who was chosen, and how many voted.
  now = Date.parse('2026-12-02T16:00:01Z')
  await eventually(async () => expect((await stateOf()).past[0]?.voted).toBe(2))
  expect((await stateOf()).past[0]?.winners.map(({ person }) => person)).toEqual(['cy'])
  const { past } = await stateOf(manager)
  expect(JSON.stringify(past)).not.toMatch(/"(ana|eve)"|Ana|Eve Soon/)
})
