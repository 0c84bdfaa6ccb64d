import { isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * The file of `root` that a path of an address names, or null when it names none there. Purely by name: whether it
 * exists, and whether a link leads out again, the caller asks the disk.
 */
export function assetPath(root: string, pathname: string): string | null {
  const decoded = decode(pathname)
  // A backslash is a separator to some of those who read paths, and a colon opens a drive or a stream.
  if (decoded === null || /[\0\\:]/.test(decoded)) return null
  if (decoded.split('/').some((part) => part === '..' || part === '.')) return null
  const path = resolve(root, `.${sep}${decoded}`)
  return isInside(root, path) ? path : null
}

export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
