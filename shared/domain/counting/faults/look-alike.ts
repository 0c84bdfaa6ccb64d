// Which of the known names somebody may have meant.

/** What is left of a name without case, spaces, hyphens and width: "E-Mail" and "email" are alike. */
export const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** In characters; longer ones are compared bare alone, so that a comparison stays cheap. */
const longestCompared = 60

/** Levenshtein's distance: how many characters have to be added, left out or replaced. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + Number(a[i] !== b[j])
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** A slip in a short word makes another word: "call" and "ball". */
const slipsAllowed = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2)

/** A known name that is the same but for case, spaces and hyphens; null without one, and for `name` itself. */
export const sameButForLook = (name: string, known: readonly string[]): string | null => {
  const bare = bareName(name)
  if (bare === '') return null
  return known.find((other) => other !== name && bareName(other) === bare) ?? null
}

/** The known name that `name` was most likely meant to be: of the same look, else with a slip or two; null without one. */
export const didYouMean = (name: string, known: readonly string[]): string | null => {
  const same = sameButForLook(name, known)
  if (same !== null) return same
  const bare = bareName(name)
  if (bare.length > longestCompared) return null
  let nearest: string | null = null
  let fewest = slipsAllowed(bare.length) + 1
  for (const other of known) {
    const candidate = bareName(other)
    if (other === name || Math.abs(candidate.length - bare.length) >= fewest) continue
    const slips = distance(bare, candidate)
    if (slips >= fewest) continue
    nearest = other
    fewest = slips
  }
  return nearest
}
