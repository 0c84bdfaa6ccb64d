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
  /** What the feed knows this screen by; null where it asks for nothing. */
  readonly token: string | null
  /** The feed's clock, epoch ms, for what is shown to the second. */
  readonly feedNow: () => number
}

const Context = createContext<Surroundings>({
  format: createFormat({ locale: 'en-US', currency: 'USD' }),
  locale: 'en-US',
  timeZone: 'UTC',
  calm: false,
  feedUrl: '',
  token: null,
  feedNow: Date.now,
})

export const SurroundingsProvider = Context.Provider
export const useSurroundings = (): Surroundings => useContext(Context)

/**
 * The URL of a photo, picture or film; an address that begins with `/` is on the feed. The token stands in it, since a
 * browser sends no header for a picture.
 */
export const mediaUrl = (address: string, feedUrl: string, token: string | null): string => {
  if (!address.startsWith('/')) return address
  if (token === null) return `${feedUrl}${address}`
  const end = address.search(/#|$/)
  const path = address.slice(0, end)
  const mark = path.includes('?') ? '&' : '?'
  return `${feedUrl}${path}${mark}token=${encodeURIComponent(token)}${address.slice(end)}`
}

export const useMediaUrl = (address: string): string => {
  const { feedUrl, token } = useSurroundings()
  return mediaUrl(address, feedUrl, token)
}
