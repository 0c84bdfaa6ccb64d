// What everything drawn on a page needs to know of it: how to format numbers, whether to animate, where photos are.
import { createContext, useContext } from 'react'
import { createFormat, type Format } from '../../shared/domain/words/format.ts'

export interface Surroundings {
  readonly format: Format
  /** The floor's, for plural forms, dates and times. */
  readonly locale: string
  /** The screen's. */
  readonly timeZone: string
  /** Nothing moves and no number counts. */
  readonly calm: boolean
  /** The feed's origin, for addresses that begin with `/`. */
  readonly feedUrl: string
  /** The feed's clock, epoch ms, for what is shown to the second. */
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
