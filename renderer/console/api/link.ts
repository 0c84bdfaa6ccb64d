// Whether the console hears from its feed.
import { createStore } from '../../live/store.ts'

/** `cut`: since when (epoch ms, this machine's clock) nothing comes. */
export type Link =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected' }
  | { readonly state: 'cut'; readonly since: number }

export const link = createStore<Link>({ state: 'connecting' })

/** Whether somebody who was signed in is not any more; the dialog over the page asks them to sign in again. */
export const sessionEnded = createStore(false)
