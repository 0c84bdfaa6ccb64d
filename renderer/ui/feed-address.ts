import { useSurroundings } from './surroundings.tsx'

/** Where a photo, a picture or a film is: one that begins with `/` is on the feed. */
export const useFeedAddress = (address: string): string => {
  const { feedUrl } = useSurroundings()
  return address.startsWith('/') ? `${feedUrl}${address}` : address
}
