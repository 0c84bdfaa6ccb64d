// Where a takeover finds what was fetched ahead for it.
import { createContext, useContext } from 'react'
import type { Media } from '../sound/media.ts'

const Context = createContext<Pick<Media, 'urlOf'>>({ urlOf: (address) => address })
export const MediaProvider = Context.Provider
/** Null where it is not there. */
export const useMediaAhead = (address: string | null): string | null => {
  const { urlOf } = useContext(Context)
  return address === null ? null : urlOf(address)
}
