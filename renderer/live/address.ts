// Where the feed is and which screen this TV is: from the kiosk, else from the page's URL. A token in the URL is removed
// from it, so that nobody can read it on the wall, and stored, so that a reload still works.
import type { KioskBridge, FeedAddress as KnownFeed } from '../../shared/wire/kiosk.ts'
import type { Shelf } from './page-shelf.ts'

export interface FeedAddress {
  readonly url: string
  readonly token: string | null
  readonly screen: string | null
  /** A new TV, whatever tokens this browser knows. */
  readonly isNew: boolean
}

type KeyedShelf = Pick<Shelf, 'getItem' | 'setItem' | 'removeItem'>

interface Page {
  readonly location: Pick<Location, 'href' | 'origin'>
  readonly history: Pick<History, 'state' | 'replaceState'>
  /** Of all windows of this browser. */
  readonly storage: KeyedShelf
  /** Of this window alone, over its reloads. */
  readonly session: KeyedShelf
}

const anyToken = 'floorboard:token'
const tokenOf = (screen: string): string => `${anyToken}:${screen}`

/**
 * Two windows of one browser may be two TVs: what this window has learned counts first, then the token of the screen that
 * its address names, then the one that the browser knows.
 */
const keptToken = ({ session, storage }: Page, screen: string | null): string | null =>
  session.getItem(anyToken) ??
  (screen === null ? null : storage.getItem(tokenOf(screen))) ??
  storage.getItem(anyToken)

export const addressFromPage = (page: Page): FeedAddress => {
  const { location, history, storage, session } = page
  const address = new URL(location.href)
  const given = address.searchParams.get('token')
  if (given !== null) {
    // The window's own too: it is all that is left over a reload where the browser forbids its storage.
    session.setItem(anyToken, given)
    storage.setItem(anyToken, given)
    address.searchParams.delete('token')
    history.replaceState(history.state, '', address)
  }
  const screen = address.searchParams.get('screen')
  const isNew = given === null && address.searchParams.has('pair')
  return { url: location.origin, token: isNew ? null : (given ?? keptToken(page, screen)), screen, isNew }
}

/** @param shellKnows what a shell knows of its feed; null in a browser */
export const findFeed = (shellKnows: KnownFeed | null, page: Page): FeedAddress =>
  shellKnows === null ? addressFromPage(page) : { ...shellKnows, isNew: false }

/**
 * This window is the TV of that screen from now on. Its address names the screen, so that the browser finds the token again
 * after a restart; the first TV of a browser is also what an address without a screen opens.
 */
export const keepPairedToken = (
  kiosk: KioskBridge | undefined,
  { location, history, storage, session }: Page,
  { token, screen }: { readonly token: string; readonly screen: string },
): void => {
  if (kiosk) {
    kiosk.keepToken(token)
    return
  }
  session.setItem(anyToken, token)
  storage.setItem(tokenOf(screen), token)
  if (storage.getItem(anyToken) === null) storage.setItem(anyToken, token)
  const address = new URL(location.href)
  address.searchParams.delete('pair')
  address.searchParams.set('screen', screen)
  history.replaceState(history.state, '', address)
}
