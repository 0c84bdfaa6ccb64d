// The HTTP server of the feed, acknowledging without doing anything.
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'

const server = Fastify({ logger: false })
server.post('/api/v1/facts', async () => ({ accepted: 1, unchanged: 0, rejected: [], seq: 1 }))
await server.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (server.server.address() as AddressInfo).port })
