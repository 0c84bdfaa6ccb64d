// Access tokens: `fb_<role>_<192 random bits>`. Only their hashes are kept, so a stolen file opens no door.
import { randomBytes } from 'node:crypto'
import type { StoredToken, TokenRole } from '../store/tokens.ts'
import { hashSecret } from './secret.ts'

/** `at` in epoch ms. `screen`: the one screen that it reads; left out, whatever its role opens. */
export const keepToken = (
  token: string,
  role: TokenRole,
  name: string,
  at: number,
  screen?: string,
): StoredToken => ({
  id: randomBytes(4).toString('hex'),
  role,
  name,
  createdAt: new Date(at).toISOString(),
  hash: hashSecret(token),
  ...(screen !== undefined && { screen }),
})

export const createToken = (role: TokenRole): string => `fb_${role}_${randomBytes(24).toString('base64url')}`

/** Whether it says of itself that it reads figures and nothing else. */
export const isReportToken = (token: string): boolean => token.startsWith('fb_report_')
