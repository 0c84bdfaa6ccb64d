// Links that are good for one use: invitations, and ways to a new password.
import type { Clock } from '../clock.ts'
import type { AccountStore, Invited, StoredLink } from '../store/accounts.ts'
import { AccessRefusal } from './refusal.ts'
import { hashSecret, newId, newSecret } from './secret.ts'

const hour = 3_600_000
const invitationMs = 7 * 24 * hour
const resetMs = 2 * hour

/** A link's secret is shown once. */
export interface MadeLink {
  readonly id: string
  readonly secret: string
  readonly expiresAt: number
}

export type Link<K extends StoredLink['kind']> = Extract<StoredLink, { kind: K }>

/** Of several for the same person the last one is good. */
export interface Links {
  addInvitation(invited: Invited, by: string): Promise<MadeLink>
  addReset(account: string, by: string): Promise<MadeLink>
  /** Throws `AccessRefusal` where it was used, is too old, or never was. */
  see<K extends StoredLink['kind']>(secret: string, kind: K): Promise<Link<K>>
  /** The same, and uses it up. */
  take<K extends StoredLink['kind']>(secret: string, kind: K): Promise<Link<K>>
  invitations(): Promise<readonly Link<'invitation'>[]>
}

export const createLinks = (accounts: AccountStore, clock: Clock): Links => {
  const isGood = (link: StoredLink): boolean => link.expiresAt > clock.now()

  const add = async (
    link: Pick<Link<'reset'>, 'kind' | 'account'> | Pick<Link<'invitation'>, 'kind' | 'invited'>,
    by: string,
    lifeMs: number,
  ): Promise<MadeLink> => {
    const [secret, id, createdAt] = [newSecret(), newId(), clock.now()]
    const expiresAt = createdAt + lifeMs
    await accounts.addLink({ ...link, hash: hashSecret(secret), id, by, createdAt, expiresAt })
    return { id, secret, expiresAt }
  }
  const forget = async (isSuperseded: (link: StoredLink) => boolean): Promise<void> => {
    for (const link of await accounts.links())
      if (isSuperseded(link) || !isGood(link)) await accounts.removeLink(link.id)
  }
  const goodOf = <K extends StoredLink['kind']>(kind: K, found: StoredLink | null): Link<K> => {
    const isKind = (link: StoredLink): link is Link<K> => link.kind === kind
    if (found !== null && isKind(found) && isGood(found)) return found
    throw new AccessRefusal('link-gone', 'This link was used already, or is too old; ask for another one.')
  }

  return {
    async addInvitation(invited, by) {
      await forget((link) => link.kind === 'invitation' && link.invited.email === invited.email)
      return await add({ kind: 'invitation', invited }, by, invitationMs)
    },
    async addReset(account, by) {
      await forget((link) => link.kind === 'reset' && link.account === account)
      return await add({ kind: 'reset', account }, by, resetMs)
    },
    see: async (secret, kind) => goodOf(kind, await accounts.link(hashSecret(secret))),
    take: async (secret, kind) => goodOf(kind, await accounts.takeLink(hashSecret(secret))),
    invitations: async () =>
      (await accounts.links()).flatMap((link) => (link.kind === 'invitation' && isGood(link) ? [link] : [])),
  }
}
