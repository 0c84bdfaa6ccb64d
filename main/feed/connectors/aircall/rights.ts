// What a key of Aircall has to read. It knows no single rights: a key that is taken may read all of it.
import type { AircallApi } from './aircall-api.ts'

interface Right {
  readonly scope: string
  readonly why: string
  readonly needed: boolean
  readonly probe: (api: AircallApi) => Promise<unknown>
}

export const rights: readonly Right[] = [
  {
    scope: 'calls',
    why: 'who called when, how long they talked, what came of it; never with whom',
    needed: true,
    probe: (api) => api.newest(),
  },
  {
    scope: 'users',
    why: 'whose calls they are, by e-mail address or extension',
    needed: true,
    probe: (api) => api.users(),
  },
]
