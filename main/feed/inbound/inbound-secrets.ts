// The secrets by which deliveries are proved. They are made here, or come from the program that sends.
import { randomBytes } from 'node:crypto'
import type { InboundProof } from '../../../shared/wire/inbound.ts'
import { isSigningSecret, signingSecretOf } from '../outbox/senders/webhook.ts'

export const secretNameOf = (source: string): string => `inbound:${source}`

/** Of an address it is a part: letters that every program leaves as they are. */
const newSecret = (proof: InboundProof): string =>
  proof.kind === 'standard-webhooks'
    ? signingSecretOf(randomBytes(32))
    : randomBytes(24).toString('base64url')

/** Why a secret of somebody's own cannot be used for this proof, in a sentence; null where it can. */
export const secretFault = (proof: InboundProof, secret: string): string | null => {
  if (proof.kind === 'address')
    return /^[\w-]{24,200}$/.test(secret)
      ? null
      : 'The end of an address has 24 to 200 letters, digits, hyphens and underscores.'
  if (proof.kind === 'standard-webhooks')
    return isSigningSecret(secret)
      ? null
      : 'A secret of Standard Webhooks begins with whsec_, and 24 to 64 bytes in base64 follow.'
  return null
}

/** One's own, or a new one. */
export const secretFor = (proof: InboundProof, own: string | null): string => own ?? newSecret(proof)
