import { connect } from 'node:net'
import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { type AnswerWatch, createAnswerWatch, watchAnswers } from './answer-watch.ts'

const reader = () => {
  const state = { written: 0, waiting: 0, cut: 0 }
  return {
    state,
    watched: {
      bytesWritten: () => state.written,
      bytesWaiting: () => state.waiting,
      cutOff: () => {
        state.cut += 1
      },
    },
  }
}

const lookTimes = (watch: AnswerWatch, count: number) => {
  for (let i = 0; i < count; i++) watch.look()
}

describe('an answer', () => {
  test('of which nothing is taken six times in a row is cut off, once', () => {
    const watch = createAnswerWatch()
    const { state, watched } = reader()
    watch.open(watched)
    Object.assign(state, { written: 65_536, waiting: 65_536 })
    lookTimes(watch, 5)
    state.waiting = 65_000
    lookTimes(watch, 6)
    expect(state.cut).toBe(0)
    lookTimes(watch, 3)
    expect(state.cut).toBe(1)
  })

  test('that comes in one long piece has longer, since no progress is seen within it', () => {
    const watch = createAnswerWatch()
    const { state, watched } = reader()
    Object.assign(state, { written: 1_000_000, waiting: 1_000_000 })
    watch.open(watched)
    lookTimes(watch, 15)
    expect(state.cut).toBe(0)
    watch.look()
    expect(state.cut).toBe(1)
  })

  test('of which nothing waits is not cut off, whatever the feed itself still works on', () => {
    const watch = createAnswerWatch()
    const { state, watched } = reader()
    watch.open(watched)
    lookTimes(watch, 50)
    expect(state.cut).toBe(0)
  })
})

describe('over HTTP', () => {
  const apps: FastifyInstance[] = []
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })

  const megabyte = Buffer.alloc(1_000_000)
  test('whoever does not read is cut off, and what they asked for is let go', async () => {
    const watch = createAnswerWatch()
    const app = Fastify({ forceCloseConnections: true })
    apps.push(app)
    watchAnswers(app, watch)
    const film = new Readable({
      read() {
        this.push(megabyte)
      },
    })
    app.get('/film', (_request, reply) => reply.send(film))
    await app.listen({ host: '127.0.0.1', port: 0 })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /film HTTP/1.1\r\nhost: x\r\n\r\n'))
    socket.pause()
    const looking = setInterval(watch.look, 5)
    await new Promise((resolve) => film.once('close', resolve))
    clearInterval(looking)
    socket.destroy()
    expect(film.destroyed).toBe(true)
  })

  test('whoever reads gets all of it', async () => {
    const watch = createAnswerWatch()
    const app = Fastify({ forceCloseConnections: true })
    apps.push(app)
    watchAnswers(app, watch)
    app.get('/long', (_request, reply) => reply.send('x'.repeat(5_000_000)))
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const looking = setInterval(watch.look, 5)
    const text = await (await fetch(`${url}/long`)).text()
    clearInterval(looking)
    expect(text.length).toBe(5_000_000)
  })

  test('what asks from within the process gets all of it, however slowly it comes', async () => {
    const watch = createAnswerWatch()
    const app = Fastify()
    apps.push(app)
    watchAnswers(app, watch)
    const pieces = Readable.from(
      (async function* () {
        for (let piece = 0; piece < 3; piece += 1) {
          yield 'x'.repeat(1000)
          watch.look()
        }
      })(),
    )
    app.get('/slow', (_request, reply) => reply.send(pieces))
    expect((await app.inject('/slow')).body.length).toBe(3000)
  })
})
