import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Server } from 'socket.io'
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { makeToken, openIdentity } from '../../../test/feed/make-token.ts'
import { byOf } from '../access/principal.ts'
import { guardNamespace } from './guard-namespace.ts'
import { createSocketServer } from './socket-server.ts'

let folder: string
let io: Server
let url: string
let heard: string[]
const cleanUps: (() => unknown)[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-namespace-'))
  const server = createServer()
  io = createSocketServer({ server, mayConnect: () => true })
  const namespace = io.of('/test')
  const identity = openIdentity(folder, { loopback: false })
  const guard = guardNamespace(namespace, identity, {
    connect: 'read',
    events: { look: 'read', change: 'administer' },
  })
  heard = []
  namespace.on('connection', (socket) => {
    for (const event of ['look', 'change', 'undeclared', 'constructor'])
      socket.on(event, () => heard.push(`${event} by ${byOf(socket.data.principal).replace(/:.*/, '')}`))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/test`
  cleanUps.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => io.close(),
    () => guard.close(),
  )
})
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const connect = (token: unknown): Socket => {
  const client = connectTo(url, { transports: ['websocket'], auth: { token }, reconnection: false })
  cleanUps.push(() => client.disconnect())
  return client
}
const sendAll = (client: Socket): void => {
  for (const event of ['undeclared', 'constructor', 'change', 'look']) client.emit(event)
}

it('takes of each who comes the messages that are declared and theirs to send', async () => {
  sendAll(connect(await makeToken(folder, 'screen')))
  await eventually(() => expect(heard).toEqual(['look by token']))
  sendAll(connect(await makeToken(folder, 'admin')))
  await eventually(() => expect(heard).toEqual(['look by token', 'change by token', 'look by token']))
})

it('refuses who may not connect', async () => {
  for (const token of [undefined, 'fb_screen_made-up', 7, await makeToken(folder, 'ingest')]) {
    const refused = await new Promise<Error>((resolve) => connect(token).on('connect_error', resolve))
    expect(refused.message).toBe('unauthorized')
  }
})
