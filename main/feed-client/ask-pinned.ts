// Asks a feed that made its certificate itself: it is known by the fingerprint, and nothing is sent before that is checked.
import { request as httpRequest } from 'node:http'
import { connect, type TLSSocket } from 'node:tls'

interface PinnedRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly signal: AbortSignal
}

const plain = (fingerprint: string): string => fingerprint.replace(/[^0-9a-f]/gi, '').toLowerCase()

/** Rejects where the certificate is another one. */
const connectTo = (url: URL, fingerprint: string, signal: AbortSignal): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // The fingerprint stands in for an authority that vouches for the certificate.
    const socket = connect({ host, port: Number(url.port || 443), rejectUnauthorized: false })
    const give = (error: Error): void => {
      socket.destroy()
      reject(error)
    }
    signal.addEventListener('abort', () => give(new Error('it took too long')), { once: true })
    socket.once('error', give)
    socket.once('secureConnect', () => {
      const found = socket.getPeerX509Certificate()?.fingerprint256
      if (found === undefined || plain(found) !== plain(fingerprint))
        give(new Error(`its certificate has the fingerprint ${found ?? '(none)'}, which is another one`))
      else resolve(socket)
    })
  })

export const askPinned = async (
  address: string,
  fingerprint: string,
  { method, headers, body, signal }: PinnedRequest,
): Promise<{ readonly status: number; readonly text: string }> => {
  const url = new URL(address)
  const socket = await connectTo(url, fingerprint, signal)
  return await new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const asked = httpRequest(
      {
        method,
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, connection: 'close', ...headers, ...length },
        createConnection: () => socket,
        signal,
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.once('error', reject)
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        )
      },
    )
    asked.once('error', reject)
    asked.end(body ?? undefined)
  })
}
