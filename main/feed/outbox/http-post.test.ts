import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { AddressRefused, guardedLookup } from './address-guard.ts'
import { createHttpPost, NoAnswer } from './http-post.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
const serve = async (listener: RequestListener): Promise<{ readonly url: string; readonly port: number }> => {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, port }
}
const now = () => Date.parse('2026-11-20T12:00:00Z')
const local = createHttpPost({ allowLocal: true, now, patienceMs: 400 })
const outside = createHttpPost({ allowLocal: false, now, patienceMs: 400 })

test('what is sent arrives byte for byte, and the answer comes back', async () => {
  const { url } = await serve((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      response.writeHead(429, { 'retry-after': '7' })
      response.end(`${request.headers['x-of']} ${Buffer.concat(parts).toString('utf8')}`)
    })
  })
  expect(await local.post(url, '{"a":"ü"}', { 'x-of': 'me' })).toEqual({
    status: 429,
    text: 'me {"a":"ü"}',
    retryAfterMs: 7000,
  })
})

test('a date in Retry-After is a span from now', async () => {
  const { url } = await serve((_request, response) => {
    response.writeHead(503, { 'retry-after': 'Fri, 20 Nov 2026 12:01:00 GMT' }).end()
  })
  expect((await local.post(url, '')).retryAfterMs).toBe(60_000)
})

test('a redirect is an answer, and is not followed', async () => {
  let asked = 0
  const { url, port } = await serve((_request, response) => {
    asked += 1
    response.writeHead(307, { location: `http://127.0.0.1:${port}/other` }).end()
  })
  expect((await local.post(url, '')).status).toBe(307)
  expect(asked).toBe(1)
})

test('one that never answers is given up, and may have taken it', async () => {
  const { url } = await serve(() => undefined)
  await expect(local.post(url, '')).rejects.toMatchObject({ maybe: true })
})

test('where nothing listens, nothing can have arrived', async () => {
  const { url } = await serve(() => undefined)
  servers.splice(0).forEach((server) => void server.close())
  await expect(local.post(url, '')).rejects.toMatchObject({ maybe: false })
})

test('no more of an answer is kept than is needed', async () => {
  const { url } = await serve((_request, response) => response.end('x'.repeat(1_000_000)))
  expect((await local.post(url, '')).text.length).toBeLessThanOrEqual(64 * 1024)
})

test('local networks, plain HTTP and addresses with a password are refused', async () => {
  const { port } = await serve((_request, response) => response.end('reached'))
  for (const address of [
    `http://127.0.0.1:${port}/`,
    `https://127.0.0.1:${port}/`,
    `https://[::1]:${port}/`,
    `https://[::ffff:127.0.0.1]:${port}/`,
    `https://2130706433:${port}/`,
    `https://0x7f.1:${port}/`,
    `https://localhost:${port}/`,
    'https://169.254.169.254/latest/meta-data',
    'https://user:secret@hooks.northwind.test/',
    'file:///etc/passwd',
    'nonsense',
  ])
    await expect(outside.post(address, '')).rejects.toBeInstanceOf(AddressRefused)
})

test('a name that is public when it is asked first and local when the socket asks is refused', async () => {
  let asked = 0
  const rebinding = guardedLookup((_host, done) => {
    asked += 1
    done(null, [{ address: asked === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 }])
  })
  // Somebody looked before, as a check that is apart from the connection would.
  await new Promise((resolve) => rebinding('hooks.northwind.test', {}, resolve))
  const post = createHttpPost({ allowLocal: false, now, lookup: rebinding, patienceMs: 400 })
  await expect(post.post('https://hooks.northwind.test/', '')).rejects.toBeInstanceOf(AddressRefused)
  expect(asked).toBe(2)
})

test('the words of a failure hold no address', async () => {
  const { url } = await serve(() => undefined)
  servers.splice(0).forEach((server) => void server.close())
  const error = await local.post(`${url}?sig=secret`, '').catch((reason) => reason)
  expect(error).toBeInstanceOf(NoAnswer)
  expect(String(error)).not.toContain('127.0.0.1')
  expect(String(error)).not.toContain('secret')
})
