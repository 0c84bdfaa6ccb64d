// Asks an address whether Floorboard is there, before the TV is set up for it.
import { request as requestPlain } from 'node:http'
import { request as requestByTls } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { ApiErrorBody } from '../../../shared/wire/api-error.ts'
import { ReachAnswer } from '../../../shared/wire/reach.ts'

const answerWithinMs = 4000
/** Its answer is a few words. */
const mostBytes = 10_000

export type Probe =
  /** `fingerprint`: of a certificate that nobody vouches for, as feeds make for themselves; else null. */
  | { readonly kind: 'feed'; readonly fingerprint: string | null }
  | { readonly kind: 'something-else' }
  | { readonly kind: 'silent' }

function isFeed(text: string): boolean {
  try {
    const body: unknown = JSON.parse(text)
    // A feed that refuses says so in its own form; the wall then shows what it said.
    return ReachAnswer.safeParse(body).success || ApiErrorBody.safeParse(body).success
  } catch {
    return false
  }
}

/** @param origin `http(s)://host:port` */
export function probeFeed(origin: string): Promise<Probe> {
  const isTls = origin.startsWith('https:')
  return new Promise((resolve) => {
    const end = (probe: Probe) => {
      clearTimeout(timer)
      resolve(probe)
      request.destroy()
    }
    const request = (isTls ? requestByTls : requestPlain)(`${origin}/api/v1/reach`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 2 },
      agent: false,
      // Judged below: one of the feed's own is taken and from then on no other.
      rejectUnauthorized: false,
    })
    const timer = setTimeout(() => end({ kind: 'silent' }), answerWithinMs)
    request.once('error', () => end({ kind: 'silent' }))
    request.once('response', (answer) => {
      // Read at once: after the answer the socket may be gone.
      const socket = isTls ? (answer.socket as TLSSocket) : null
      const fingerprint =
        socket === null || socket.authorized ? null : socket.getPeerCertificate().fingerprint256
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
        if (text.length > mostBytes) end({ kind: 'something-else' })
      })
      answer.once('end', () => end(isFeed(text) ? { kind: 'feed', fingerprint } : { kind: 'something-else' }))
      answer.once('error', () => end({ kind: 'silent' }))
    })
    request.end('{}')
  })
}
