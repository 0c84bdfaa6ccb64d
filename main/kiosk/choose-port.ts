import { createServer } from 'node:net'

/**
 * A port of 127.0.0.1 that is free now, if possible `preferred`. It is chosen before the feed starts, so that the page's
 * content security policy can name it.
 */
export async function choosePort(preferred: number): Promise<number> {
  return (await probe(preferred)) ?? (await probe(0)) ?? preferred
}

function probe(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const found = typeof address === 'object' && address !== null ? address.port : null
      server.close(() => resolve(found))
    })
  })
}
