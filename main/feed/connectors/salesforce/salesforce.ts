import type { Vendor } from '../connector.ts'
import { faultIn, giveRights, usageIn } from './faults.ts'
import { rights } from './rights.ts'
import { createSalesforceConnector } from './salesforce-connector.ts'
import { addressOf, keyIds, signIn } from './sign-in.ts'

export const salesforce: Vendor = {
  name: 'Salesforce',
  api: addressOf,
  address: { example: 'northwind.my.salesforce.com' },
  keys: [
    { id: keyIds.consumer, name: 'Consumer Key', kind: 'token', optional: false },
    { id: keyIds.secret, name: 'Consumer Secret', kind: 'token', optional: true },
    { id: keyIds.user, name: 'Username', kind: 'text', optional: true },
    { id: keyIds.privateKey, name: 'private key', kind: 'lines', optional: true },
  ],
  reads: ['deals', 'calls', 'meetings', 'emails'],
  converts: true,
  scopes: rights.map(({ scope, why, needed, of }) => ({ scope, why, needed, of })),
  newKey:
    'In Salesforce open Setup, External Client App Manager, the app, Settings, and copy its key and secret',
  giveRights,
  // No pace is asked for but that of people: calls that take twenty seconds are limited, and ours take one.
  spacingMs: { usual: 50, search: 50 },
  // The least that an organization with the API has; what all its programs have used is told with each answer.
  callsPerDay: 100_000,
  pollMs: 20_000,
  signIn,
  faultIn,
  usageIn,
  create: createSalesforceConnector,
}
