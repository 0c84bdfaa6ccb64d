// A line to a server on this machine that can fall silent, as a machine that hangs, or be cut, as one that is gone.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Line {
  readonly port: number
  /** What is sent either way waits. */
  pause(): void
  /** What waits arrives. */
  resume(): void
  /** For good. */
  cut(): void
}

export const openLine = async (to: number): Promise<Line> => {
  const sockets = new Set<Socket>()
  let isPaused = false
  const join = (from: Socket, into: Socket): void => {
    sockets.add(from)
    from.on('data', (piece) => void into.write(piece))
    from.on('error', () => undefined)
    from.on('close', () => {
      sockets.delete(from)
      into.destroy()
    })
    if (isPaused) from.pause()
  }
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1')
    join(client, upstream)
    join(upstream, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    pause: () => {
      isPaused = true
      for (const socket of sockets) socket.pause()
    },
    resume: () => {
      isPaused = false
      for (const socket of sockets) socket.resume()
    },
    cut: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
