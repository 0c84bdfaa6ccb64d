import type { Vendor } from '../connector.ts'
import { faultIn } from './answers.ts'
import { createDialpadConnector } from './dialpad-connector.ts'
import { rights } from './rights.ts'

export const dialpad: Vendor = {
  name: 'Dialpad',
  keys: [{ id: 'key', name: 'API key', kind: 'token', optional: false }],
  reads: ['calls'],
  address: null,
  api: () => 'https://dialpad.com',
  scopes: rights.map(({ scope, why, needed }) => ({ scope, why, needed })),
  newKey: 'In Dialpad open Admin Settings, My Company, Authentication, API Keys, and make a new key',
  giveRights:
    'In Dialpad, as a company admin, make a new API key, with the scope calls:list where it asks for scopes.',
  // Twenty calls a second of the whole company; one by its id ten times a minute.
  spacingMs: { usual: 62, search: 7500 },
  callsPerDay: null,
  pollMs: 60_000,
  sweepDays: 7,
  signIn: async ({ keys }) => ({ headers: { authorization: `Bearer ${keys['key'] ?? ''}` }, until: null }),
  faultIn,
  create: createDialpadConnector,
}
