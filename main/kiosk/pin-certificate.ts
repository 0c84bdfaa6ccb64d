// A feed may have a certificate that it made itself: the wall takes that one, known by its fingerprint, and no other that
// nobody vouches for.
import type { Session } from 'electron'

/** What Chromium leaves to its own judgement. */
const chromiumDecides = -3

/** As Chromium writes it: `sha256/` and base64. */
const chromiumForm = (fingerprint: string): string =>
  `sha256/${Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64')}`

export function pinCertificate(session: Session, fingerprint: string | undefined): void {
  if (fingerprint === undefined) return
  const wanted = chromiumForm(fingerprint)
  session.setCertificateVerifyProc(({ certificate }, answer) =>
    answer(certificate.fingerprint === wanted ? 0 : chromiumDecides),
  )
}
