// What the page may load, and from where: sent with every response of the app's own scheme.

/** @param origin the feed's, `http(s)://host:port`; null while none is chosen */
export function contentPolicy(origin: string | null): string {
  const feed = origin === null ? '' : ` ${origin}`
  const socket = feed.replace(/^ http/, ' ws')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // Photos and videos come from the feed or, by https, from anywhere; those of celebrations from the page's own memory.
    `img-src 'self' data: blob: https:${feed}`,
    `media-src 'self' blob: https:${feed}`,
    `connect-src 'self'${feed}${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    // Without dialogs (printing has one), new windows, forms and downloads.
    'sandbox allow-scripts allow-same-origin',
  ].join('; ')
}
