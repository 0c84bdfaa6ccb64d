// Aircall: where to click, and what is read.
import { useSay } from '../../../words/words.tsx'
import type { VendorWords } from './vendor-words.ts'

export const useAircallWords = (): VendorWords => {
  const say = useSay()
  return {
    note: say({
      id: 'console.sources.aircall.note',
      defaultMessage: 'Calls with their talk time, within half a minute. Two minutes’ work, by an API key.',
    }),
    keys: {
      id: say({ id: 'console.sources.aircall.id', defaultMessage: 'API ID' }),
      token: say({ id: 'console.sources.aircall.token', defaultMessage: 'API token' }),
    },
    steps: [
      say({
        id: 'console.sources.aircall.step.open',
        defaultMessage: 'In Aircall’s dashboard, as an admin, open Integrations & API → API keys.',
      }),
      say({
        id: 'console.sources.aircall.step.create',
        defaultMessage: 'Click “Add a new API key”, and call it Floorboard.',
      }),
      say({
        id: 'console.sources.aircall.step.copy',
        defaultMessage: 'Paste the API ID and the API token here: the token is shown this once.',
      }),
    ],
    why: {
      calls: say({
        id: 'console.sources.aircall.why.calls',
        defaultMessage: 'who called when, how long they talked, what came of it; never with whom',
      }),
      users: say({
        id: 'console.sources.aircall.why.users',
        defaultMessage: 'whose calls they are, by e-mail address or extension',
      }),
    },
  }
}
