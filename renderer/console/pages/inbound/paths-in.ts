// The paths that a sample of what a program sends has: what a field of a mapping can be chosen from.

export interface FoundPath {
  readonly path: string
  /** What stands there, as short as a line. */
  readonly shown: string
}

/** More are not looked through by anybody. */
const mostPaths = 200
const mostShown = 60

const plainName = /^[A-Za-z_]\w*$/

const step = (path: string, name: string): string => {
  if (path === '') return plainName.test(name) ? name : `$[${JSON.stringify(name)}]`
  return plainName.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`
}

/** A path that begins with a name in brackets begins with `$`, and so does what follows a list. */
const inFull = (path: string): string => (path.startsWith('$') ? path : `$.${path}`)

const shownOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function* pathsOf(value: unknown, path: string): Generator<FoundPath> {
  if (Array.isArray(value)) {
    const [first] = value
    if (value.length === 0) return
    yield* pathsOf(first, path === '' ? '$[*]' : `${inFull(path)}[*]`)
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) yield* pathsOf(inner, step(path, name))
  } else if (value !== null && path !== '') yield { path, shown: shownOf(value) }
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)

/** Of the first that is sent, where a list of them is. */
export const pathsIn = (sample: unknown): readonly FoundPath[] => {
  const found: FoundPath[] = []
  for (const path of pathsOf(firstOf(sample), '')) {
    found.push(path)
    if (found.length === mostPaths) break
  }
  return found
}

/** Where lists of objects stand: what `each` may be. */
export const listsIn = (sample: unknown): readonly string[] => {
  const found: string[] = []
  const look = (value: unknown, path: string): void => {
    if (found.length === mostPaths) return
    if (Array.isArray(value)) {
      if (isObject(value[0]) && path !== '') found.push(`${inFull(path)}[*]`)
      return
    }
    if (isObject(value)) for (const [name, inner] of Object.entries(value)) look(inner, step(path, name))
  }
  look(firstOf(sample), '')
  return found
}

/** What the list at a path begins with; the sample itself for a path that is none of `listsIn`. */
export const itemOf = (sample: unknown, each: string): unknown => {
  const names = [...each.matchAll(/\.(\w+)|\["((?:[^"\\]|\\.)*)"\]/g)].map(
    ([, plain, quoted]) => plain ?? quoted ?? '',
  )
  let at: unknown = firstOf(sample)
  for (const name of names) at = isObject(at) ? at[name] : undefined
  return Array.isArray(at) ? at[0] : sample
}
