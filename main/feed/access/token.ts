// Access tokens: `fb_<role>_<192 random bits>`. Only their hashes are kept, so a stolen file opens no door.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

export const TokenRole = z.enum(['ingest', 'admin', 'screen'])
export type TokenRole = z.infer<typeof TokenRole>

/** A token as it is kept. `hash` is the SHA-256 of the whole token, in hexadecimal. */
export const StoredToken = z.strictObject({
  id: z.string().min(1),
  role: TokenRole,
  name: z.string(),
  createdAt: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type StoredToken = z.infer<typeof StoredToken>

/** A token carries 192 random bits, so one round of a fast hash is enough: there is nothing to guess from. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export const keepToken = (token: string, role: TokenRole, name: string, at: number): StoredToken => ({
  id: randomBytes(4).toString('hex'),
  role,
  name,
  createdAt: new Date(at).toISOString(),
  hash: hashOf(token).toString('hex'),
})

export const createToken = (role: TokenRole): string => `fb_${role}_${randomBytes(24).toString('base64url')}`

/** Compares with every kept token in constant time, so that an answer's delay says nothing about any of them. */
export const findToken = (kept: readonly StoredToken[], token: string): StoredToken | null => {
  const hash = hashOf(token)
  let found: StoredToken | null = null
  for (const candidate of kept)
    if (timingSafeEqual(Buffer.from(candidate.hash, 'hex'), hash)) found = candidate
  return found
}
