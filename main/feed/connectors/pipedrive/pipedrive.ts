import type { Vendor } from '../connector.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { faultIn } from './answers.ts'
import { createPipedriveConnector } from './pipedrive-connector.ts'
import { rights } from './rights.ts'

const numberIn = (header: string | string[] | undefined): number | null =>
  typeof header === 'string' && /^\d+$/.test(header.trim()) ? Number(header) : null

/** `northwind`, `northwind.pipedrive.com` or any page of it. No token goes to another host. */
const apiOf = (address: string): string => {
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
  const [, company] = /^([a-z0-9-]{1,63})(?:\.pipedrive\.com)?$/.exec(host) ?? []
  if (company === undefined)
    throw new SourceTrouble(
      'strange',
      'That is no address of Pipedrive: it looks like company.pipedrive.com.',
    )
  return `https://${company}.pipedrive.com`
}

export const pipedrive: Vendor = {
  name: 'Pipedrive',
  api: apiOf,
  address: { example: 'company.pipedrive.com' },
  keys: [{ id: 'token', name: 'API token', kind: 'token', optional: false }],
  reads: ['deals', 'calls', 'meetings', 'emails'],
  scopes: rights.map(({ scope, why, needed, of }) => ({ scope, why, needed, of })),
  newKey: 'In Pipedrive open Personal preferences, API, and make a new token',
  giveRights:
    'In Pipedrive, as an admin, open Manage users, and give these rights to whoever made the token.',
  // Twenty calls in two seconds on the smallest plan, with everything else that its person runs.
  spacingMs: { usual: 200, search: 200 },
  // Tokens, and not calls: 30,000 a seat on the smallest plan, until it says how many this account has.
  callsPerDay: 30_000,
  // As long as five of them pass before it is late; how long it really waits follows from the tokens.
  pollMs: 90_000,
  signIn: async ({ keys }) => ({ headers: { 'x-api-token': keys['token'] ?? '' }, until: null }),
  faultIn,
  usageIn: (headers) => {
    const of = numberIn(headers['x-daily-ratelimit-token-limit'])
    const left = numberIn(headers['x-daily-ratelimit-token-remaining'])
    return of === null || left === null || of === 0 ? null : { used: of - left, of }
  },
  waitIn: (headers) => {
    const seconds = numberIn(headers['x-ratelimit-reset'])
    return seconds === null ? null : seconds * 1000
  },
  create: createPipedriveConnector,
}
