// A token in a data folder, as `floorboard token create` makes one.
import { createToken, keepToken } from '../../main/feed/access/token.ts'
import type { StoredToken, TokenRole } from '../../main/feed/store/accounts.ts'
import { openTokenFileAccounts } from '../../main/feed/store/token-file-accounts.ts'

export const openAccounts = (folder: string) =>
  openTokenFileAccounts({
    folder,
    onError: (error) => {
      throw error
    },
  })

export const keepNewToken = async (
  folder: string,
  role: TokenRole,
): Promise<{ token: string; stored: StoredToken }> => {
  const token = createToken(role)
  const stored = keepToken(token, role, '', 0)
  await openAccounts(folder).addToken(stored)
  return { token, stored }
}

export const makeToken = async (folder: string, role: TokenRole): Promise<string> =>
  (await keepNewToken(folder, role)).token
