// Whether a delivery comes from whom it should: what it brings is held against the source's secret, in a time that says
// nothing of how much of it was right.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { InboundProof } from '../../../shared/wire/inbound.ts'

export interface Asked {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** What the address ends in after the source; null without. */
  readonly key: string | null
  /** As it came. */
  readonly body: Buffer
}

/** As Standard Webhooks and most vendors have it. */
const oldestMs = 5 * 60 * 1000

/** Of hashes, since what is given may have any length. */
const isSame = (given: string, wanted: string): boolean => {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

const headerOf = ({ headers }: Asked, name: string): string => {
  const value = headers[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Seconds or milliseconds since 1970, whichever makes it a time of our age. */
const instantOf = (text: string): number => {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  return number < 1e11 ? number * 1000 : number
}

const isRecent = (text: string, now: number): boolean => Math.abs(instantOf(text) - now) <= oldestMs

const tooOld = 'its time is more than five minutes from ours'
const unsigned = 'it is not signed'
const wrongSignature = 'its signature is another one: the secret may be, or the body was changed on its way'

const standardWebhooks = (asked: Asked, secret: string, now: number): string | null => {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    headerOf(asked, `webhook-${name}`),
  )
  if (!id || !timestamp || !signatures) return unsigned
  if (!isRecent(timestamp, now)) return tooOld
  const signature = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(asked.body)
    .digest('base64')
  // Several while a secret is being replaced.
  const isOurs = signatures.split(' ').filter((each) => isSame(each, `v1,${signature}`)).length > 0
  return isOurs ? null : wrongSignature
}

const basic = (asked: Asked, user: string, secret: string): string | null => {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headerOf(asked, 'authorization'))?.[1]
  if (encoded === undefined) return 'it brings no user name and password'
  const isOurs = isSame(Buffer.from(encoded, 'base64').toString('utf8'), `${user}:${secret}`)
  return isOurs ? null : 'its user name or its password is another one'
}

type Hmac = Extract<InboundProof, { kind: 'hmac' }>

const hmac = (asked: Asked, proof: Hmac, secret: string, now: number): string | null => {
  const { header, hash, encoding, prefix, signed, timestampHeader, secret: written } = proof
  const given = headerOf(asked, header)
  if (given === '') return `it has no header ${header}`
  const timestamp = timestampHeader === undefined ? '' : headerOf(asked, timestampHeader)
  if (timestampHeader !== undefined && !isRecent(timestamp, now)) return tooOld
  const signing = createHmac(hash, Buffer.from(secret, written === 'text' ? 'utf8' : written))
  signed.split('{body}').forEach((text, nth) => {
    if (nth > 0) signing.update(asked.body)
    signing.update(text.replaceAll('{timestamp}', timestamp))
  })
  const signature = `${prefix}${signing.digest(encoding)}`
  // Hexadecimal digits are written in either case.
  const alike = (text: string): string => (encoding === 'hex' ? text.toLowerCase() : text)
  return isSame(alike(given), alike(signature)) ? null : wrongSignature
}

/** Why it is not believed, in words that continue the delivery; null where it is. `now`: epoch ms. */
export const whyNotProved = (
  proof: InboundProof,
  secret: string,
  asked: Asked,
  now: number,
): string | null => {
  switch (proof.kind) {
    case 'address':
      return asked.key !== null && isSame(asked.key, secret) ? null : 'the end of its address is another one'
    case 'standard-webhooks':
      return standardWebhooks(asked, secret, now)
    case 'basic':
      return basic(asked, proof.user, secret)
    case 'header':
      return isSame(headerOf(asked, proof.header), secret)
        ? null
        : `its header ${proof.header} is another one`
    case 'hmac':
      return hmac(asked, proof, secret, now)
  }
}
