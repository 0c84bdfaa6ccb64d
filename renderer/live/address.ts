// Where the feed is and which screen this TV is: from the kiosk, else from the page's URL. A token in the URL is removed
// from it, so that nobody can read it on the wall, and stored, so that a reload still works.
import type { KioskBridge } from '../../shared/wire/kiosk.ts'

export interface FeedAddress {
  readonly url: string
  readonly token: string | null
  readonly screen: string | null
}

interface Page {
  readonly location: Pick<Location, 'href' | 'origin'>
  readonly history: Pick<History, 'replaceState'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
}

const tokenKey = 'floorboard:token'

export const addressFromPage = ({ location, history, storage }: Page): FeedAddress => {
  const page = new URL(location.href)
  const given = page.searchParams.get('token')
  if (given !== null) {
    storage.setItem(tokenKey, given)
    page.searchParams.delete('token')
    history.replaceState(null, '', page)
  }
  return {
    url: location.origin,
    token: given ?? storage.getItem(tokenKey),
    screen: page.searchParams.get('screen'),
  }
}

export const findFeed = async (kiosk: KioskBridge | undefined, page: Page): Promise<FeedAddress> =>
  kiosk ? kiosk.feedUrl() : addressFromPage(page)
