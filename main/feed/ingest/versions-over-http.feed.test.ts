import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed()
})
afterEach(() => feed.close())

const post = async (...facts: unknown[]) => (await feed.postFacts(JSON.stringify({ facts }))).body
const withdraw = async (path: string) => (await feed.ask(`/api/v1/facts/${path}`, { method: 'DELETE' })).body
const revenue = async (): Promise<number> => (await feed.ask('/api/v1/metrics/revenue?by=org')).body.total

describe('versions of facts', () => {
  test('[F20] an older one that comes late is unchanged, counted, and told', async () => {
    await post(won('a', 200, { version: 2 }), won('b', 20, { version: '2026-11-20T15:02:10.2Z' }))
    const answer = await post(
      won('a', 100, { version: 1 }),
      won('b', 10, { version: '2026-11-20T15:02:10.1Z' }),
      won('c', 5),
    )
    expect(answer).toMatchObject({
      accepted: 1,
      unchanged: 2,
      rejected: [],
      warnings: [{ what: 'older versions ignored', count: 2, first: 'a' }],
    })
    expect(await revenue()).toBe(225)
  })

  test('[F20] shuffled and doubled, in one request or many, the newest stands', async () => {
    const versions = [3, 1, 5, 2, 5, 4, 1].map((version) => won('a', version * 100, { version }))
    await post(...versions)
    expect(await revenue()).toBe(500)
    for (const version of versions) await post(version)
    expect(await revenue()).toBe(500)
    await feed.restart()
    expect(await post(won('a', 400, { version: 4 }))).toMatchObject({ accepted: 0, unchanged: 1 })
    expect(await revenue()).toBe(500)
  })

  test('[F23] a win that comes again after a late older state is one win in its history', async () => {
    const open = won('a', 100, { version: 1, status: 'open', closedAt: null })
    const win = won('a', 100, { version: 2 })
    await post(open, win, { ...win, version: 3, amount: { minor: 150, currency: 'USD' } }, open, win)
    const where = [{ field: 'kind', is: 'deal.won' }]
    const { text } = (await feed.ask('/api/v1/floor')).body
    const metric = `metrics:
  - id: wins
    name: Wins
    objective: How many?
    indicator: output
    question: results
    unit: count
    of: { from: activity, where: ${JSON.stringify(where)}, date: at }
`
    const headers = { 'content-type': 'application/yaml' }
    const body = text.replace('metrics:\n', metric)
    expect((await feed.ask('/api/v1/floor', { method: 'PUT', body, headers })).status).toBe(200)
    expect((await feed.ask('/api/v1/metrics/wins?by=org&window=all')).body.total).toBe(1)
    expect(await revenue()).toBe(150)
  })

  test('[F22] a withdrawal holds against older facts, over a restart too', async () => {
    await post(won('a', 500, { version: 5 }))
    expect(await withdraw('crm/a?version=4')).toMatchObject({ withdrawn: false, late: true })
    expect(await withdraw('crm/a?version=6')).toMatchObject({ withdrawn: true })
    expect(await withdraw('crm/b?version=2026-11-20T15:02:10%2B01:00')).toMatchObject({ withdrawn: false })
    await feed.restart()
    const late = await post(won('a', 600, { version: 6 }), won('b', 7, { version: '2026-11-20T14:02:09Z' }))
    expect(late).toMatchObject({ accepted: 0, unchanged: 2 })
    expect(late.warnings).toEqual([{ what: 'older versions ignored', count: 2, first: 'a' }])
    expect((await feed.ask('/healthz')).body.facts).toBe(0)
    expect(await post(won('a', 700, { version: 7 }))).toMatchObject({ accepted: 1 })
    expect(await revenue()).toBe(700)
  })

  test('[F22] withdrawn without a version, the same version may be sent again and an older one not', async () => {
    await post(won('a', 500, { version: 5 }))
    expect(await withdraw('crm/a')).toMatchObject({ withdrawn: true })
    expect(await withdraw('crm/a')).toMatchObject({ withdrawn: false })
    expect(await post(won('a', 400, { version: 4 }))).toMatchObject({ unchanged: 1 })
    expect(await post(won('a', 500, { version: 5 }))).toMatchObject({ accepted: 1 })
    expect(await revenue()).toBe(500)
  })

  test.each([
    [true, 'must be'],
    [
      'soon',
      ': must be a number within ±(2^53 − 1), an instant with its offset (2026-11-20T15:02:10Z) or a date',
    ],
    ['7', 'must be a number'],
    [2 ** 60, 'within ±'],
  ])('version %j is refused', async (version, words) => {
    const { rejected } = await post(won('a', 1, { version }))
    expect(rejected[0].error).toMatch(/^version: /)
    expect(rejected[0].error).toContain(words)
  })

  test('a withdrawal with a version that is none is refused', async () => {
    expect((await withdraw('crm/a?version=soon')).message).toMatch(/^version: "soon" must be/)
    expect((await withdraw('crm/a?colour=red')).message).toMatch(/^colour: no such parameter/)
  })
})

describe('a source spelled in two ways', () => {
  test('[F26] is one that is asked about: the second spelling is refused, in the same request and later', async () => {
    const answer = await post(call('1', { source: 'crm2' }), call('1', { source: 'CRM2' }))
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 1, id: '1' }] })
    expect(answer.rejected[0].error).toMatch(/^source: "CRM2" looks like "crm2"/)
    await feed.restart()
    expect(await post(call('2', { source: 'crm2\u00a0' }))).toMatchObject({ accepted: 0 })
    expect(await post(call('2', { source: 'crm2' }), call('3', { source: 'crm3' }))).toMatchObject({
      accepted: 2,
    })
  })

  test('[F26] is free again once none of its facts stands', async () => {
    await post(call('1', { source: 'crm2' }))
    await withdraw('crm2/1')
    expect(await post(call('1', { source: 'CRM2' }))).toMatchObject({ accepted: 1 })
  })
})

describe('names that look alike', () => {
  test('[F24] are found whatever cannot be seen in them, and where one stays unknown it says what differs', async () => {
    const by = (id: string, rep: string) => call(id, { credits: [{ rep }] })
    await post(by('1', 'Priya\u00a0Raman'), by('2', '\u200ePRIYA  RAMAN'), by('3', 'Рriya Raman'))
    const { rows } = (await feed.ask('/api/v1/metrics/calls?window=day')).body
    expect(rows.find(({ subject }: { subject: string }) => subject === 'priya').value).toBe(2)
    expect((await feed.ask('/api/v1/unassigned')).body.unassigned).toEqual([
      {
        rep: 'Рriya Raman',
        facts: 1,
        hint: 'is not "Priya Raman" (priya): it has "Р" (U+0420) where that has "P", at character 1',
      },
    ])
  })
})
