/** Where a feed listens unless it was told otherwise. */
const usualPort = 4400

/** Null instead of an exception: Electron 25's Node has no `URL.parse`. */
const parse = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/**
 * The origins that somebody may mean by what was typed, the likeliest first: `floor.local` is asked at the usual port by
 * TLS, then in the clear, then at the usual port of https. None where it is no address.
 */
export function feedCandidates(text: string): readonly string[] {
  const typed = text.trim()
  const hasScheme = /^https?:\/\//i.test(typed)
  if (!hasScheme && typed.includes('://')) return []
  const url = parse(hasScheme ? typed : `https://${typed}`)
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return []
  if (hasScheme) return [url.origin]
  // What was typed without its scheme and with :443 has no port any more: that is where https listens.
  const portless = !/:\d+$/.test(typed.replace(/[/?#].*$/, ''))
  if (!portless) return [url.origin, `http://${url.host}`]
  return [`https://${url.hostname}:${usualPort}`, `http://${url.hostname}:${usualPort}`, url.origin]
}
