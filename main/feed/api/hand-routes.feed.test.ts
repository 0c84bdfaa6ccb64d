import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HandAnswer, type HandEntry } from '../../../shared/wire/by-hand.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'

const floorText = `
floor:
  name: Floor
  timeZone: America/New_York
  currency: USD
  byHand:
    - { what: call }
    - { what: demo, outcomes: [good, no show] }
    - { what: deal, by: managers, most: 250000 }
  takenFrom: [{ kinds: [meeting], source: calendar }]
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, team: east }
  - { id: bo, name: Bo Lind, team: west }
  - { id: cy, name: Cy Gone, team: east, endedOn: 2026-06-30 }
metrics:
  - { id: calls, name: Calls, objective: How much?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: call }], date: at } }
  - { id: talks, name: Talks, objective: How many spoke?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: call }, { field: conversation, is: true }], date: at } }
  - { id: revenue, name: Revenue, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
celebrations:
  - { id: gong, name: Gong, on: { from: deal, where: [{ field: status, is: won }] } }
boards: [{ id: calls, title: Calls, kind: leaderboard, metric: calls, window: day }]
playlists: [{ id: all, name: All, items: [{ board: calls }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
`

let now = 0
let feed: TestFeed
let admin: FeedBrowser
let ana: FeedBrowser
beforeEach(async () => {
  now = Date.parse('2026-11-20T20:00:00Z')
  feed = await startTestFeed({ clock: { now: () => now }, firstFloorText: floorText })
  admin = await openAdmin(feed)
  ana = await join('ana', 'viewer', { person: 'ana' })
})
afterEach(() => feed.close())

const join = (name: string, role: string, more: object = {}) =>
  joinAs(feed, admin, { email: `${name}@northwind.test`, role, ...more })
const idOf = (nth: number): string => `7f1f3a54-6a58-4a3e-9a39-${String(nth).padStart(12, '0')}`
const of = (nth: number): string => `/api/v1/by-hand/${idOf(nth)}`
const call = (more: Partial<HandEntry> = {}): HandEntry => ({
  ...{ person: 'ana', what: 'call', at: now, outcome: null, account: null, amountMinor: null, version: 1 },
  ...{ helper: null, helperPercent: null },
  ...more,
})
const deal = (amountMinor: number | null, more: Partial<HandEntry> = {}): HandEntry =>
  call({ what: 'deal', account: 'Northwind Traders', amountMinor, ...more })
const list = async (browser: FeedBrowser, person?: string): Promise<HandAnswer> =>
  HandAnswer.parse((await browser.get(`/api/v1/by-hand${person ? `?person=${person}` : ''}`)).body)
const total = async (metric: string): Promise<number> =>
  (await admin.get(`/api/v1/metrics/${metric}?by=org&window=month`)).body.total

/** By the log, which is read while the feed is down. */
const whoEntered = async (): Promise<readonly (readonly [string, string])[]> => {
  const found: [string, string][] = []
  await feed.restart(async () => {
    const { log } = await openSqliteStore({ folder: feed.folder, decide: (before) => before })
    for await (const page of log.entriesAfter(0))
      for (const entry of page)
        if (entry.kind === 'fact' && entry.after?.fact.source === 'by-hand')
          found.push([entry.after.fact.id, entry.by])
    await log.close()
  })
  return found
}

describe('[F119] what a floor lets people enter by hand', () => {
  test('a rep for themselves, who looks after them too, and nobody else', async () => {
    const own = await list(ana)
    expect(own).toMatchObject({
      person: { id: 'ana', name: 'Ana Ruiz' },
      choices: [
        { what: 'call', outcomes: ['conversation', 'voicemail'], mostMinor: null, today: 0 },
        { what: 'demo', outcomes: ['good', 'no show'] },
      ],
      entries: [],
      people: [],
      currency: 'USD',
      timeZone: 'America/New_York',
      now,
    })
    const dana = await join('dana', 'manager', { teams: ['east'] })
    const forAna = await list(dana, 'ana')
    expect(forAna.choices.map(({ what, mostMinor }) => [what, mostMinor])).toEqual([
      ['call', null],
      ['demo', null],
      ['deal', 25_000_000],
    ])
    expect(forAna.people).toEqual([{ id: 'ana', name: 'Ana Ruiz' }])
    expect((await list(admin)).people.map(({ id }) => id)).toEqual(['ana', 'bo'])
    expect(await list(admin)).toMatchObject({ person: null, choices: [] })

    const leader = await join('leo', 'leader')
    const stranger = await join('vi', 'viewer')
    for (const [browser, person] of [
      [ana, 'bo'],
      [dana, 'bo'],
      [leader, 'ana'],
      [stranger, 'ana'],
      [admin, 'zoe'],
    ] as const) {
      expect((await browser.get(`/api/v1/by-hand?person=${person}`)).status).toBe(404)
      expect((await browser.put(of(1), call({ person }))).status).toBe(404)
      expect((await browser.delete(`${of(1)}?person=${person}&version=2`)).status).toBe(404)
    }
    expect((await feed.ask('/api/v1/by-hand')).status).toBe(401)
    expect((await ana.put(of(1), deal(100))).body.message).toContain('not from you')
    expect((await ana.put(of(1), call({ what: 'meeting' }))).status).toBe(400)
    expect((await ana.put('/api/v1/by-hand/one', call())).body.code).toBe('bad-query')
  })

  test('it counts, with whoever entered it in the log', async () => {
    const dana = await join('dana', 'manager', { teams: ['east'] })
    await ana.put(of(1), call({ outcome: 'conversation' }))
    await dana.put(of(2), call({ outcome: 'voicemail' }))
    expect(await Promise.all(['calls', 'talks'].map(total))).toEqual([2, 1])
    const { choices, entries } = await list(ana)
    expect(choices[0]).toMatchObject({ what: 'call', today: 2 })
    expect(entries.map(({ outcome, mayChange }) => [outcome, mayChange])).toEqual([
      ['conversation', true],
      ['voicemail', true],
    ])
    const accounts = (await admin.get('/api/v1/accounts')).body.accounts
    const idBy = (email: string): string =>
      accounts.find((each: { readonly email: string }) => each.email === email).id
    expect(await whoEntered()).toEqual([
      [idOf(1), `account:${idBy('ana@northwind.test')}`],
      [idOf(2), `account:${idBy('dana@northwind.test')}`],
    ])
  })
})

describe('[F120] on a network that comes and goes', () => {
  test('what is sent twice is there once, in whatever order its states come', async () => {
    for (const version of [1, 1, 2, 1]) await ana.put(of(1), call({ version, account: `state ${version}` }))
    expect(await total('calls')).toBe(1)
    expect((await list(ana)).entries).toMatchObject([{ version: 2, account: 'state 2' }])
    const gone = HandAnswer.parse((await ana.delete(`${of(1)}?person=ana&version=3`)).body)
    expect(gone.entries).toEqual([])
    for (const version of [1, 2, 3]) expect((await ana.put(of(1), call({ version }))).status).toBe(200)
    expect((await ana.delete(`${of(1)}?person=ana&version=3`)).status).toBe(200)
    expect([await total('calls'), (await list(ana)).entries]).toEqual([0, []])
  })

  test('it stands after a restart of the feed, and a day that is over is in the list still', async () => {
    await ana.put(of(1), call())
    await ana.put(of(2), call({ at: now - 6 * 86_400_000 }))
    await feed.restart()
    now += 2 * 86_400_000
    const { entries, choices } = await list(ana)
    expect(entries.map(({ id }) => id)).toEqual([idOf(1)])
    expect(choices[0]?.today).toBe(0)
  })
})

test('[F121] what cannot be is refused in words, and nothing of it is kept', async () => {
  const day = 86_400_000
  const refused: readonly (readonly [HandEntry, RegExp])[] = [
    [call({ at: now + 10 * 60_000 }), /future/],
    [call({ at: now - 8 * day }), /7 days/],
    [call({ what: 'demo', outcome: 'splendid' }), /outcome/],
    [deal(0), /amount/],
    [deal(-100), /amount/],
    [deal(null), /amount/],
    [deal(25_000_001), /more than/],
    [deal(0.5), /amountMinor/],
    [call({ account: 'a\nb' }), /account/],
    [call({ version: 0 }), /version/],
  ]
  for (const [entry, words] of refused) {
    const { status, body } = await admin.put(of(1), entry)
    expect([entry, status, words.test(body.message)]).toEqual([entry, 400, true])
  }
  expect((await list(admin, 'ana')).entries).toEqual([])
})

test('[F122] one’s own of the last days is corrected and taken back; what only managers enter, by them', async () => {
  await admin.put(of(1), deal(1_000_000))
  const [shown] = (await list(ana)).entries
  expect(shown).toMatchObject({ what: 'deal', mayChange: false, mayWithdraw: false })
  expect((await ana.delete(`${of(1)}?person=ana&version=2`)).status).toBe(403)
  expect((await ana.put(of(1), call({ version: 2 }))).status).toBe(403)
  expect((await admin.put(of(1), deal(900_000, { version: 2 }))).status).toBe(200)
  expect(await total('revenue')).toBe(900_000)
  // An id is of one person, and stays what it is.
  expect((await admin.put(of(1), deal(100, { person: 'bo', version: 3 }))).status).toBe(403)
  expect((await admin.put(of(1), call({ version: 3 }))).body.message).toContain('stays what it is')
  await ana.put(of(2), call({ at: now - 6 * 86_400_000 }))
  now += 2 * 86_400_000
  expect((await ana.delete(`${of(2)}?person=ana&version=2`)).body.message).toContain('7 days')
  expect(await total('calls')).toBe(1)

  // What nobody enters any more is taken back all the same.
  await ana.put(of(3), call())
  const version = Number((await admin.get('/api/v1/floor')).body.version)
  const edit = { do: 'floor', fields: { byHand: null } }
  expect((await admin.post('/api/v1/floor/edits', { id: idOf(99), version, edits: [edit] })).status).toBe(200)
  const [kept] = (await list(ana)).entries
  expect(kept).toMatchObject({ mayChange: false, mayWithdraw: true })
  expect((await ana.put(of(3), call({ version: 2 }))).status).toBe(400)
  expect((await ana.delete(`${of(3)}?person=ana&version=2`)).status).toBe(200)
  expect(await total('calls')).toBe(1)
})

test('[F124] a deal that is entered by hand is celebrated as any other is, once, and taken back with it', async () => {
  const celebrated = async () => (await admin.get('/api/v1/celebrations')).body.celebrations
  await admin.put(of(1), deal(1_820_000))
  await admin.put(of(1), deal(1_820_000))
  await expect.poll(celebrated).toHaveLength(1)
  const [gong] = await celebrated()
  expect(JSON.stringify(gong)).toContain('Ana Ruiz')
  await admin.delete(`${of(1)}?person=ana&version=2`)
  await expect.poll(async () => (await celebrated())[0].state).toMatch(/cancelled|taken/)
})
