/** Null instead of an exception; the oldest runtime has no `URL.parse`. */
export function parseAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
