// Requests at a fixed number in flight, over raw sockets: a client so cheap that the server is what is measured.
import { connect, type Socket } from 'node:net'

export interface CrowdQuestion {
  readonly port: number
  readonly inFlight: number
  readonly seconds: number
  /** The body of request `n` is `before`, n in nine digits, `after`. */
  readonly before: string
  readonly after: string
  readonly firstId: number
}

export interface CrowdAnswer {
  readonly perSecond: number
}

const hammer = ({ port, inFlight, seconds, before, after, firstId }: CrowdQuestion): Promise<CrowdAnswer> =>
  new Promise((resolve, reject) => {
    const length = Buffer.byteLength(before) + 9 + Buffer.byteLength(after)
    const head = `POST /api/v1/facts HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`
    let answered = 0
    const startedAt = performance.now()
    const endsAt = startedAt + seconds * 1000
    let id = firstId
    let open = inFlight

    const use = (socket: Socket): void => {
      let received = ''
      const send = (): void => {
        socket.write(`${head}${before}${String(id++).padStart(9, '0')}${after}`)
      }
      socket.setNoDelay(true)
      socket.setEncoding('latin1')
      socket.on('connect', send)
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        received += chunk
        const headEnd = received.indexOf('\r\n\r\n')
        if (headEnd < 0) return
        const declared = /content-length: (\d+)/i.exec(received)?.[1]
        if (received.length < headEnd + 4 + Number(declared)) return
        if (!received.startsWith('HTTP/1.1 200')) {
          reject(new Error(received))
          return
        }
        received = ''
        const now = performance.now()
        answered += 1
        if (now < endsAt) {
          send()
          return
        }
        socket.end()
        if (--open > 0) return
        resolve({ perSecond: (answered / (now - startedAt)) * 1000 })
      })
    }
    for (let i = 0; i < inFlight; i++) use(connect(port, '127.0.0.1'))
  })

process.on('message', (question: CrowdQuestion) => {
  void hammer(question).then((answer) => process.send?.(answer))
})
