import { afterEach, beforeEach, expect, test } from 'vitest'
import { BoardPreviewAnswer } from '../../../shared/wire/board-draft.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'

let feed: TestFeed
let admin: FeedBrowser
beforeEach(async () => {
  feed = await startTestFeed()
  await feed.postFacts(
    JSON.stringify({ facts: [won('d1', 40_000), call('c1', { credits: [{ rep: 'marcus' }] })] }),
  )
  admin = await openAdmin(feed)
})
afterEach(() => feed.close())

const preview = async (board: object, who: FeedBrowser = admin): Promise<BoardPreviewAnswer> => {
  const { status, body, text } = await who.post('/api/v1/boards/preview', {
    board: { id: 'made', title: 'Made', ...board },
  })
  expect(status, text).toBe(200)
  return BoardPreviewAnswer.parse(body)
}
const ranking = { kind: 'leaderboard', metric: 'revenue', window: 'quarter' }

test('[H86] a board is shown as it would be with the numbers that stand, and the floor has none of it', async () => {
  const before = (await admin.get('/api/v1/floor')).body
  const { shown, faults } = await preview(ranking)
  expect(faults).toEqual([])
  expect(shown?.view).toMatchObject({
    id: 'made',
    kind: 'leaderboard',
    rows: { priya: { value: 40_000 }, marcus: { value: 0 } },
  })
  expect(shown?.stage).toMatchObject({
    playlists: { preview: [{ board: 'made' }] },
    floor: { currency: 'USD' },
  })
  expect((await admin.get('/api/v1/floor')).body).toEqual(before)
  expect((await admin.get('/api/v1/boards/made')).status).toBe(404)
  // It moves as the numbers do.
  await admin.post('/api/v1/facts', { facts: [won('d2', 5_000)] })
  expect((await preview(ranking)).shown?.view).toMatchObject({ rows: { priya: { value: 45_000 } } })
})

test('[H86] what the floor would refuse is told by the choice that it is about, and nothing is shown', async () => {
  const refused = async (board: object) => {
    const { faults, shown, advice } = await preview(board)
    expect([shown, advice]).toEqual([null, []])
    return faults.map(({ at }) => at)
  }
  expect(await refused({ ...ranking, metric: 'nothing' })).toEqual(['metric'])
  expect(await refused({ ...ranking, window: 'soon' })).toEqual(['window'])
  expect(await refused({ ...ranking, scope: { team: 'nowhere' } })).toEqual(['scope'])
  expect(await refused({ kind: 'unheard-of' })).toEqual(['kind'])
  expect(await refused({ kind: 'accountability', metrics: ['revenue'] })).toEqual(['metrics'])
})

test('[H87] advice is of the numbers that stand', async () => {
  const codes = async (board: object) => (await preview(board)).advice.map(({ code }) => code)
  expect(await codes(ranking)).toContain('not-paired')
  expect(await codes({ ...ranking, pair: { metric: 'calls', window: 'week' } })).not.toContain('not-paired')
})

test('[H86] a manager of named teams is shown nothing of others but what walls show anyway', async () => {
  const jo = await joinAs(feed, admin, { email: 'jo@example.com', role: 'manager', teams: ['london'] })
  expect((await preview(ranking, jo)).shown).not.toBeNull()
  expect((await preview({ ...ranking, audience: 'leadership' }, jo)).faults).toMatchObject([{ at: 'scope' }])
  const { version, file } = (await admin.get('/api/v1/floor')).body
  // A number that no wall shows.
  const secret = { ...file.metrics[0], id: 'secret', name: 'Secret' }
  const added = await admin.post('/api/v1/floor/edits', {
    version,
    edits: [{ do: 'add', list: 'metrics', entry: secret }],
  })
  expect(added.status, added.text).toBe(200)
  const hidden = { ...ranking, metric: 'secret' }
  expect((await preview(hidden, jo)).faults).toMatchObject([{ at: 'scope' }])
  expect((await preview({ ...hidden, scope: { team: 'east' } }, jo)).shown).toBeNull()
  expect((await preview({ ...hidden, scope: { team: 'london' } }, jo)).shown).not.toBeNull()
  const viewer = await joinAs(feed, admin, { email: 'vi@example.com', role: 'viewer' })
  expect((await viewer.post('/api/v1/boards/preview', { board: { id: 'made', ...ranking } })).status).toBe(
    403,
  )
})

test('[H93] a manager is told what their edit would move, and is refused what is not theirs, before and as it is saved', async () => {
  const jo = await joinAs(feed, admin, { email: 'jo@example.com', role: 'manager', teams: ['london'] })
  const { version, file } = (await jo.get('/api/v1/floor')).body
  const inLondon = file.people.find(({ team }: { team?: unknown }) => team === 'london')
  const own = [{ do: 'set', list: 'people', id: inLondon.id, fields: { shortName: 'Ellie' } }]
  const foreign = [{ do: 'set', list: 'people', id: 'priya', fields: { team: 'london' } }]
  const effects = async (edits: object[]) =>
    (await jo.post('/api/v1/floor/edits/preview', { version, edits })).body
  expect((await effects(own)).errors).toEqual([])
  expect(await effects(foreign)).toMatchObject({
    errors: [expect.stringMatching(/another team’s/)],
    values: [],
    boards: [],
  })
  const refused = await jo.post('/api/v1/floor/edits', { version, edits: foreign })
  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
  expect((await jo.post('/api/v1/floor/edits', { version, edits: own })).status).toBe(200)
  expect((await admin.get('/api/v1/history')).body.versions[0]).toMatchObject({ by: { name: 'Jo Park' } })
})
