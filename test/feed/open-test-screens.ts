// The desk of the screens, kept in memory alone.
import type { Clock } from '../../main/feed/clock.ts'
import type { LiveFloor } from '../../main/feed/fold/live-floor.ts'
import { createScreenDesk, type ScreenDesk } from '../../main/feed/screens/screen-desk.ts'
import type { AccountStore } from '../../main/feed/store/accounts.ts'
import { createMemoryScreenStore } from '../../main/feed/store/memory-screen-store.ts'

interface TestScreensParts {
  readonly floor: LiveFloor
  readonly accounts: AccountStore
  readonly clock: Clock
}

export const openTestScreens = (parts: TestScreensParts): ScreenDesk =>
  createScreenDesk({
    ...parts,
    store: createMemoryScreenStore(),
    build: 'b1',
    onError: (what, error) => {
      throw new Error(what, { cause: error })
    },
  })
