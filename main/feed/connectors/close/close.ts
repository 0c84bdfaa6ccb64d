import type { Vendor } from '../connector.ts'
import { faultIn } from './answers.ts'
import { createCloseConnector } from './close-connector.ts'
import { rights } from './rights.ts'

export const close: Vendor = {
  name: 'Close',
  api: () => 'https://api.close.com',
  address: null,
  keys: [{ id: 'key', name: 'API key', kind: 'token', optional: false }],
  reads: ['deals', 'calls', 'meetings', 'emails'],
  recurs: true,
  scopes: rights.map(({ scope, why, of }) => ({ scope, why, needed: true, of: of === null ? null : [of] })),
  newKey: 'In Close open Settings, Developer, API Keys, and make a new key',
  giveRights: 'In Close open Settings, Roles & Permissions, and let whoever made the key see this.',
  spacingMs: { usual: 100, search: 100 },
  callsPerDay: null,
  pollMs: 20_000,
  // The key is a user's name, and there is no password.
  signIn: async ({ keys }) => ({
    headers: { authorization: `Basic ${Buffer.from(`${keys['key'] ?? ''}:`).toString('base64')}` },
    until: null,
  }),
  faultIn,
  // `limit=100, remaining=0, reset=4.2`
  waitIn: (headers) => {
    const header = headers['ratelimit']
    const seconds = typeof header === 'string' ? /\breset=(\d+(?:\.\d+)?)/.exec(header)?.[1] : undefined
    return seconds === undefined ? null : Math.ceil(Number(seconds) * 1000)
  },
  create: createCloseConnector,
}
