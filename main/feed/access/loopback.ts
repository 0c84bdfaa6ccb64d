// What keeps web pages from reaching a feed that trusts its own machine.
// A page of any site can post to http://127.0.0.1, and can have its own name point there (DNS rebinding).

const loopbackNames =
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\]|::1|\[::ffff:127(\.\d{1,3}){3}\])$/i

export const isLoopbackAddress = (host: string): boolean => loopbackNames.test(host)

/** Without its port. */
const nameOf = (hostHeader: string): string => hostHeader.replace(/:\d+$/, '')

/** A loopback feed answers to loopback names and to the host it listens on; a page made any other point here. */
export const isOwnName = (hostHeader: string | undefined, listenHost: string): boolean => {
  if (!isLoopbackAddress(listenHost)) return true
  if (hostHeader === undefined) return false
  const name = nameOf(hostHeader)
  return isLoopbackAddress(name) || name.toLowerCase() === listenHost.toLowerCase()
}

/** Only programs, which send no origin, and the feed's own pages may write. */
export const isOwnOrigin = (origin: string | undefined, hostHeader: string | undefined): boolean => {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === hostHeader?.toLowerCase()
}

/** Of the kiosk's page: no web page can have its scheme. */
export const kioskOrigin = 'app://floorboard'

/** Who may open a socket: the feed's own pages, and the kiosk's. */
export const isOwnPage = (origin: string | undefined, hostHeader: string | undefined): boolean =>
  isOwnOrigin(origin, hostHeader) || origin === kioskOrigin
