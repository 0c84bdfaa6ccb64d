import type { Vendor } from '../connector.ts'
import { createAircallConnector } from './aircall-connector.ts'
import { faultIn } from './answers.ts'
import { rights } from './rights.ts'

export const aircall: Vendor = {
  name: 'Aircall',
  keys: [
    { id: 'id', name: 'API ID', kind: 'text', optional: false },
    { id: 'token', name: 'API token', kind: 'token', optional: false },
  ],
  reads: ['calls'],
  address: null,
  api: () => 'https://api.aircall.io',
  scopes: rights.map(({ scope, why, needed }) => ({ scope, why, needed })),
  newKey: 'In Aircall open Integrations & API, API keys, and add a new key',
  giveRights: 'In Aircall open Integrations & API, API keys, as an admin, and make a new key.',
  // Sixty calls a minute for the whole company; others use them too.
  spacingMs: { usual: 1250, search: 1250 },
  callsPerDay: null,
  pollMs: 30_000,
  sweepDays: 7,
  signIn: async ({ keys }) => ({
    headers: {
      authorization: `Basic ${Buffer.from(`${keys['id'] ?? ''}:${keys['token'] ?? ''}`, 'utf8').toString('base64')}`,
    },
    until: null,
  }),
  faultIn,
  create: createAircallConnector,
}
