// What is known of each TV on the socket.
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io'
import type { Audience } from '../../../shared/wire/audience.ts'
import type { FeedToTv, HealthMessage, TvAuth, TvToFeed } from '../../../shared/wire/socket.ts'
import type { Admitted } from './guard-namespace.ts'

export interface TvState extends Admitted {
  screen: string | null
  /** A preview in a console, which is no TV; null for TVs. */
  preview: NonNullable<TvAuth['preview']> | null
  /** The widest that it may see. A wall sees what is for the floor, whoever brought it. */
  audience: Audience
  /** Whether it is of the feed's own version. One that is not gets `hello` and nothing else. */
  reads: boolean
  /** The screen that it was sent last; null before its first stage. */
  shows: string | null
  boards: readonly string[]
  health: HealthMessage | null
}

export type Tvs = Namespace<TvToFeed, FeedToTv, DefaultEventsMap, TvState>
export type Tv = Socket<TvToFeed, FeedToTv, DefaultEventsMap, TvState>
