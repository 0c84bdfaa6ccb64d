import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { apiAccess } from '../access/route-access.ts'

let feed: TestFeed
beforeAll(async () => {
  feed = await startTestFeed()
  const media = join(feed.folder, 'media')
  mkdirSync(media, { recursive: true })
  writeFileSync(join(media, 'priya.png'), Buffer.alloc(5000, 1))
})
afterAll(() => feed.close())

interface Seen {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly bytes: number
}

const ask = (method: 'GET' | 'HEAD', path: string, sent: Record<string, string> = {}): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const headers = { connection: 'close', ...sent }
    const asking = request(`${feed.url}${path}`, { method, headers }, (response) => {
      let bytes = 0
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
      })
      const { date, ...rest } = response.headers
      response.once('end', () => resolve({ status: response.statusCode, headers: rest, bytes }))
    })
    asking.once('error', reject)
    asking.end()
  })

const media = ['/media/priya.png', '/media/none.png']
const paths = Object.keys(apiAccess)
  .filter((name) => name.startsWith('GET ') && name !== 'GET /metrics')
  .map((name) => name.slice('GET '.length).replace(/:\w+/g, 'x').replace('*', 'x.png'))

test('HEAD is answered with the status and the headers of GET at each route, and without its body', async () => {
  expect(paths.length).toBeGreaterThan(80)
  for (const path of [...media, ...paths]) {
    const [whole, head] = [await ask('GET', path), await ask('HEAD', path)]
    // What comes in pieces says no length, and HEAD has no pieces.
    const { 'transfer-encoding': pieces, ...headers } = whole.headers
    expect([path, head]).toEqual([path, { status: whole.status, headers, bytes: 0 }])
  }
})

test('HEAD of a part of a file, of one that has not changed, and of nothing', async () => {
  const part = await ask('HEAD', '/media/priya.png', { range: 'bytes=0-9' })
  expect([part.status, part.headers['content-length'], part.bytes]).toEqual([206, '10', 0])
  const { etag } = (await ask('GET', '/media/priya.png')).headers
  expect((await ask('HEAD', '/media/priya.png', { 'if-none-match': String(etag) })).status).toBe(304)
  const { text } = await feed.ask('/nowhere')
  const nothing = await ask('HEAD', '/nowhere')
  expect([nothing.status, nothing.bytes]).toEqual([404, 0])
  // It says what was asked for: one letter more than GET.
  expect(nothing.headers['content-length']).toBe(String(text.length + 1))
  expect((await ask('HEAD', '/%zz')).status).toBe(404)
})
