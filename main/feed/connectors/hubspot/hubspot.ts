import type { Vendor } from '../connector.ts'
import { faultIn } from './answers.ts'
import { createHubSpotConnector } from './hubspot-connector.ts'
import { scopes } from './scopes.ts'

export const hubspot: Vendor = {
  name: 'HubSpot',
  api: () => 'https://api.hubapi.com',
  address: null,
  keys: [{ id: 'key', name: 'Service key', kind: 'token', optional: false }],
  reads: ['deals', 'calls', 'meetings', 'emails'],
  scopes: scopes.map(({ scope, why, needed, of }) => ({ scope, why, needed, of: of === null ? null : [of] })),
  newKey: 'In HubSpot open Development, Keys, Service keys, and make a new key',
  giveRights:
    'In HubSpot open Development, Keys, Service keys, click the key, add the missing scope, and save.',
  // 190 calls in ten seconds; of searches four or five a second, by whichever page one reads.
  spacingMs: { usual: 60, search: 340 },
  callsPerDay: 650_000,
  pollMs: 15_000,
  signIn: async ({ keys }) => ({ headers: { authorization: `Bearer ${keys['key']}` }, until: null }),
  faultIn,
  create: createHubSpotConnector,
}
