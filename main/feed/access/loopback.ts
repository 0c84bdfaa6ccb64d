// What keeps web pages from reaching a feed that trusts its own machine.
// A page of any site can post to http://127.0.0.1.

const loopbackNames =
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\]|::1|\[::ffff:127(\.\d{1,3}){3}\])$/i

export const isLoopbackAddress = (host: string): boolean => loopbackNames.test(host)

/** Of a request's `Origin` and the host that it asks for. */
export type IsOwnPage = (origin: string | undefined, hostHeader: string | undefined) => boolean

/**
 * Only programs, which send no origin, and the feed's own pages may write and open sockets: pages of the host that they ask,
 * and those of where people reach the feed, whatever a proxy makes of the host.
 */
export const createIsOwnPage =
  (publicOrigin: string | null): IsOwnPage =>
  (origin, hostHeader) => {
    if (origin === undefined || origin === publicOrigin) return true
    return URL.canParse(origin) && new URL(origin).host === hostHeader?.toLowerCase()
  }

/** Of the kiosk's page: no web page can have its scheme. */
export const kioskOrigin = 'app://floorboard'
