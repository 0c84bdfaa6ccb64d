// What the user that the app runs as needs, by the names that Salesforce's permission sets have for it. Each is looked for in
// what the organization describes of itself to that user.
import type { SourceObject } from '../../../../shared/wire/source.ts'
import type { OrgSchema } from './org.ts'

interface Right {
  readonly scope: string
  readonly why: string
  readonly needed: boolean
  /** What it is for, any of these; null: for all. */
  readonly of: readonly SourceObject[] | null
  /** Null: Salesforce does not tell. */
  readonly isGiven: (schema: OrgSchema) => boolean | null
}

export const rights: readonly Right[] = [
  {
    scope: 'API Enabled',
    why: 'asking Salesforce anything at all',
    needed: true,
    of: null,
    // Without it nothing is described; people are described to everybody.
    isGiven: (schema) => schema.has('User'),
  },
  {
    scope: 'User: Email',
    why: 'whose deal, call or meeting it is',
    needed: true,
    of: null,
    isGiven: (schema) => schema.has('User', 'Email'),
  },
  {
    scope: 'Opportunity: Read',
    why: 'deals: stage, owner, closing date',
    needed: true,
    of: ['deals'],
    isGiven: (schema) => schema.has('Opportunity'),
  },
  {
    scope: 'Opportunity: Amount',
    why: 'how much a deal is worth',
    needed: true,
    of: ['deals'],
    isGiven: (schema) => schema.has('Opportunity', 'Amount'),
  },
  {
    scope: 'Opportunity: View All Records',
    why: 'everybody’s deals, where they are not shared with all; Salesforce does not say whether it is given',
    needed: false,
    of: ['deals'],
    isGiven: () => null,
  },
  {
    scope: 'Account: Name',
    why: 'the customer’s name beside a deal',
    needed: false,
    of: ['deals'],
    isGiven: (schema) => schema.has('Opportunity', 'AccountId') && schema.has('Account', 'Name'),
  },
  {
    scope: 'OpportunitySplit: Read',
    why: 'deals that several people share, where splits are switched on',
    needed: false,
    of: ['deals'],
    isGiven: (schema) => schema.has('OpportunitySplit') && schema.has('OpportunitySplitType'),
  },
  {
    scope: 'OpportunityTeamMember: Read',
    why: 'who helps with a deal, on floors where each has the full credit',
    needed: false,
    of: ['deals'],
    isGiven: (schema) => schema.has('OpportunityTeamMember'),
  },
  {
    scope: 'Task: Access Activities',
    why: 'calls and e-mails: when, how long, and what came of them',
    needed: true,
    of: ['calls', 'emails'],
    isGiven: (schema) => schema.has('Task'),
  },
  {
    scope: 'EmailMessage: Incoming',
    why: 'which e-mails came in: without it all count as sent',
    needed: false,
    of: ['emails'],
    isGiven: (schema) => schema.has('EmailMessage', 'ActivityId') && schema.has('EmailMessage', 'Incoming'),
  },
  {
    scope: 'Event: Access Activities',
    why: 'meetings: when, and how long',
    needed: true,
    of: ['meetings'],
    isGiven: (schema) => schema.has('Event'),
  },
]
