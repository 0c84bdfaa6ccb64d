// Which certificates the wall takes. A feed may have one that it made itself: it is known by its fingerprint, and at the feed's
// address no other is taken. What is refused there is told, so that the wall can say it to whoever stands before it.
import { net, type Session } from 'electron'
import type { RefusedCertificate } from '../../shared/wire/kiosk.ts'

/** What Chromium leaves to its own judgement, and its error for what nobody vouches for. */
const chromiumDecides = -3
const authorityInvalid = -202

/** A feed that takes longer is away for other reasons. */
const answerWithinMs = 5000

const plain = (fingerprint: string): string => fingerprint.replaceAll(':', '').toLowerCase()

/** As feeds print it, out of Chromium's `sha256/` and base64. */
const printedForm = (fingerprint: string): string =>
  Buffer.from(fingerprint.replace('sha256/', ''), 'base64')
    .toString('hex')
    .toUpperCase()
    .replace(/..(?=.)/g, '$&:')

interface FeedCertificateParts {
  readonly session: Session
  /** Of the feed, `http(s)://host:port`; null while none is chosen. */
  readonly origin: () => string | null
  /** The one that counts there; without it, Chromium judges. */
  readonly fingerprint: () => string | undefined
}

export interface FeedCertificate {
  /** Asks the feed anew; null where its certificate is taken, or nothing answers. */
  refused(): Promise<RefusedCertificate | null>
}

export function watchFeedCertificate({
  session,
  origin,
  fingerprint,
}: FeedCertificateParts): FeedCertificate {
  let found: string | null = null

  session.setCertificateVerifyProc(({ hostname, certificate }, answer) => {
    const feed = origin()
    if (feed === null || hostname !== new URL(feed).hostname) return answer(chromiumDecides)
    found = printedForm(certificate.fingerprint)
    const pinned = fingerprint()
    if (pinned === undefined) return answer(chromiumDecides)
    return answer(plain(found) === plain(pinned) ? 0 : authorityInvalid)
  })

  /** In Chromium's words, such as `net::ERR_CERT_AUTHORITY_INVALID`; null where the feed answers. */
  const failureOfRequest = (feed: string): Promise<string | null> =>
    new Promise((resolve) => {
      const request = net.request({ url: `${feed}/healthz`, session, cache: 'no-store' })
      const timer = setTimeout(() => request.abort(), answerWithinMs)
      const end = (failure: string | null) => {
        clearTimeout(timer)
        resolve(failure)
      }
      request.once('response', () => {
        end(null)
        request.abort()
      })
      request.once('abort', () => end(null))
      request.on('error', ({ message }) => end(message))
      request.end()
    })

  return {
    async refused() {
      const feed = origin()
      if (feed === null || new URL(feed).protocol !== 'https:') return null
      const failure = await failureOfRequest(feed)
      if (failure === null || !failure.includes('ERR_CERT_') || found === null) return null
      return { fingerprint: found, isPinned: fingerprint() !== undefined }
    },
  }
}
