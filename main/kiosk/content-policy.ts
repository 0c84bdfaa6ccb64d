// What the page may load, and from where. It is sent with every answer of the app's own scheme.

/** @param feed the feed's origin, `http(s)://host:port` */
export function contentPolicy(feed: string): string {
  const socket = feed.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // Photos and films live where a sales team keeps them: at the feed, or anywhere on the web.
    `img-src 'self' data: https: ${feed}`,
    `media-src 'self' https: ${feed}`,
    `connect-src 'self' ${feed} ${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    // No dialogs (printing has one), no windows, no forms, no downloads: none of what a page may do to its surroundings.
    'sandbox allow-scripts allow-same-origin',
  ].join('; ')
}
