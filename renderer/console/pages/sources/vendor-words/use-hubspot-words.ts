// HubSpot: where to click, and what each right is for.
import { useSay } from '../../../words/words.tsx'
import type { VendorWords } from './vendor-words.ts'

export const useHubSpotWords = (): VendorWords => {
  const say = useSay()
  return {
    note: say({
      id: 'console.sources.hubspot.note',
      defaultMessage:
        'Deals, calls and meetings, within seconds. Two minutes’ work, by a key that may only read.',
    }),
    keys: { key: say({ id: 'console.sources.hubspot.key', defaultMessage: 'Service key' }) },
    steps: [
      say({
        id: 'console.sources.hubspot.step.open',
        defaultMessage: 'In HubSpot, as a super admin, open Development → Keys → Service keys.',
      }),
      say({
        id: 'console.sources.hubspot.step.create',
        defaultMessage: 'Click “Create service key”, and call it Floorboard.',
      }),
      say({
        id: 'console.sources.hubspot.step.scopes',
        defaultMessage: 'Under “Scopes” add each of those below.',
      }),
      say({
        id: 'console.sources.hubspot.step.copy',
        defaultMessage: 'Click “Create”, then “Copy”, and paste the key here.',
      }),
    ],
    why: {
      'crm.objects.owners.read': say({
        id: 'console.sources.hubspot.why.owners',
        defaultMessage: 'who owns a deal, a call or a meeting',
      }),
      'crm.objects.deals.read': say({
        id: 'console.sources.hubspot.why.deals',
        defaultMessage: 'deals: amount, stage, owner, closing date',
      }),
      'crm.schemas.deals.read': say({
        id: 'console.sources.hubspot.why.pipelines',
        defaultMessage: 'pipelines, and which of their stages are won or lost',
      }),
      'crm.objects.calls.read': say({
        id: 'console.sources.hubspot.why.calls',
        defaultMessage: 'calls: how long, and what came of them',
      }),
      'crm.objects.meetings.read': say({
        id: 'console.sources.hubspot.why.meetings',
        defaultMessage: 'meetings: when, and whether they took place',
      }),
      'crm.objects.contacts.read': say({
        id: 'console.sources.hubspot.why.emails',
        defaultMessage: 'e-mails: when they were sent, and by whom; nothing of what is in them',
      }),
      'crm.dealsplits.read_write': say({
        id: 'console.sources.hubspot.why.splits',
        defaultMessage: 'deals that two people share (Sales Hub Enterprise); nothing is written',
      }),
    },
  }
}
