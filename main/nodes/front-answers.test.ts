import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { noOwner, refuseUpgrade } from './front-answers.ts'

test('[Q63] whoever breaks off a connection whose upgrade was refused ends nothing else', async () => {
  const server = createServer((_, response) => response.end('served'))
  server.on('upgrade', (_, socket) => refuseUpgrade(socket, noOwner('nobody has it')))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const upgraded = once(server, 'upgrade')
  const client = connect({ host: '127.0.0.1', port, allowHalfOpen: true })
  client.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n')
  const [, socket] = await upgraded
  const closed = new Promise((done) => socket.once('close', done))
  const [answer] = await once(client, 'data')
  expect(String(answer)).toContain('503 Service Unavailable')
  client.resetAndDestroy()
  await closed
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('served')
  server.closeAllConnections()
  server.close()
})
