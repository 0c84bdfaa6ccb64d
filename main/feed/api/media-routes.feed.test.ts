import { createReadStream, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed({
    firstFloorText: `${smallFloorText.replace('team: east, aliases: [priya@example.com] }', 'team: east, walkUp: /media/gong.mp3 }')}celebrations:
  - { id: big, name: Big deal, on: { over: 500 }, media: /media/win%20big.mp4 }
`,
  })
})
afterEach(() => feed.close())

const head = (text: string, size = 200): Buffer =>
  Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(size)])
const png = head('\x89PNG\r\n\x1a\n')
const mp3 = head('ID3\x04')

const put = (name: string, body: Buffer, headers: Record<string, string> = {}) =>
  feed.ask(`/api/v1/media?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })
const kept = (): string[] => readdirSync(join(feed.folder, 'media')).sort()

test('a file that is put is listed with where it is used, and served', async () => {
  const answer = await put('Gong.mp3', mp3)
  expect([answer.status, answer.body]).toMatchObject([
    200,
    {
      name: 'gong.mp3',
      address: '/media/gong.mp3',
      kind: 'sound',
      bytes: mp3.length,
      uses: [{ list: 'people', id: 'priya', name: 'Priya Raman' }],
    },
  ])
  await put('Team.png', png, { 'content-type': 'image/png' })
  const { media } = (await feed.ask('/api/v1/media')).body
  expect(media.map(({ name, uses }: { name: string; uses: unknown[] }) => [name, uses.length])).toEqual([
    ['gong.mp3', 1],
    ['team.png', 0],
  ])
  const served = await fetch(`${feed.url}/media/team.png`)
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(Buffer.from(await served.arrayBuffer())).toEqual(png)
})

test('what something names is not deleted, whatever its address encodes', async () => {
  await put('gong.mp3', mp3)
  writeFileSync(join(feed.folder, 'media', 'win big.mp4'), head('\0\0\0\x20ftypisom'))
  await put('team.png', png)
  const remove = (name: string) => feed.ask(`/api/v1/media/${encodeURIComponent(name)}`, { method: 'DELETE' })
  expect(await remove('gong.mp3')).toMatchObject({
    status: 409,
    body: { code: 'in-use', message: '"gong.mp3" is still used by "Priya Raman".' },
  })
  expect(await remove('win big.mp4')).toMatchObject({
    status: 409,
    body: { uses: [{ list: 'celebrations', id: 'big', name: 'Big deal' }] },
  })
  expect((await remove('team.png')).status).toBe(200)
  expect((await remove('team.png')).status).toBe(404)
  expect((await remove('../floor.db')).status).toBe(404)
  expect(kept()).toEqual(['gong.mp3', 'win big.mp4'])
})

test('a video that is a PNG, a script and an empty body are refused in words', async () => {
  expect(await put('win.mp4', png)).toMatchObject({
    status: 400,
    body: { code: 'bad-body', message: '"win.mp4" is called a video, and is a PNG picture.' },
  })
  expect((await put('x.svg', Buffer.from('<svg></svg>'))).status).toBe(400)
  expect((await put('x.png', Buffer.alloc(0))).body.message).toBe('"x.png" is empty.')
  expect((await feed.ask('/api/v1/media', { method: 'POST', body: 'x' })).body.code).toBe('bad-query')
  expect(kept()).toEqual([])
})

/** Sends a file of so many bytes, most of which are nowhere; says what was answered, and how much of it went out. */
const sendHuge = async (
  bytes: number,
  says: boolean,
): Promise<{ status: number; text: string; sent: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-huge-'))
  const file = join(folder, 'film.mp4')
  writeFileSync(file, head('\0\0\0\x20ftypisom'))
  truncateSync(file, bytes)
  try {
    return await new Promise((resolve, reject) => {
      const asked = request(`${feed.url}/api/v1/media?name=film.mp4`, {
        method: 'POST',
        headers: says ? { 'content-length': bytes } : { 'transfer-encoding': 'chunked' },
      })
      let answered: { status: number; text: string } | null = null
      const content = createReadStream(file)
      const end = (): void => {
        content.destroy()
        if (answered === null) reject(new Error('the line was cut without an answer'))
        else resolve({ ...answered, sent: content.bytesRead })
      }
      asked.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          answered = { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }
        })
      })
      // The feed hangs up on what it does not want.
      asked.on('error', () => undefined)
      content.on('error', () => undefined)
      asked.on('close', end)
      content.pipe(asked)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.each([
  ['by its length', true],
  ['once too much has come', false],
])('an upload of 4 GB is refused %s, and the feed’s memory does not see it', async (_, says) => {
  const before = process.memoryUsage().rss
  const { status, text } = await sendHuge(4 * 1024 ** 3, says)
  expect([status, JSON.parse(text).code]).toEqual([413, 'too-large'])
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2)
  expect(kept()).toEqual([])
})

test('a line that breaks in the middle leaves nothing behind', async () => {
  const asked = request(`${feed.url}/api/v1/media?name=film.mp4`, {
    method: 'POST',
    headers: { 'content-length': 1_000_000 },
  })
  asked.on('error', () => undefined)
  asked.write(head('\0\0\0\x20ftypisom', 100_000))
  await expect.poll(() => kept().length).toBe(1)
  asked.destroy()
  await expect.poll(kept).toEqual([])
})

test('the API’s description has it', async () => {
  const { paths } = (await feed.ask('/api/v1/openapi.json')).body
  expect(Object.keys(paths['/api/v1/media'])).toEqual(['get', 'post'])
})

test('[H10] [H11] a picture becomes a photo under the name of its person; what is none is refused in words', async () => {
  const photo = (body: Uint8Array, query = 'name=priya') =>
    feed.ask(`/api/v1/media/photos?${query}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'content-type': 'application/octet-stream' },
    })
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
  const made = await photo(picture, 'name=priya&x=0&y=1&size=0.5')
  expect([made.status, made.body]).toMatchObject([
    200,
    { address: '/media/photo-priya.webp', kind: 'picture' },
  ])
  // Nothing is replaced: a wall may still show the one before.
  expect((await photo(picture)).body.address).toBe('/media/photo-priya-2.webp')
  const svg = await photo(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  expect([svg.status, svg.body.code]).toEqual([400, 'bad-body'])
  expect(svg.body.message).toContain('This is an SVG drawing.')
  expect((await photo(picture, 'name=priya&size=7')).body.code).toBe('bad-query')
  expect(kept()).toEqual(['photo-priya-2.webp', 'photo-priya.webp'])
})
