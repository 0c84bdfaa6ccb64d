// What a key of Dialpad has to read, and how each is tried.
import type { DialpadApi } from './dialpad-api.ts'

interface Right {
  readonly scope: string
  readonly why: string
  readonly needed: boolean
  /** `now`: epoch ms. */
  readonly probe: (api: DialpadApi, now: number) => Promise<unknown>
}

export const rights: readonly Right[] = [
  {
    scope: 'calls:list',
    why: 'who called when, how long they talked, what came of it; never with whom',
    needed: true,
    probe: (api, now) => api.calls({ from: now - 60_000, to: null, cursor: null }),
  },
  {
    scope: 'users',
    why: 'whose calls they are, by e-mail address',
    needed: true,
    probe: (api) => api.users(),
  },
  {
    scope: 'websockets',
    why: 'calls within a second; without it, within a minute',
    needed: false,
    probe: (api) => api.channels(),
  },
]
