import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeToken } from '../../../test/feed/make-token.ts'
import { startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed()
})
afterEach(() => feed.close())

const ask = async (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  feed.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const begin = async (more: object = {}): Promise<string> => {
  const { source } = won('a', 1)
  return (await ask('/api/v1/imports', { source, type: 'deal', name: 'deals.csv', ...more })).body.id
}
const send = (id: string, ...facts: unknown[]) => ask(`/api/v1/facts?import=${id}`, { facts })
const end = (id: string, body: object = {}) => ask(`/api/v1/imports/${id}/end`, body)
const undo = async (id: string) => (await ask(`/api/v1/imports/${id}/undo`, {})).body
const revenue = async (): Promise<number> => (await feed.ask('/api/v1/metrics/revenue?by=org')).body.total
const listed = async () => (await feed.ask('/api/v1/imports')).body.imports

describe('an import over HTTP', () => {
  test('[F85] outlives a restart of the feed, and is undone after one', async () => {
    const id = await begin()
    await send(id, won('a', 100))
    await feed.restart()
    expect((await send(id, won('b', 10))).body).toMatchObject({ accepted: 1 })
    expect((await end(id)).status).toBe(200)
    expect(await listed()).toMatchObject([{ id, done: { accepted: 2, withdrawn: 0 }, undone: false }])
    expect(await revenue()).toBe(110)
    await feed.restart()
    expect(await undo(id)).toMatchObject({ restored: 0, withdrawn: 2, left: { facts: 0 } })
    expect(await revenue()).toBe(0)
    expect(await listed()).toMatchObject([{ id, undone: true }])
  })

  test('[F83] withdraws nothing once it is no longer known what the file has', async () => {
    await send(await begin(), won('a', 100), won('b', 10))
    const id = await begin({ replace: true })
    await send(id, won('a', 100))
    await feed.restart()
    expect((await end(id, { confirmed: true })).body).toMatchObject({
      code: 'unknown-import',
      message: expect.stringContaining('Nothing was withdrawn: the feed was started anew'),
    })
    expect(await revenue()).toBe(110)
    expect((await end(id, { replaces: false })).status).toBe(200)
  })

  test('[F83] ends again once it is confirmed, and names how much would go', async () => {
    await send(await begin(), won('a', 100), won('b', 10), won('c', 1))
    const id = await begin({ replace: true })
    await send(id, won('a', 100))
    expect((await end(id)).body).toMatchObject({
      code: 'unconfirmed-withdrawal',
      withdrawal: { facts: 2, of: 3 },
    })
    expect((await end(id, { confirmed: true, keep: ['b'] })).body).toMatchObject({
      withdrawal: { facts: 1, of: 3 },
    })
    expect(await revenue()).toBe(110)
  })

  test('[F85] a withdrawal that belongs to it is undone with it', async () => {
    await send(await begin(), won('a', 100))
    const id = await begin()
    const { source } = won('a', 1)
    const gone = await feed.ask(`/api/v1/facts/${source}/a?import=${id}`, { method: 'DELETE' })
    expect(gone.body).toMatchObject({ withdrawn: true })
    await end(id)
    expect(await revenue()).toBe(0)
    expect(await undo(id)).toMatchObject({ restored: 1, withdrawn: 0 })
    expect(await revenue()).toBe(100)
  })

  test('[F82] a check takes withdrawals too, and an edit of the floor voids it', async () => {
    await send(await begin(), won('a', 100))
    const { source } = won('a', 1)
    const check = await begin({ check: true })
    await feed.ask(`/api/v1/facts/${source}/a?import=${check}`, { method: 'DELETE' })
    expect((await end(check)).body.forecast.metrics).toMatchObject([
      { metric: 'revenue', windows: [{ before: '$1', after: '$0' }] },
    ])
    expect(await revenue()).toBe(100)
    const voided = await begin({ check: true })
    const { text } = (await feed.ask('/api/v1/floor')).body
    await feed.ask('/api/v1/floor', {
      method: 'PUT',
      headers: { 'content-type': 'application/yaml' },
      body: text.replace('Small floor', 'Renamed'),
    })
    expect((await end(voided)).body).toMatchObject({ code: 'stale-floor' })
    expect(await listed()).toHaveLength(1)
  })

  test('belongs to whoever began it, who needs no more than may send facts', async () => {
    const [one, other] = await Promise.all([
      makeToken(feed.folder, 'ingest'),
      makeToken(feed.folder, 'ingest'),
    ])
    const by = (token: string) => ({ authorization: `Bearer ${token}` })
    const { source } = won('a', 1)
    const { body } = await ask('/api/v1/imports', { source, type: 'deal', name: 'x', check: true }, by(one))
    expect((await ask(`/api/v1/imports/${body.id}/end`, {}, by(other))).status).toBe(404)
    expect((await ask(`/api/v1/imports/${body.id}/end`, {}, by(one))).status).toBe(200)
    expect((await ask('/api/v1/imports', { source, type: 'deal', name: 'x' })).status).toBe(401)
  })
})
