import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createWhenAsked } from './when-asked.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on a port that hands what it hears to one of which nothing is built yet. */
const before = async (asked: Server): Promise<string> => {
  const server = createServer((request, response) => asked.emit('request', request, response))
  server.on('upgrade', (request, socket, head) => asked.emit('upgrade', request, socket, head))
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('it is built by the first of several who ask at once, and each has its whole request answered', async () => {
  let builds = 0
  const asked = createWhenAsked(
    async () => {
      builds += 1
      await new Promise((done) => setImmediate(done))
      const server = createServer(async (request, response) => {
        const pieces: Buffer[] = []
        for await (const piece of request) pieces.push(piece)
        response.end(Buffer.concat(pieces))
      })
      return { server, close: async () => undefined }
    },
    () => undefined,
  )
  const url = await before(asked.server)
  expect([builds, asked.built()]).toEqual([0, null])
  const bodies = ['a', 'b'.repeat(300_000), 'c']
  const answers = await Promise.all(
    bodies.map(async (body) => (await fetch(url, { method: 'POST', body })).text()),
  )
  expect(answers).toEqual(bodies)
  expect([builds, asked.built() === null]).toEqual([1, false])
})

test('where it cannot be built nobody is answered, and it is said once for each who asked', async () => {
  const said: string[] = []
  const asked = createWhenAsked(
    () => Promise.reject(new Error('a route lacks its access')),
    (error) => said.push(error instanceof Error ? error.message : ''),
  )
  const url = await before(asked.server)
  await expect(fetch(url)).rejects.toThrow()
  await expect(fetch(url)).rejects.toThrow()
  expect(said).toEqual(['a route lacks its access', 'a route lacks its access'])
})

test('[Q59] once it is closed nobody is served, and what was being built meanwhile is closed too', async () => {
  const said: string[] = []
  let finish = (): void => undefined
  const finished = new Promise<void>((done) => {
    finish = done
  })
  const asked = createWhenAsked(
    async () => {
      said.push('built')
      await finished
      const server = createServer((_, response) => response.end('served'))
      server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 served\r\n\r\n'))
      return { server, close: async () => void said.push('closed') }
    },
    () => undefined,
  )
  const url = await before(asked.server)
  const first = fetch(url)
  await expect.poll(() => said).toEqual(['built'])
  const closing = asked.close()
  finish()
  await closing
  expect(said).toEqual(['built', 'closed'])
  expect([(await first).status, (await fetch(url)).status]).toEqual([503, 503])
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) })
  socket.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n')
  const heard: string[] = []
  socket.on('data', (data) => heard.push(data.toString()))
  await once(socket, 'close')
  expect(heard).toEqual([])
})

test('[Q59] what nobody asked for is not built to be closed', async () => {
  const asked = createWhenAsked(
    () => Promise.reject(new Error('nobody asked')),
    () => undefined,
  )
  await asked.close()
  expect((await fetch(await before(asked.server))).status).toBe(503)
})
