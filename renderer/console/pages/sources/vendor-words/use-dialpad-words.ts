// Dialpad: where to click, and what is read.
import { useSay } from '../../../words/words.tsx'
import type { VendorWords } from './vendor-words.ts'

export const useDialpadWords = (): VendorWords => {
  const say = useSay()
  return {
    note: say({
      id: 'console.sources.dialpad.note',
      defaultMessage: 'Calls with their talk time, within a second or two. Two minutes’ work, by an API key.',
    }),
    keys: { key: say({ id: 'console.sources.dialpad.key', defaultMessage: 'API key' }) },
    steps: [
      say({
        id: 'console.sources.dialpad.step.open',
        defaultMessage:
          'In Dialpad, as a company admin, open Admin Settings → My Company → Authentication → API Keys.',
      }),
      say({
        id: 'console.sources.dialpad.step.create',
        defaultMessage:
          'Click “Add a key”, and call it Floorboard. Where it asks for scopes, tick calls:list.',
      }),
      say({ id: 'console.sources.dialpad.step.copy', defaultMessage: 'Copy the key, and paste it here.' }),
    ],
    why: {
      'calls:list': say({
        id: 'console.sources.dialpad.why.calls',
        defaultMessage: 'who called when, how long they talked, what came of it; never with whom',
      }),
      users: say({
        id: 'console.sources.dialpad.why.users',
        defaultMessage: 'whose calls they are, by e-mail address',
      }),
      websockets: say({
        id: 'console.sources.dialpad.why.websockets',
        defaultMessage: 'calls within a second; without it, within a minute',
      }),
    },
  }
}
