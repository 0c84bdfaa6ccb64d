import { afterEach, expect, test } from 'vitest'
import { makeToken } from '../../../test/feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

let feed: TestFeed
afterEach(() => feed.close())

test('[S202] whoever may edit reads the service PIN and makes a new one; nobody else does', async () => {
  feed = await startTestFeed()
  const [editor, screen] = [await makeToken(feed.folder, 'admin'), await makeToken(feed.folder, 'screen')]
  const ask = (token: string, method = 'GET') =>
    feed.ask('/api/v1/service-pin', { method, headers: { authorization: `Bearer ${token}` } })
  const before = await ask(editor)
  expect(before.body.pin).toMatch(/^\d{6}$/)
  expect(before.headers.get('cache-control')).toContain('no-store')
  for (const method of ['GET', 'POST']) expect((await ask(screen, method)).status).toBe(403)
  expect((await ask(editor)).body).toEqual(before.body)
  const renewed = await ask(editor, 'POST')
  expect(renewed.status).toBe(200)
  expect((await ask(editor)).body).toEqual(renewed.body)
  await feed.restart()
  expect((await ask(editor)).body).toEqual(renewed.body)
})
