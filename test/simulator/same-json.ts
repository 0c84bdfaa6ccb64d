const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether both are the same once they are written as JSON and read again. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const theirs = new Map(Object.entries(b).filter(([, value]) => value !== undefined))
  let left = theirs.size
  for (const [name, value] of Object.entries(a)) {
    if (value === undefined) continue
    if (!theirs.has(name) || !sameJson(value, theirs.get(name))) return false
    left -= 1
  }
  return left === 0
}

/** Where two values differ first, in words; null where they do not. */
export const difference = (a: unknown, b: unknown, path = ''): string | null => {
  if (sameJson(a, b)) return null
  if (isObject(a) && isObject(b)) {
    const [ours, theirs] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
    for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
      const found = difference(ours.get(name), theirs.get(name), `${path}/${name}`)
      if (found !== null) return found
    }
  }
  return `${path}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`
}
