// Close: where to click, and what each right is for.
import { useSay } from '../../../words/words.tsx'
import type { VendorWords } from './vendor-words.ts'

export const useCloseWords = (): VendorWords => {
  const say = useSay()
  return {
    note: say({
      id: 'console.sources.close.note',
      defaultMessage:
        'Opportunities, calls and meetings, within half a minute. Two minutes’ work, by an API key.',
    }),
    keys: {
      key: say({
        id: 'console.sources.close.key',
        defaultMessage: 'API key',
      }),
    },
    steps: [
      say({
        id: 'console.sources.close.step.open',
        defaultMessage: 'In Close, as an admin, open Settings → Developer → API Keys.',
      }),
      say({
        id: 'console.sources.close.step.create',
        defaultMessage: 'Click “New API Key”, and call it Floorboard.',
      }),
      say({
        id: 'console.sources.close.step.copy',
        defaultMessage: 'Copy the key, which is shown this once, and paste it here.',
      }),
    ],
    missing: say({
      id: 'console.sources.close.missing',
      defaultMessage: 'Have an admin let the person who made the key see what is missing, then check again.',
    }),
    why: {
      'Event log': say({
        id: 'console.sources.close.why.events',
        defaultMessage: 'what was changed and deleted',
      }),
      Users: say({
        id: 'console.sources.close.why.users',
        defaultMessage: 'who owns a deal, a call or a meeting',
      }),
      Opportunities: say({
        id: 'console.sources.close.why.opportunities',
        defaultMessage: 'deals: value, status, owner, closing date',
      }),
      Pipelines: say({
        id: 'console.sources.close.why.pipelines',
        defaultMessage: 'pipelines, and which of their statuses are won or lost',
      }),
      Calls: say({
        id: 'console.sources.close.why.calls',
        defaultMessage: 'calls: how long, and what came of them',
      }),
      Meetings: say({
        id: 'console.sources.close.why.meetings',
        defaultMessage: 'meetings: when, and whether they took place',
      }),
      Emails: say({
        id: 'console.sources.close.why.emails',
        defaultMessage: 'e-mails: when they were sent, and by whom; nothing of what is in them',
      }),
    },
  }
}
