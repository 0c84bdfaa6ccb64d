/** Null instead of an exception; the oldest runtime has neither `URL.parse` nor `URL.canParse`. */
export function parseAddress(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
