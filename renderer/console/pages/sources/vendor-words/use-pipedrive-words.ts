// Pipedrive: where to click, and what each right is for.
import { useSay } from '../../../words/words.tsx'
import type { VendorWords } from './vendor-words.ts'

export const usePipedriveWords = (): VendorWords => {
  const say = useSay()
  return {
    note: say({
      id: 'console.sources.pipedrive.note',
      defaultMessage:
        'Deals, and the calls and meetings that are done, within a few minutes. Two minutes’ work, by an admin’s API token.',
    }),
    keys: {
      token: say({
        id: 'console.sources.pipedrive.key',
        defaultMessage: 'API token',
      }),
    },
    address: say({
      id: 'console.sources.pipedrive.address',
      defaultMessage: 'Your Pipedrive’s address',
    }),
    steps: [
      say({
        id: 'console.sources.pipedrive.step.open',
        defaultMessage:
          'In Pipedrive, as an admin, click your picture at the top right, then Personal preferences → API.',
      }),
      say({
        id: 'console.sources.pipedrive.step.copy',
        defaultMessage:
          'Copy the token. Where there is none yet, click “Generate token”. A new one puts an older one out of use, also in other programs.',
      }),
      say({
        id: 'console.sources.pipedrive.step.paste',
        defaultMessage:
          'Paste it here, and say where your Pipedrive is: what your browser shows as its address.',
      }),
    ],
    missing: say({
      id: 'console.sources.pipedrive.missing',
      defaultMessage: 'Have an admin give what is missing to the person whose token it is, then check again.',
    }),
    stages: say({
      id: 'console.sources.pipedrive.stages',
      defaultMessage:
        'In Pipedrive each deal is won or lost by itself, whatever its stage. Change a stage only if its open deals are to count otherwise here.',
    }),
    why: {
      'Use API': say({
        id: 'console.sources.pipedrive.why.api',
        defaultMessage: 'the permission by which a token is taken at all',
      }),
      'Deals admin': say({
        id: 'console.sources.pipedrive.why.admin',
        defaultMessage: 'the deals of everybody: a token sees what the person who made it sees',
      }),
      Users: say({
        id: 'console.sources.pipedrive.why.users',
        defaultMessage: 'who owns a deal, a call or a meeting',
      }),
      Deals: say({
        id: 'console.sources.pipedrive.why.deals',
        defaultMessage: 'deals: value, stage, owner, when they were won or lost',
      }),
      'Archived deals': say({
        id: 'console.sources.pipedrive.why.archived',
        defaultMessage: 'deals that were won, and archived since',
      }),
      'Pipelines and stages': say({
        id: 'console.sources.pipedrive.why.pipelines',
        defaultMessage: 'what pipelines and stages are called',
      }),
      Activities: say({
        id: 'console.sources.pipedrive.why.activities',
        defaultMessage: 'calls, meetings and e-mails that are done: when, and how long',
      }),
    },
  }
}
