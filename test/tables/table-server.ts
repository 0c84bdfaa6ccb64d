// A server of tables that misbehaves on command, as spreadsheets behind addresses do.
import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ServedTable {
  body: string | Buffer
  type: string
  status: number
  /** Whether it tells what a table is known by. */
  hasEtag: boolean
  /** Sends one so often from address to address before it answers. */
  hops: number
  /** Hangs up after so many bytes. */
  cutAt: number | null
  retryAfter: string | null
}

export interface TableServer {
  readonly url: string
  readonly served: ServedTable
  readonly asked: IncomingHttpHeaders[]
  /** Times that it sent a whole table. */
  sent: number
  close(): Promise<void>
}

export const startTableServer = async (): Promise<TableServer> => {
  const served: ServedTable = {
    body: '',
    type: 'text/csv; charset=utf-8',
    status: 200,
    hasEtag: true,
    hops: 0,
    cutAt: null,
    retryAfter: null,
  }
  const asked: IncomingHttpHeaders[] = []
  let sent = 0
  const server = createServer((request, response) => {
    const hop = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('hop') ?? 0)
    if (hop < served.hops) {
      response.writeHead(307, { location: `/table?hop=${hop + 1}` }).end()
      return
    }
    asked.push(request.headers)
    const body = Buffer.from(served.body)
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`
    if (served.status === 200 && served.hasEtag && request.headers['if-none-match'] === etag) {
      response.writeHead(304).end()
      return
    }
    sent += 1
    response.writeHead(served.status, {
      'content-type': served.type,
      'content-length': body.length,
      ...(served.hasEtag && { etag }),
      ...(served.retryAfter !== null && { 'retry-after': served.retryAfter }),
    })
    if (served.cutAt === null) response.end(body)
    else {
      response.write(body.subarray(0, served.cutAt))
      setImmediate(() => response.destroy())
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/table`,
    served,
    asked,
    get sent() {
      return sent
    },
    close: () => new Promise((done) => void server.close(() => done())),
  }
}
