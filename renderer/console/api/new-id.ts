// An id for what people call by a name.

/** Made of the name's letters; numbered where another has it. `fallback` where the name has none that an id may have. */
export const newId = (name: string, taken: readonly string[], fallback: string): string => {
  const slug =
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 50)
      .replaceAll(/^-+|-+$/g, '') || fallback
  const used = new Set(taken)
  if (!used.has(slug)) return slug
  let number = 2
  while (used.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
