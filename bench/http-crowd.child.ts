// Requests at a fixed number in flight, over raw sockets: a client so cheap that the server is what is measured.
import { connect, type Socket } from 'node:net'
import { quantile } from './result.ts'

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
  readonly requests: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

const hammer = ({ port, inFlight, seconds, before, after, firstId }: CrowdQuestion): Promise<CrowdAnswer> =>
  new Promise((resolve, reject) => {
    const length = Buffer.byteLength(before) + 9 + Buffer.byteLength(after)
    const head = `POST /api/v1/facts HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`
    const latencies: number[] = []
    const startedAt = performance.now()
    const endsAt = startedAt + seconds * 1000
    let id = firstId
    let open = inFlight

    const use = (socket: Socket): void => {
      let sentAt = 0
      let received = ''
      const send = (): void => {
        sentAt = performance.now()
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
        latencies.push(now - sentAt)
        if (now < endsAt) {
          send()
          return
        }
        socket.end()
        if (--open > 0) return
        const perSecond = (latencies.length / (now - startedAt)) * 1000
        resolve({
          requests: latencies.length,
          perSecond,
          p50Ms: quantile(latencies, 0.5),
          p99Ms: quantile(latencies, 0.99),
        })
      })
    }
    for (let i = 0; i < inFlight; i++) use(connect(port, '127.0.0.1'))
  })

process.on('message', (question: CrowdQuestion) => {
  void hammer(question).then((answer) => process.send?.(answer))
})
