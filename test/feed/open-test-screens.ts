// The desk of the screens, kept in memory alone.
import type { Clock } from '../../main/feed/clock.ts'
import type { LiveFloor } from '../../main/feed/fold/live-floor.ts'
import { createScreenDesk, type ScreenDesk } from '../../main/feed/screens/screen-desk.ts'
import { createMemoryScreenStore } from '../../main/feed/store/memory-screen-store.ts'
import type { TokenStore } from '../../main/feed/store/tokens.ts'

interface TestScreensParts {
  readonly floor: LiveFloor
  readonly tokens: TokenStore
  readonly clock: Clock
}

export const openTestScreens = (parts: TestScreensParts): ScreenDesk =>
  createScreenDesk({
    ...parts,
    controls: { holdOf: () => null, onChange: () => () => undefined },
    store: createMemoryScreenStore(),
    build: 'b1',
    onError: (what, error) => {
      throw new Error(what, { cause: error })
    },
  })
