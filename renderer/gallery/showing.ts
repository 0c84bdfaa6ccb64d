// What one frame of the gallery shows, as the query of its address.
import { Theme } from '../../shared/wire/theme.ts'

export interface Showing {
  /** A view's id. */
  readonly state: string
  readonly theme: Theme
  readonly locale: string
  /** ISO 4217. The amounts stay as many of its smallest units. */
  readonly currency: string
  readonly calm: boolean
  /** Shows what was there before, and then the change. */
  readonly play: boolean
}

export const queryOf = ({ calm, play, ...texts }: Showing): string =>
  new URLSearchParams({ ...texts, calm: String(calm), play: String(play) }).toString()

/** Null when the address asks for no state: then it is the gallery itself that is wanted. */
export const showingOf = (query: string): Showing | null => {
  const asked = new URLSearchParams(query)
  const state = asked.get('state')
  if (state === null) return null
  return {
    state,
    theme: Theme.catch('night').parse(asked.get('theme')),
    locale: asked.get('locale') ?? 'en-US',
    currency: asked.get('currency') ?? 'USD',
    calm: asked.get('calm') === 'true',
    play: asked.get('play') === 'true',
  }
}
