// Spiffs in a whole feed: earned on phones, decided once whatever restarts and whoever presses at the same time, and paid.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SpiffAnswer, SpiffDecided, SpiffsAnswer, SpiffTryAnswer } from '../../../shared/wire/spiffs.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor:
  name: Floor
  timeZone: America/New_York
  currency: USD
  thanks: { perDay: 5 }
  byHand: [{ what: deal }]
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, team: east }
  - { id: bo, name: "=Bo Lind", team: west }
  - { id: cy, name: Cy Day, team: west }
metrics:
  - { id: revenue, name: Revenue, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
  - { id: calls, name: Calls, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: call }], date: at } }
spiffs:
  - { id: hands, name: Helping hands, for: help, amount: 10, budget: 25, from: 2026-11-16, until: 2026-11-30,
      paidBy: "@Sales", state: running }
  - { id: wins, name: Won together, for: shared-win, amount: 20, budget: 500, from: 2026-11-16, until: 2026-11-30, state: running }
  - { id: secret, name: Secret, for: handover, amount: 5, budget: 50, from: 2026-11-16, until: 2026-11-30 }
`

let now = 0
let feed: TestFeed
let admin: FeedBrowser
let ana: FeedBrowser
let bo: FeedBrowser
beforeEach(async () => {
  now = Date.parse('2026-11-20T20:00:00Z')
  feed = await startTestFeed({ clock: { now: () => now }, firstFloorText: floorText })
  admin = await openAdmin(feed)
  ana = await join('ana', 'viewer', { person: 'ana' })
  bo = await join('bo', 'viewer', { person: 'bo' })
})
afterEach(() => feed.close())

const join = (name: string, role: string, more: object = {}) =>
  joinAs(feed, admin, { email: `${name}@northwind.test`, role, ...more })
const uuid = (nth: number): string => `7f1f3a54-6a58-4a3e-9a39-${String(nth).padStart(12, '0')}`
const thank = async (browser: FeedBrowser, nth: number, colleague: string) => {
  const said = {
    way: 'helped',
    colleague,
    words: '=Took my demo.',
    account: 'Globex',
    how: 'sat-in',
    at: now,
  }
  expect((await browser.put(`/api/v1/thanks/${uuid(nth)}`, said)).status).toBe(200)
}
const list = async (browser: FeedBrowser) => SpiffsAnswer.parse((await browser.get('/api/v1/spiffs')).body)
const one = async (browser: FeedBrowser, id: string) =>
  SpiffAnswer.parse((await browser.get(`/api/v1/spiffs/${id}`)).body)
const decide = (browser: FeedBrowser, id: string, body: object) =>
  browser.post(`/api/v1/spiffs/${id}/decisions`, body)
const approval = (answer: SpiffAnswer) => ({
  approve: true,
  lines: answer.due
    .filter(({ mayDecide }) => mayDecide)
    .map(({ key, amountMinor }) => ({ key, amountMinor })),
})
const sums = async (id: string) =>
  (await list(admin)).spiffs.find(({ spiff }) => spiff.id === id)?.sums ?? null

test('[K28][K32][K35] a help is approved once, by whoever was first, over restarts; what is corrected moves no amount', async () => {
  await thank(ana, 1, 'bo')
  await thank(ana, 2, 'bo')
  await thank(ana, 3, 'bo')
  await thank(bo, 4, 'cy')
  // Two of a pair, and what is left of the budget.
  const before = await one(admin, 'hands')
  expect(before.due.map(({ person, amountMinor, cut }) => [person.id, amountMinor, cut])).toEqual([
    ['bo', 1000, null],
    ['bo', 1000, null],
    ['bo', 0, 'pair'],
    ['cy', 500, 'budget'],
  ])
  expect(await sums('hands')).toEqual({
    ...{ budgetMinor: 2500, approvedMinor: 0, dueMinor: 2500, waiting: 3, yours: 3 },
  })
  // Both press at once; what was seen is approved once.
  const dana = await join('dana', 'manager')
  const both = await Promise.all([
    decide(admin, 'hands', approval(before)),
    decide(dana, 'hands', approval(before)),
  ])
  const said = both.map(({ body }) => SpiffDecided.parse(body))
  expect(said.map(({ done }) => done).sort()).toEqual([0, 3])
  expect(said.map(({ already }) => already).sort()).toEqual([0, 3])
  await feed.restart()
  expect(await sums('hands')).toMatchObject({ approvedMinor: 2500, dueMinor: 0, waiting: 0 })
  expect(SpiffDecided.parse((await decide(admin, 'hands', approval(before))).body)).toMatchObject({
    ...{ done: 0, changed: 0, already: 3 },
  })

  // Taken back, and the amount of the spiff is another one.
  expect((await ana.delete(`/api/v1/thanks/${uuid(1)}`)).status).toBe(200)
  const { version } = (await admin.get('/api/v1/floor')).body
  const edits = [{ do: 'set', list: 'spiffs', id: 'hands', fields: { amount: 3, budget: 4 } }]
  expect((await admin.post('/api/v1/floor/edits', { version, edits })).status).toBe(200)
  await feed.restart()
  const after = await one(admin, 'hands')
  expect(after.decided.map(({ person, amountMinor, changed }) => [person.id, amountMinor, changed])).toEqual(
    expect.arrayContaining([
      ['bo', 1000, 'gone'],
      ['bo', 1000, null],
      ['cy', 500, null],
    ]),
  )
  expect(after.due.every(({ amountMinor }) => amountMinor === 0)).toBe(true)
  expect(await list(bo)).toMatchObject({ ownSums: { approvedMinor: 2000, dueMinor: 0 } })

  // Removed, it stays who was paid what; no cell is a formula.
  const floor = (await admin.get('/api/v1/floor')).body
  const remove = [{ do: 'remove', list: 'spiffs', id: 'hands' }]
  expect((await admin.post('/api/v1/floor/edits', { version: floor.version, edits: remove })).status).toBe(
    200,
  )
  const csv = (await admin.get('/api/v1/spiffs/payouts.csv')).text.trim().split('\r\n')
  expect(csv[0]).toBe(
    'spiff,on,who,for,with,what,customer,amount,currency,approved on,approved by,paid by,changed since',
  )
  expect(csv).toHaveLength(4)
  expect(csv.some((line) => line.includes(`"'=Bo Lind",help,Ana Ruiz,"'=Took my demo.",Globex,10,USD`))).toBe(
    true,
  )
  expect(csv.every((line, at) => at === 0 || line.includes(`"'@Sales"`))).toBe(true)
  expect(await list(bo)).toMatchObject({ own: [{ amountMinor: 1000 }, { amountMinor: 1000 }] })
})

test('[K33] who looks after somebody decides, of nobody else and not of themselves; reps see their own, leaders what all get', async () => {
  await thank(ana, 1, 'bo')
  await thank(bo, 2, 'ana')
  const west = await join('wes', 'manager', { teams: ['west'] })
  const own = await join('own', 'manager', { person: 'bo' })
  const leader = await join('lea', 'leader')
  const seen = await one(west, 'hands')
  expect(seen.due.map(({ person }) => person.id)).toEqual(['bo'])
  const all = await one(admin, 'hands')
  const ofAna = all.due.find(({ person }) => person.id === 'ana')
  const ofBo = all.due.find(({ person }) => person.id === 'bo')
  if (!ofAna || !ofBo) throw new Error('both are due')
  const body = ({ key, amountMinor }: typeof ofAna, more: object = {}) => ({
    ...{ approve: true, lines: [{ key, amountMinor }] },
    ...more,
  })
  expect((await decide(west, 'hands', body(ofAna))).status).toBe(403)
  expect((await decide(own, 'hands', body(ofBo))).body.message).toContain('Somebody else decides')
  expect((await decide(bo, 'hands', body(ofBo))).status).toBe(403)
  expect((await decide(leader, 'hands', body(ofBo))).status).toBe(403)
  // Another amount than what was seen is not approved; a refusal says why.
  expect((await decide(west, 'hands', body({ ...ofBo, amountMinor: 999 }))).body).toMatchObject({
    changed: 1,
  })
  expect((await decide(west, 'hands', body(ofBo, { approve: false }))).status).toBe(400)
  expect((await decide(west, 'hands', body(ofBo, { approve: false, reason: 'Twice.' }))).body).toMatchObject({
    done: 1,
  })
  expect((await one(leader, 'hands')).decided).toMatchObject([
    { state: 'refused', decided: { reason: 'Twice.' }, amountMinor: 0 },
  ])
  const mine = await list(bo)
  expect(mine.own).toMatchObject([{ state: 'refused', decided: { reason: 'Twice.' } }])
  expect(mine.spiffs.map(({ spiff, sums: of }) => [spiff.id, of])).toEqual([
    ['hands', null],
    ['wins', null],
  ])
  expect((await one(bo, 'hands')).due).toEqual([])
  expect((await bo.get('/api/v1/spiffs/secret')).status).toBe(404)
  expect((await list(west)).spiffs).toHaveLength(3)
  expect((await feed.ask('/api/v1/spiffs')).status).toBe(401)
  expect((await decide(west, 'secret', body(ofBo))).status).toBe(404)
})

test('[K36] who helped to win a deal is said on the phone that enters it, and is paid for it', async () => {
  const entry = {
    ...{ person: 'ana', what: 'deal', at: now, outcome: null, account: 'Globex', amountMinor: 100_000 },
    ...{ helper: 'bo', helperPercent: 20, version: 1 },
  }
  const put = (body: object) => ana.put(`/api/v1/by-hand/${uuid(9)}`, body)
  expect((await put({ ...entry, helper: 'ana' })).status).toBe(400)
  expect((await put({ ...entry, helper: 'zoe' })).body.message).toContain('works here')
  const answer = await put(entry)
  expect(answer.body).toMatchObject({
    ...{ isShared: true, colleagues: [{ id: 'bo' }, { id: 'cy' }] },
    entries: [{ helper: 'bo', helperPercent: 20, amountMinor: 100_000 }],
  })
  expect((await one(admin, 'wins')).due).toMatchObject([
    { person: { id: 'bo' }, other: { id: 'ana' }, amountMinor: 2000, account: 'Globex' },
  ])
  const rows = (await admin.get('/api/v1/metrics/revenue?by=rep&window=month')).body.rows
  expect(rows.map(({ value }: { value: number }) => value)).toEqual([80_000, 20_000, 0])
  expect((await put({ ...entry, helper: null, helperPercent: null, version: 2 })).status).toBe(200)
  expect((await one(admin, 'wins')).due).toEqual([])
})

test('[K34] a spiff is tried before it runs, and only by whoever makes them', async () => {
  await thank(ana, 1, 'bo')
  const spiff = {
    id: 'new',
    name: 'New',
    for: 'help',
    amount: 10,
    budget: 100,
    from: '2026-12-01',
    until: '2026-12-31',
  }
  const answer = SpiffTryAnswer.parse((await admin.post('/api/v1/spiffs/try', { spiff })).body)
  expect(answer).toMatchObject({
    people: [{ person: { id: 'bo' }, payments: 1, amountMinor: 1000 }],
    warnings: [{ id: 'no-cap' }, { id: 'pair' }],
  })
  const metric = { ...spiff, for: 'metric', metric: 'callz' }
  expect((await admin.post('/api/v1/spiffs/try', { spiff: metric })).body.message).toContain('did you mean')
  expect((await bo.post('/api/v1/spiffs/try', { spiff })).status).toBe(403)
})

test('[K28] a number is paid for by what was there before it was asked for, too, and over a restart', async () => {
  const call = (nth: number) => ({
    ...{ source: 'dialer', id: `c${nth}`, type: 'activity', kind: 'call', at: '2026-11-19T15:00:00Z' },
    credits: [{ rep: 'cy' }],
  })
  expect((await admin.post('/api/v1/facts', { facts: [1, 2, 3, 4, 5].map(call) })).status).toBe(200)
  const { version } = (await admin.get('/api/v1/floor')).body
  const entry = {
    ...{ id: 'calls', name: 'Calls', for: 'metric', metric: 'calls', each: 2, amount: 3, budget: 90 },
    ...{ from: '2026-11-16', until: '2026-11-30', state: 'running' },
  }
  const edits = [{ do: 'add', list: 'spiffs', entry, before: null }]
  expect((await admin.post('/api/v1/floor/edits', { version, edits })).status).toBe(200)
  const due = async () =>
    (await one(admin, 'calls')).due.map(({ nth, amountMinor, what }) => [nth, amountMinor, what])
  const both = [
    [1, 300, 'Calls'],
    [2, 300, 'Calls'],
  ]
  expect(await due()).toEqual(both)
  await feed.restart()
  expect(await due()).toEqual(both)
  const later = (await admin.get('/api/v1/floor')).body.version
  const remove = [{ do: 'remove', list: 'metrics', id: 'calls', everywhere: true }]
  const refused = await admin.post('/api/v1/floor/edits', { version: later, edits: remove })
  expect([refused.status, refused.body.code]).toEqual([409, 'in-use'])
})
