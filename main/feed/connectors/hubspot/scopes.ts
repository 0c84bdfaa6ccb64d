// The rights that a key of HubSpot needs, and how each is tried.
import type { SourceObject } from '../../../../shared/wire/source.ts'
import type { HubSpotApi } from './hubspot-api.ts'

/** Deal splits have no right for reading alone. */
export const splitScope = 'crm.dealsplits.read_write'

interface Scope {
  readonly scope: string
  readonly why: string
  readonly needed: boolean
  /** What it is for; null: for all. */
  readonly of: SourceObject | null
  readonly probe: (api: HubSpotApi) => Promise<unknown>
}

const newest = (object: SourceObject) => (api: HubSpotApi) =>
  api.search(object, {
    groups: [],
    sort: { property: 'hs_lastmodifieddate', descending: true },
    properties: ['hs_lastmodifieddate'],
    limit: 1,
  })

export const scopes: readonly Scope[] = [
  {
    scope: 'crm.objects.owners.read',
    why: 'who owns a deal, a call or a meeting',
    needed: true,
    of: null,
    probe: (api) => api.owners(),
  },
  {
    scope: 'crm.objects.deals.read',
    why: 'deals: amount, stage, owner, closing date',
    needed: true,
    of: 'deals',
    probe: newest('deals'),
  },
  {
    scope: 'crm.schemas.deals.read',
    why: 'pipelines, and which of their stages are won or lost',
    needed: true,
    of: 'deals',
    probe: (api) => api.pipelines(),
  },
  {
    scope: 'crm.objects.calls.read',
    why: 'calls: how long, and what came of them',
    needed: true,
    of: 'calls',
    probe: newest('calls'),
  },
  {
    scope: 'crm.objects.meetings.read',
    why: 'meetings: when, and whether they took place',
    needed: true,
    of: 'meetings',
    probe: newest('meetings'),
  },
  {
    // That of their content (sales-email-read) opens them too; it is not asked for.
    scope: 'crm.objects.contacts.read',
    why: 'e-mails: when they were sent, and by whom; nothing of what is in them',
    needed: true,
    of: 'emails',
    probe: newest('emails'),
  },
  {
    scope: splitScope,
    why: 'deals that two people share (Sales Hub Enterprise); nothing is written',
    needed: false,
    of: 'deals',
    probe: (api) => api.splits(['0']),
  },
]
