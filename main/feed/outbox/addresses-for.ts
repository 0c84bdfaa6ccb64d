// The addresses that a message bears: the recipient's own links, and where an answer goes.
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { emailOf } from './congratulations.ts'
import type { DeliveryBody } from './delivery.ts'
import type { Links } from './links.ts'
import type { Addresses } from './message.ts'

const hourMs = 3_600_000
const linkHours = 72

export const stopAddresses = (
  links: Pick<Links, 'stop'>,
  origin: string,
  email: string,
): NonNullable<Addresses['stop']> => {
  const stop = links.stop(email)
  return { page: `${origin}/mail-stop/${stop}`, post: `${origin}/api/v1/mail-stops/${stop}` }
}

/** `origin`: by which people reach the feed; `at`: epoch ms, when the message was written. */
export const addressesFor = (
  { key, body, at }: { readonly key: string; readonly body: DeliveryBody; readonly at: number },
  links: Links,
  origin: string,
  floor: FloorFile,
): Addresses => {
  const { target, what, celebration } = body
  const isLeader = target.kind === 'leader' && what !== 'correction'
  const [first] = celebration.people
  return {
    link: isLeader
      ? `${origin}/congratulate/${links.congratulate(key, target.email, at + linkHours * hourMs)}`
      : null,
    console: `${origin}/console/celebrations`,
    stop: target.kind === 'connection' ? null : stopAddresses(links, origin, target.email),
    replyTo: isLeader && first !== undefined ? emailOf(floor, first) : null,
  }
}
