/** The same list in a type that says that it has an entry, as a union of schemas needs one; an empty one throws. */
export const nonEmpty = <T>([first, ...others]: readonly T[]): [T, ...T[]] => {
  if (first === undefined) throw new Error('the list is empty')
  return [first, ...others]
}
