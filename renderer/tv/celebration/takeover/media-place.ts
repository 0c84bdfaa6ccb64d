// Where a takeover finds what was fetched for it.
import { createContext, useContext, useEffect, useState } from 'react'
import type { Media } from '../sound/media.ts'

type MediaAhead = Pick<Media, 'urlOf' | 'whenThere'>

const Context = createContext<MediaAhead>({
  urlOf: (address) => address,
  whenThere: async (address) => address,
})
export const MediaProvider = Context.Provider

/** Null while it is not there. What comes when `isInTime` no longer holds is left out. */
export const useMediaAhead = (address: string | null, isInTime: () => boolean): string | null => {
  const media = useContext(Context)
  const [come, setCome] = useState<string | null>(null)
  const now = address === null ? null : media.urlOf(address)
  useEffect(() => {
    if (address === null || now !== null) return
    let isWanted = true
    void media.whenThere(address).then((url) => {
      if (isWanted && isInTime()) setCome(url)
    })
    return () => {
      isWanted = false
    }
  }, [address, now, media, isInTime])
  return now ?? come
}
