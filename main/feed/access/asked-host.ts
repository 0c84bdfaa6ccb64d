// What a request says of the way it came.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { IsProxy } from './trusted-proxy.ts'

/** Headers that a proxy adds, and a browser never sends by itself. */
const signs = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded'] as const

/** Whether something that stands before the feed has passed the request on. */
export const comesByProxy = (headers: IncomingHttpHeaders): boolean =>
  signs.some((name) => headers[name] !== undefined)

/** By which name it is asked for: what a proxy says of it counts where the proxy is known. */
export const askedHost = (
  { headers, socket }: IncomingMessage,
  isProxy: IsProxy | null,
): string | undefined => {
  const forwarded = headers['x-forwarded-host']
  if (isProxy === null || typeof forwarded !== 'string' || !isProxy(socket.remoteAddress)) return headers.host
  // Of several, as HTTP routes read it: what the nearest proxy says.
  return forwarded.split(',').at(-1)?.trim()
}
