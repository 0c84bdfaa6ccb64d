import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type NewThanks, ThanksAnswer } from '../../../shared/wire/thanks.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor:
  name: Floor
  timeZone: America/New_York
  currency: USD
  thanks: { perDay: 2 }
teams: [{ id: east, name: East }, { id: west, name: West }]
people:
  - { id: ana, name: Ana Ruiz, team: east }
  - { id: bo, name: Bo Lind, team: west }
  - { id: cy, name: Cy Gone, team: east, endedOn: 2026-06-30 }
  - { id: dee, name: Dee Quiet, team: west, celebrate: quiet }
metrics:
  - { id: help-given, name: Help given, objective: How often?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: help }], date: at } }
  - { id: all-work, name: All work, objective: How much?, indicator: input, question: activity, unit: count,
      of: { from: activity, date: at } }
boards: [{ id: thank-you, title: Thank you, kind: thanks }]
playlists: [{ id: all, name: All, items: [{ board: thank-you }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
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
const of = (nth: number): string => `/api/v1/thanks/7f1f3a54-6a58-4a3e-9a39-${String(nth).padStart(12, '0')}`
const said = (more: Partial<NewThanks> = {}): NewThanks => ({
  ...{ way: 'helped', colleague: 'bo', words: 'Took my demo.', account: 'Globex', how: null, at: now },
  ...more,
})
const list = async (browser: FeedBrowser): Promise<ThanksAnswer> =>
  ThanksAnswer.parse((await browser.get('/api/v1/thanks')).body)
const total = async (metric: string): Promise<number> =>
  (await admin.get(`/api/v1/metrics/${metric}?by=org&window=month`)).body.total
const wall = async () => {
  const { rows, given } = (await admin.get('/api/v1/boards/thank-you')).body
  return {
    given,
    cards: Object.values<{ name: string; helped: { name: string }; words: string }>(rows).map(
      ({ name, helped, words }) => [name, helped.name, words],
    ),
  }
}

describe('thanks between colleagues', () => {
  test('[K40][K46] who was helped says so: it counts for the helper at once, and stands on the wall', async () => {
    expect(await list(ana)).toMatchObject({
      isOn: true,
      person: { id: 'ana' },
      // Neither oneself nor who has left.
      colleagues: [{ id: 'bo' }, { id: 'dee' }],
      perDay: 2,
    })
    expect((await ana.put(of(1), said())).status).toBe(200)
    expect(await total('help-given')).toBe(1)
    expect(await wall()).toEqual({ given: 1, cards: [['Bo Lind', 'Ana Ruiz', 'Took my demo.']] })
    // Sent twice, it is there once; another’s id is not theirs.
    expect((await ana.put(of(1), said())).status).toBe(200)
    expect((await bo.put(of(1), said({ colleague: 'dee' }))).status).toBe(403)
    expect(await total('help-given')).toBe(1)
    await feed.restart()
    expect((await wall()).given).toBe(1)
    const [own] = (await list(bo)).own
    expect(own).toMatchObject({
      helper: { id: 'bo' },
      helped: { id: 'ana' },
      isConfirmed: true,
      mayTakeBack: false,
    })
  })

  test('[K41] what the helper says first counts nowhere until the one helped confirms it', async () => {
    const first = said({ way: 'helper', colleague: 'ana' })
    expect((await bo.put(of(1), first)).status).toBe(200)
    expect(await Promise.all(['help-given', 'all-work'].map(total))).toEqual([0, 0])
    expect((await wall()).given).toBe(0)
    expect((await list(bo)).own).toMatchObject([{ isConfirmed: false, mayTakeBack: true }])
    expect((await list(ana)).awaiting).toMatchObject([
      { helper: { id: 'bo', name: 'Bo Lind' }, words: 'Took my demo.' },
    ])
    const dee = await join('dee', 'viewer', { person: 'dee' })
    expect((await dee.post(`${of(1)}/confirm`, {})).status).toBe(404)
    expect((await bo.post(`${of(1)}/confirm`, {})).status).toBe(404)
    // It waits over a restart.
    await feed.restart()
    expect((await ana.post(`${of(1)}/confirm`, {})).status).toBe(200)
    expect((await ana.post(`${of(1)}/confirm`, {})).status).toBe(200)
    expect(await total('help-given')).toBe(1)
    expect((await list(ana)).awaiting).toEqual([])
    // A week after it happened it is too old, and gone.
    await bo.put(of(2), said({ way: 'helper', colleague: 'ana', at: now - 6 * 86_400_000 }))
    expect((await list(ana)).awaiting).toHaveLength(1)
    now += 86_400_000
    expect((await list(ana)).awaiting).toEqual([])
    expect((await ana.post(`${of(2)}/confirm`, {})).status).toBe(404)
  })

  test('[K42][K43] not for oneself, not for who left, not more a day than the floor says', async () => {
    const refused = async (browser: FeedBrowser, nth: number, body: NewThanks) =>
      (await browser.put(of(nth), body)).body.message
    expect(await refused(ana, 1, said({ colleague: 'ana' }))).toContain('for a colleague')
    expect(await refused(ana, 1, said({ colleague: 'cy' }))).toContain('works here')
    expect(await refused(ana, 1, said({ colleague: 'zoe' }))).toContain('works here')
    expect(await refused(ana, 1, said({ at: now + 3_600_000 }))).toContain('future')
    const answers = await Promise.all([1, 2, 3, 4].map((nth) => ana.put(of(nth), said())))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400, 400])
    // The other way round, and said by the other, it is the same pair.
    expect(await refused(bo, 5, said({ way: 'helper', colleague: 'ana' }))).toContain(
      '2 thanks between the two',
    )
    now += 86_400_000
    expect((await ana.put(of(6), said())).status).toBe(200)
    expect((await admin.put(of(7), said())).status).toBe(403)
    expect((await feed.ask('/api/v1/thanks')).status).toBe(401)
  })

  test('[K44] it is taken back by who said it, or looks after one of the two, and stays so', async () => {
    const dana = await join('dana', 'manager', { teams: ['west'] })
    const elsewhere = await join('eli', 'manager', { teams: ['none'] })
    await ana.put(of(1), said())
    await ana.put(of(2), said())
    expect((await bo.delete(of(1))).status).toBe(403)
    expect((await elsewhere.delete(of(1))).status).toBe(403)
    expect((await list(dana)).lookedAfter).toHaveLength(2)
    expect((await ana.delete(of(1))).status).toBe(200)
    expect((await dana.delete(of(2))).status).toBe(200)
    expect(await total('help-given')).toBe(0)
    expect(await wall()).toEqual({ given: 0, cards: [] })
    // A phone that sends it once more brings nothing back.
    await ana.put(of(1), said())
    expect(await total('help-given')).toBe(0)
  })

  test('[K45] where the floor has none, nobody says any', async () => {
    await feed.close()
    feed = await startTestFeed({
      clock: { now: () => now },
      firstFloorText: floorText
        .replace('  thanks: { perDay: 2 }\n', '')
        .replace('kind: thanks', 'kind: leaderboard, metric: help-given, window: day'),
    })
    admin = await openAdmin(feed)
    ana = await join('ana', 'viewer', { person: 'ana' })
    expect(await list(ana)).toMatchObject({ isOn: false, colleagues: [] })
    expect((await ana.put(of(1), said())).body.message).toContain('takes no thanks')
  })
})
