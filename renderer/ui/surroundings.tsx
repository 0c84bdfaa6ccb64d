// What everything drawn on a wall needs to know of the wall: how it writes numbers, whether it keeps still, and where
// photos come from.
import { createContext, useContext } from 'react'
import { createFormat, type Format } from '../../shared/domain/words/format.ts'

export interface Surroundings {
  readonly format: Format
  /** The floor's, for words that change with their number. */
  readonly locale: string
  /** The screen's own. */
  readonly timeZone: string
  /** Nothing travels and nothing counts. */
  readonly calm: boolean
  /** The feed's address, which relative photos are relative to. */
  readonly feedUrl: string
  /** The feed's clock, epoch ms, for what has to be told to the second. */
  readonly feedNow: () => number
}

const Context = createContext<Surroundings>({
  format: createFormat({ locale: 'en-US', currency: 'USD' }),
  locale: 'en-US',
  timeZone: 'UTC',
  calm: false,
  feedUrl: '',
  feedNow: Date.now,
})

export const SurroundingsProvider = Context.Provider
export const useSurroundings = (): Surroundings => useContext(Context)

/** The URL of a photo, picture or film; an address that begins with `/` is on the feed. */
export const useMediaUrl = (address: string): string => {
  const { feedUrl } = useSurroundings()
  return address.startsWith('/') ? `${feedUrl}${address}` : address
}
