// The port to the tokens of programs and TVs. It stands beside the log and not in it: what is in the log stays for ever,
// and a token is revoked.
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

export const TokenRole = z.enum(['ingest', 'admin', 'screen', 'report'])
export type TokenRole = z.infer<typeof TokenRole>

/** A token as it is kept. `hash` is the SHA-256 of the whole token, in hexadecimal. */
export const StoredToken = z.strictObject({
  id: z.string().min(1),
  role: TokenRole,
  name: z.string(),
  createdAt: z.string(),
  /** The only screen that it opens; left out where it is not the token of one TV. */
  screen: z.string().optional(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type StoredToken = z.infer<typeof StoredToken>

/**
 * Finds a token by its hash. It looks at all of them and in constant time, so that the delay of an answer says nothing
 * about any.
 */
export const createTokenFinder = (tokens: readonly StoredToken[]): ((hash: string) => StoredToken | null) => {
  const kept = tokens.map((token) => ({ token, bytes: Buffer.from(token.hash, 'hex') }))
  return (hash) => {
    const wanted = Buffer.from(hash, 'hex')
    let found: StoredToken | null = null
    for (const { token, bytes } of kept) if (timingSafeEqual(bytes, wanted)) found = token
    return found
  }
}

/**
 * `tokens` and `findToken` are asked at every request: they answer from memory. What another process adds or revokes
 * is noticed within a second. Neither rejects: while the store cannot be read, what was read last stays in force.
 */
export interface TokenStore {
  /** Oldest first. The same list as long as nothing changes. */
  tokens(): Promise<readonly StoredToken[]>
  /** Null for a hash that no token has. It looks anew before it says so: a token counts from its first use on. */
  findToken(hash: string): Promise<StoredToken | null>
  addToken(token: StoredToken): Promise<void>
  /** False where there is no token of this id. */
  revokeToken(id: string): Promise<boolean>
}
