// Tokens and accounts in a data folder, and who is who there.
import { createIdentity, type Identity } from '../../main/feed/access/identity.ts'
import { createToken, keepToken } from '../../main/feed/access/token.ts'
import { openAccountFile } from '../../main/feed/store/sqlite/account-file.ts'
import { openTokenFile } from '../../main/feed/store/token-file.ts'
import type { StoredToken, TokenRole } from '../../main/feed/store/tokens.ts'

export const openTokens = (folder: string) =>
  openTokenFile({
    folder,
    onError: (error) => {
      throw error
    },
  })

/** As a feed on this folder would have it. */
export const openIdentity = (
  folder: string,
  given: Partial<Parameters<typeof createIdentity>[0]> = {},
): Identity =>
  createIdentity({
    tokens: openTokens(folder),
    accounts: openAccountFile(folder),
    clock: { now: () => Date.parse('2026-11-20T20:00:00Z') },
    loopback: true,
    secure: false,
    onError: (_what, error) => {
      throw error
    },
    ...given,
  })

/** As `floorboard token create` makes one. */
export const keepNewToken = async (
  folder: string,
  role: TokenRole,
): Promise<{ token: string; stored: StoredToken }> => {
  const token = createToken(role)
  const stored = keepToken(token, role, '', 0)
  await openTokens(folder).addToken(stored)
  return { token, stored }
}

export const makeToken = async (folder: string, role: TokenRole): Promise<string> =>
  (await keepNewToken(folder, role)).token
