// Secrets that nobody can guess: tokens, sessions, links. Only their hashes are kept, so a stolen file opens no door.
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, in characters that an address may hold. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Names something to people; opens nothing. */
export const newId = (): string => randomBytes(8).toString('hex')

/** There is nothing to guess from a secret of this length, so one round of a fast hash is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
