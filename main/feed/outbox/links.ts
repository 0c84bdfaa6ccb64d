// Links that open one thing for one person without signing in. What they say is signed: a link that was guessed, or whose
// end was put off, opens nothing.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { LogUnavailable } from '../store/log.ts'
import type { SecretStore } from '../store/secrets.ts'

export interface Links {
  /** For the leader to whom the delivery of this key goes. `until` in epoch ms. */
  congratulate(key: string, email: string, until: number): string
  /** The delivery's key and the end of a link; null where it is none. Whose it is, `isSigned` asks. */
  read(link: string): { readonly key: string; readonly until: number } | null
  isSigned(link: string, email: string): boolean
  /** By which an address is sent no more mail. */
  stop(email: string): string
  /** Whose address a link names; null where it is none. */
  readStop(link: string): string | null
}

const secretName = 'link-key'

/** Kept with the other secrets, so that links outlive a restart; where none can be kept, for this run alone. */
export const openLinkKey = async (
  secrets: SecretStore,
  onError: (what: string, error: unknown) => void,
): Promise<Buffer> => {
  const known = secrets.get(secretName)
  if (known !== null) return Buffer.from(known, 'base64')
  const key = randomBytes(32)
  try {
    await secrets.set(secretName, key.toString('base64'))
  } catch (error) {
    if (!(error instanceof LogUnavailable)) throw error
    onError('the key of links cannot be kept; links that are sent now end with this run', error)
  }
  return key
}

export const createLinks = (key: Buffer): Links => {
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url')
  const isSame = (a: string, b: string): boolean =>
    a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
  const congratulation = (delivery: string, email: string, until: string): string =>
    sign(`congratulate ${delivery} ${email.toLowerCase()} ${until}`)
  const stopping = (email: string): string => sign(`stop ${email}`)
  return {
    congratulate: (delivery, email, until) => {
      const end = until.toString(36)
      return `${delivery}.${end}.${congratulation(delivery, email, end)}`
    },
    read: (link) => {
      const [, delivery, end] = /^([0-9a-f]{24})\.([0-9a-z]{1,12})\.[\w-]{43}$/.exec(link) ?? []
      return delivery === undefined || end === undefined
        ? null
        : { key: delivery, until: Number.parseInt(end, 36) }
    },
    isSigned: (link, email) => {
      const [delivery = '', end = '', signature = ''] = link.split('.')
      return isSame(signature, congratulation(delivery, email, end))
    },
    stop: (email) => {
      const address = email.toLowerCase()
      return `${Buffer.from(address).toString('base64url')}.${stopping(address)}`
    },
    readStop: (link) => {
      const [encoded = '', signature = '', rest] = link.split('.')
      const email = Buffer.from(encoded, 'base64url').toString('utf8')
      return rest === undefined && isSame(signature, stopping(email)) ? email : null
    },
  }
}
