// Access tokens: `fb_<role>_<192 random bits>`. Only their hashes are kept, so a stolen file opens no door.
import { createHash, randomBytes } from 'node:crypto'
import type { StoredToken, TokenRole } from '../store/accounts.ts'

/** A token carries 192 random bits, so one round of a fast hash is enough: there is nothing to guess from. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** `at` in epoch ms. */
export const keepToken = (token: string, role: TokenRole, name: string, at: number): StoredToken => ({
  id: randomBytes(4).toString('hex'),
  role,
  name,
  createdAt: new Date(at).toISOString(),
  hash: hashToken(token),
})

export const createToken = (role: TokenRole): string => `fb_${role}_${randomBytes(24).toString('base64url')}`
