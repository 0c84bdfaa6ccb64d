// What pages may ask of the line to the feed.
import { createContext, useContext } from 'react'

export interface Session {
  /** After signing in: opens the line anew and sends what waits. */
  resume(): void
  /** Says that a remote for this screen is open; null: none any more. */
  watch(screen: string | null): void
}

const Context = createContext<Session>({ resume: () => undefined, watch: () => undefined })
export const SessionProvider = Context.Provider
export const useSession = (): Session => useContext(Context)
