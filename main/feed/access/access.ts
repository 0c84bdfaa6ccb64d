// Decides at each request whether it may pass. Follows the token file while the feed runs.
import { type Door, isLocked, roleOpens } from './doors.ts'
import { findToken, keepToken, type StoredToken } from './token.ts'
import { readTokens, tokenFile, tokenFileStamp } from './token-file.ts'

/** `unknown`: no token, or one that this feed never made. `forbidden`: one whose role does not open this door. */
type Passage = 'open' | 'unknown' | 'forbidden'

export interface Access {
  pass(door: Door, token: string | null): Passage
  /** Whether any token is kept in the data folder. */
  hasTokens(): boolean
}

export interface AccessParts {
  readonly folder: string
  /** On a loopback address a door stands open until a token that fits it exists. */
  readonly loopback: boolean
  /** A token of this process alone, with every right; it locks nothing. */
  readonly ephemeralToken?: string | undefined
  /** Hears of a token file that became unreadable; the tokens read last stay in force. */
  readonly onError: (error: unknown) => void
}

/** How long the look at the file is trusted, in real time: a token made or revoked counts a moment later. */
const trustedMs = 100

/** Throws `BadSetUp` when the token file cannot be read. */
export const openAccess = ({ folder, loopback, ephemeralToken, onError }: AccessParts): Access => {
  const file = tokenFile(folder)
  const ephemeral = ephemeralToken === undefined ? [] : [keepToken(ephemeralToken, 'admin', 'ephemeral', 0)]
  let stamp = tokenFileStamp(file)
  let kept = readTokens(file)
  let lookedAt = performance.now()

  const look = (): void => {
    lookedAt = performance.now()
    try {
      const found = tokenFileStamp(file)
      if (found === stamp) return
      stamp = found
      kept = readTokens(file)
    } catch (error) {
      onError(error)
    }
  }
  const find = (token: string): StoredToken | null => findToken(kept, token) ?? findToken(ephemeral, token)
  const findAnew = (token: string): StoredToken | null => {
    const known = find(token)
    if (known !== null) return known
    // Perhaps it was made just now.
    look()
    return find(token)
  }

  return {
    pass(door, token) {
      if (performance.now() - lookedAt > trustedMs) look()
      const known = token === null ? null : findAnew(token)
      if (known !== null && roleOpens(known.role, door)) return 'open'
      if (loopback && !isLocked(door, kept)) return 'open'
      return known === null ? 'unknown' : 'forbidden'
    },
    hasTokens: () => kept.length > 0,
  }
}
