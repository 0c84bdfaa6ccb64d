// The network between a kiosk and its feed: a port that passes everything on until it is cut.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface CuttableLine {
  readonly url: string
  /** Breaks what is open, and refuses what comes. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** @param port where the feed listens, on this machine, whenever it runs */
export const openCuttableLine = async (port: number): Promise<CuttableLine> => {
  let isCut = false
  const open = new Set<Socket>()
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    const pair = [near, far]
    for (const each of pair) {
      open.add(each)
      each.setNoDelay(true)
      // The end of one is the end of the other; `close` follows an error too.
      each.on('error', () => undefined)
      each.on('close', () => {
        open.delete(each)
        for (const other of pair) other.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as AddressInfo
  const breakAll = () => {
    for (const each of open) each.destroy()
  }
  return {
    url: `http://127.0.0.1:${own}`,
    cut: () => {
      isCut = true
      breakAll()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}
