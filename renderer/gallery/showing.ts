// What one frame of the gallery shows, as the query of its address.
import { z } from 'zod'
import { Theme } from '../../shared/wire/theme.ts'
import { kinds, ordinaryOf } from './catalogue.ts'
import { type Change, changes } from './changes.ts'

/** `nobody`: the rotation has the wall. */
export const holds = ['nobody', 'hold', 'pin', 'huddle'] as const
const Held = z.enum(holds)
export type Held = z.infer<typeof Held>
const ChangeName = z.enum(changes)

export interface Showing {
  /** A view's id. */
  readonly state: string
  readonly theme: Theme
  readonly locale: string
  /** ISO 4217. The amounts stay as many of its smallest units. */
  readonly currency: string
  readonly calm: boolean
  /** Blurred to what somebody sees who walks past at five metres. */
  readonly far?: boolean
  /** How somebody holds the wall; left out, nobody does. */
  readonly held?: Held
  /** Shows what was there before, and then the change. */
  readonly play: boolean
  /** A celebration over the board, by the id of its state. */
  readonly celebration?: string
  /** Which change is played; left out, all that can change at once. */
  readonly change?: Change
  /** How many times as fast as on a wall; left out, once. */
  readonly speed?: number
  /** The instant of the celebration, or else of the change, that is shown, ms after its start; left out, it is played. */
  readonly at?: number
}

export const queryOf = ({
  calm,
  far = false,
  held = 'nobody',
  play,
  change,
  speed,
  at,
  ...texts
}: Showing): string =>
  new URLSearchParams({
    ...texts,
    calm: String(calm),
    held,
    play: String(play),
    ...(far && { far: 'true' }),
    ...(change !== undefined && { change }),
    ...(speed !== undefined && { speed: String(speed) }),
    ...(at !== undefined && { at: String(at) }),
  }).toString()

/** The ordinary state of the kind that the address names; null where it names none. */
const ordinaryIn = (asked: URLSearchParams): string | null => {
  const kind = kinds.find((each) => each === asked.get('kind'))
  return kind === undefined ? null : ordinaryOf(kind).id
}

/** Null when the address asks for no state and no kind: then it is the gallery itself that is wanted. */
export const showingOf = (query: string): Showing | null => {
  const asked = new URLSearchParams(query)
  const state = asked.get('state') ?? ordinaryIn(asked)
  if (state === null) return null
  const celebration = asked.get('celebration')
  const [at, speed] = [asked.get('at'), asked.get('speed')]
  const change = ChangeName.safeParse(asked.get('change')).data
  return {
    state,
    theme: Theme.catch('night').parse(asked.get('theme')),
    locale: asked.get('locale') ?? 'en-US',
    currency: asked.get('currency') ?? 'USD',
    calm: asked.get('calm') === 'true',
    far: asked.get('far') === 'true',
    held: Held.catch('nobody').parse(asked.get('held')),
    play: asked.get('play') === 'true',
    ...(celebration !== null && { celebration }),
    ...(change !== undefined && { change }),
    ...(speed !== null && Number(speed) > 0 && { speed: Number(speed) }),
    ...(at !== null && Number.isFinite(Number(at)) && { at: Number(at) }),
  }
}
