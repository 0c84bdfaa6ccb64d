import { connect } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { answerErrors } from './answer-errors.ts'
import { createBodyWatch, watchBodies } from './body-watch.ts'

const sender = () => {
  const state = { bytes: 0, cut: 0, complete: false, readableLength: 0 }
  return {
    state,
    watched: {
      body: state,
      bytesRead: () => state.bytes,
      cutOff: () => {
        state.cut += 1
      },
    },
  }
}

describe('a body', () => {
  test('that comes drop by drop is cut off once its sender has been slow three times in a row', () => {
    const watch = createBodyWatch()
    const { state, watched } = sender()
    watch.open(watched)
    for (const bytes of [999, 999, 1000, 10, 10]) {
      state.bytes += bytes
      watch.look()
      expect(state.cut).toBe(0)
    }
    watch.look()
    expect(state.cut).toBe(1)
    watch.look()
    expect(state.cut).toBe(1)
  })

  test('that the feed itself keeps waiting is not', () => {
    const watch = createBodyWatch()
    const { state, watched } = sender()
    watch.open(watched)
    state.readableLength = 16_384
    for (let i = 0; i < 10; i++) watch.look()
    state.readableLength = 0
    state.complete = true
    for (let i = 0; i < 10; i++) watch.look()
    expect(state.cut).toBe(0)
  })

  test('beyond the five hundred that are being sent has to wait', () => {
    const watch = createBodyWatch()
    const closes = Array.from({ length: 500 }, () => watch.open(sender().watched))
    expect(watch.open(sender().watched)).toBeNull()
    closes[0]?.()
    expect(watch.open(sender().watched)).not.toBeNull()
  })
})

describe('over HTTP', () => {
  const apps: FastifyInstance[] = []
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })
  const start = async () => {
    const watch = createBodyWatch()
    const app = Fastify({ forceCloseConnections: true })
    apps.push(app)
    answerErrors(app)
    watchBodies(app, watch)
    app.post('/take', async () => 'taken')
    await app.listen({ host: '127.0.0.1', port: 0 })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    return { watch, port }
  }
  const send = (port: number, text: string) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    return new Promise<string>((resolve) => socket.once('close', () => resolve(answer)))
  }
  const head = 'host: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n'

  test.each(['POST /take', 'POST /nothing'])(
    'one that never ends is answered, and its connection closed: %s',
    async (line) => {
      const { watch, port } = await start()
      const closed = send(port, `${line} HTTP/1.1\r\n${head}{`)
      const looking = setInterval(watch.look, 5)
      expect(await closed).toMatch(/^HTTP\/1\.1 408 .*"code":"too-slow"/s)
      clearInterval(looking)
    },
  )

  test('those that are through make room for others', async () => {
    const { port } = await start()
    for (let i = 0; i < 510; i++) {
      const body = JSON.stringify({ i })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`http://127.0.0.1:${port}/take`, { method: 'POST', body, headers })
      if (answer.status !== 200) throw new Error(`${i}: ${answer.status}`)
      await answer.text()
    }
  })
})
