/** Nobody reads a longer list. */
const mostNamed = 20

/** The end of a sentence about an id that the floor does not have: `it has "wall", "lobby"`, `it has none`. */
export const knownInWords = (ids: readonly string[]): string => {
  const [first, ...others] = ids.slice(0, mostNamed).map((id) => `"${id}"`)
  if (first === undefined) return 'it has none'
  if (others.length === 0) return `it has only ${first}`
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : ''
  return `it has ${[first, ...others].join(', ')}${more}`
}
