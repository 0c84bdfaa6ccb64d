import { isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * The file below `root` that a URL's path names, or null when the path leads outside. Judged by the name alone: the
 * caller checks whether the file exists, and whether a symbolic link leads outside.
 */
export function assetPath(root: string, pathname: string): string | null {
  const decoded = decode(pathname)
  // On Windows a backslash separates folders, and a colon names a drive or a stream.
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
