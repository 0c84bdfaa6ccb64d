import { once } from 'node:events'
import { Agent, createServer, get, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { createWhenAsked, type WhenAsked } from './when-asked.ts'

const cleanUps: (() => unknown)[] = []
afterEach(() => {
  for (const each of cleanUps.splice(0)) each()
})

/** A server on a port that hands what it hears to one of which nothing is built yet. */
const before = async (asked: Server): Promise<string> => {
  const server = createServer((request, response) => asked.emit('request', request, response))
  server.on('upgrade', (request, socket, head) => asked.emit('upgrade', request, socket, head))
  cleanUps.push(() => {
    server.closeAllConnections()
    server.close()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers with the body that it was sent; `/held` once it is let go; takes each upgrade and says `hello`. */
const openEcho = async () => {
  const clock = { ms: 0 }
  const said: string[] = []
  const counts = { built: 0, closed: 0 }
  const held: (() => void)[] = []
  /** What closing waits for. */
  let untilClosed: Promise<void> = Promise.resolve()
  const asked: WhenAsked<{ server: Server; close: () => Promise<void> }> = createWhenAsked({
    build: async () => {
      await nextTurn()
      counts.built += 1
      const server = createServer(async (request, response) => {
        const pieces: Buffer[] = []
        for await (const piece of request) pieces.push(piece)
        if (request.url === '/held') await new Promise<void>((done) => held.push(done))
        response.end(Buffer.concat(pieces))
      })
      server.on('upgrade', (_request, socket) => {
        socket.resume().once('end', () => socket.end())
        socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nhello')
      })
      return {
        server,
        close: async () => {
          await untilClosed
          counts.closed += 1
        },
      }
    },
    onError: (error) => said.push(error instanceof Error ? error.message : ''),
    clock: { now: () => clock.ms },
  })
  const url = await before(asked.server)
  return {
    ...{ asked, clock, counts, said, url },
    echo: async (body: string, path = '/'): Promise<string> =>
      (await fetch(`${url}${path}`, { method: 'POST', body })).text(),
    letGo: () => {
      for (const done of held.splice(0)) done()
    },
    heldNow: () => held.length,
    holdClosing: (): (() => void) => {
      let go = (): void => undefined
      untilClosed = new Promise((done) => {
        go = done
      })
      return go
    },
  }
}

const openSocket = async (url: string): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  cleanUps.push(() => socket.destroy())
  socket.write('GET / HTTP/1.1\r\nHost: floor\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n')
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(String(answer)).toContain('hello')
  return socket
}

test('it is built by the first of several who ask at once, and each has its whole request answered', async () => {
  const { asked, counts, echo } = await openEcho()
  expect([counts.built, asked.built(), asked.idleSince()]).toEqual([0, null, null])
  const bodies = ['a', 'b'.repeat(300_000), 'c']
  expect(await Promise.all(bodies.map((body) => echo(body)))).toEqual(bodies)
  expect([counts.built, asked.built() === null]).toEqual([1, false])
})

test('where it cannot be built, who asks is cut off and it is said; the next one has it tried again', async () => {
  const said: string[] = []
  let fails = true
  const asked = createWhenAsked({
    build: async () => {
      if (fails) throw new Error('a route lacks its access')
      const server = createServer((_request, response) => response.end('here'))
      return { server, close: async () => undefined }
    },
    onError: (error) => said.push(error instanceof Error ? error.message : ''),
    clock: { now: () => 0 },
  })
  const url = await before(asked.server)
  await expect(fetch(url)).rejects.toThrow()
  await expect(fetch(url)).rejects.toThrow()
  expect(said).toEqual(['a route lacks its access', 'a route lacks its access'])
  fails = false
  expect(await (await fetch(url)).text()).toBe('here')
})

test('[Q107] it is idle since the last answer ended, rests, and is built again for the next who asks', async () => {
  const { asked, clock, counts, echo } = await openEcho()
  clock.ms = 5
  expect(await echo('one')).toBe('one')
  await eventually(() => expect(asked.idleSince()).toBe(5))
  clock.ms = 70
  await asked.rest()
  expect([counts, asked.built(), asked.idleSince()]).toEqual([{ built: 1, closed: 1 }, null, null])
  expect(await echo('two')).toBe('two')
  expect(counts).toEqual({ built: 2, closed: 1 })
  await eventually(() => expect(asked.idleSince()).toBe(70))
})

test('[Q108] a request that is under way holds it, and one whose asker went away does not', async () => {
  const { asked, counts, echo, letGo, heldNow, url } = await openEcho()
  const answer = echo('patience', '/held')
  await eventually(() => expect(heldNow()).toBe(1))
  expect(asked.idleSince()).toBeNull()
  await asked.rest()
  expect(counts).toEqual({ built: 1, closed: 0 })
  letGo()
  expect(await answer).toBe('patience')
  const leaving = new AbortController()
  const left = fetch(`${url}/held`, { method: 'POST', body: 'x', signal: leaving.signal })
  await eventually(() => expect(heldNow()).toBe(1))
  expect(asked.idleSince()).toBeNull()
  leaving.abort()
  await expect(left).rejects.toThrow()
  await eventually(() => expect(asked.idleSince()).not.toBeNull())
})

test('[Q108] an answer that waits behind another one holds it no longer than their connection', async () => {
  const { asked, heldNow, url } = await openEcho()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  cleanUps.push(() => socket.destroy())
  const one = 'GET /held HTTP/1.1\r\nHost: floor\r\n\r\n'
  socket.write(one + one)
  await eventually(() => expect(heldNow()).toBe(2))
  expect(asked.idleSince()).toBeNull()
  socket.destroy()
  await eventually(() => expect(asked.idleSince()).not.toBeNull())
})

test('[Q108] a connection that is kept for the next request does not hold it, a socket does', async () => {
  const { asked, counts, url } = await openEcho()
  const agent = new Agent({ keepAlive: true })
  cleanUps.push(() => agent.destroy())
  const [response] = await once(get(url, { agent }), 'response')
  response.resume()
  await eventually(() => expect(asked.idleSince()).not.toBeNull())
  const socket = await openSocket(url)
  expect(asked.idleSince()).toBeNull()
  await asked.rest()
  expect(counts).toEqual({ built: 1, closed: 0 })
  socket.destroy()
  await eventually(() => expect(asked.idleSince()).not.toBeNull())
})

test('[Q109] requests and sockets that come while it closes are answered by the next one', async () => {
  const { asked, counts, echo, holdClosing, url } = await openEcho()
  expect(await echo('first')).toBe('first')
  await eventually(() => expect(asked.idleSince()).not.toBeNull())
  const goOn = holdClosing()
  const resting = asked.rest()
  const bodies = ['a', 'b'.repeat(300_000)]
  const answers = Promise.all(bodies.map((body) => echo(body)))
  const socket = openSocket(url)
  await eventually(() => expect(asked.built()).toBeNull())
  // Of one floor two are never open at once.
  expect(counts).toEqual({ built: 1, closed: 0 })
  goOn()
  await resting
  expect(await answers).toEqual(bodies)
  await socket
  expect(counts).toEqual({ built: 2, closed: 1 })
})

test('[Q109] of many who ask while it rests again and again none is left without an answer', async () => {
  const { asked, counts, echo } = await openEcho()
  for (let round = 0; round < 50; round += 1) {
    const answer = echo(`round ${round}`)
    void asked.rest()
    if (round % 3 === 0) await nextTurn()
    void asked.rest()
    expect(await answer).toBe(`round ${round}`)
    if (round % 2 === 0) void asked.rest()
  }
  await asked.close()
  expect(counts.closed).toBe(counts.built)
  expect(counts.built).toBeGreaterThan(1)
})

test('one that did not close well says so, and is built again all the same', async () => {
  const { asked, said, echo } = await openEcho()
  await echo('one')
  await eventually(() => expect(asked.idleSince()).not.toBeNull())
  const last = asked.built()
  if (last !== null) last.close = () => Promise.reject(new Error('a timer is stuck'))
  await asked.rest()
  expect(said).toEqual(['a timer is stuck'])
  expect(await echo('two')).toBe('two')
})

test('once it is closed for good nobody has it built again', async () => {
  const { asked, counts, echo, url } = await openEcho()
  await echo('one')
  await asked.close()
  expect((await fetch(url)).status).toBe(503)
  expect(counts).toEqual({ built: 1, closed: 1 })
})
