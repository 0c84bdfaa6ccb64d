// Which of the known names somebody may have meant. What is looked up of each known name is worked out once, so that
// hundreds of names can be asked of thousands.

/** What is left of a name without case, spaces, hyphens and width: "E-Mail" and "email" are alike. */
export const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** In characters; longer ones are compared bare alone, so that a comparison stays cheap. */
const longestCompared = 60

/** Rows of a comparison, used again and again: this is asked of thousands of names at a time. */
const rows: readonly [Uint8Array, Uint8Array] = [
  new Uint8Array(longestCompared + 4),
  new Uint8Array(longestCompared + 4),
]

/**
 * Levenshtein's distance: how many characters have to be added, left out or replaced. `limit` where it is that or more.
 * Both are as long as names may be that are compared, or longer by two at most. Only what can still be less than `limit` is
 * looked at: as many columns on each side of the diagonal.
 */
const distance = (a: string, b: string, limit: number): number => {
  let [row, next] = rows
  for (let j = 0; j <= b.length; j++) row[j] = Math.min(j, limit)
  for (let i = 0; i < a.length; i++) {
    const from = Math.max(0, i - limit)
    const to = Math.min(b.length - 1, i + limit)
    next[from] = from === 0 ? Math.min(i + 1, limit) : limit
    let least = limit
    for (let j = from; j <= to; j++) {
      const replaced = (row[j] ?? limit) + (a.charCodeAt(i) === b.charCodeAt(j) ? 0 : 1)
      const removed = j === i + limit ? limit : (row[j + 1] ?? limit) + 1
      const fewest = Math.min(replaced, removed, (next[j] ?? limit) + 1, limit)
      next[j + 1] = fewest
      least = Math.min(least, fewest)
    }
    if (least >= limit) return limit
    ;[row, next] = [next, row]
  }
  return Math.min(row[b.length] ?? limit, limit)
}

/** A slip in a short word makes another word: "call" and "ball". */
const slipsAllowed = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2)

/** Where a wrong guess does no harm, as beside a key that a person has just written, short words may have one too. */
const slipsForgiven = (length: number): number => (length < 3 ? 0 : length < 9 ? 1 : 2)

/** Two neighbours changed places, which is one slip of two fingers. */
const isSwapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** One bit for each character that a name has, in 32: others may share it. */
const charactersOf = (bare: string): number => {
  let bits = 0
  for (let at = 0; at < bare.length; at++) bits |= 1 << (bare.charCodeAt(at) % 32)
  return bits
}

const countBits = (bits: number): number => {
  let left = bits
  let count = 0
  for (; left !== 0; left &= left - 1) count += 1
  return count
}

/** Answers are asked for again as long as a fault stands; a faulty source must not fill the memory with them. */
const mostRemembered = 2000

interface Candidate {
  readonly name: string
  readonly bare: string
  readonly characters: number
}

export interface LookAlikes {
  /** The first known name that is the same but for case, spaces and hyphens; null without one, and for `name` itself. */
  same(name: string): string | null
  /** The known name that `name` was most likely meant to be: of the same look, else with a slip or two; null without one. */
  meant(name: string): string | null
}

/** `forgiving`: a wrong guess does no harm. Then two neighbours that changed places are one slip. */
export const createLookAlikes = (
  known: readonly string[],
  manner: 'careful' | 'forgiving' = 'careful',
): LookAlikes => {
  const isForgiving = manner === 'forgiving'
  /** By length, since as many slips are at least as many characters more or fewer. */
  const ofLength = new Map<number, Candidate[]>()
  const ofLook = new Map<string, string[]>()
  for (const name of new Set(known)) {
    const bare = bareName(name)
    const alike = ofLook.get(bare)
    if (alike) {
      alike.push(name)
      continue
    }
    ofLook.set(bare, [name])
    const candidate = { name, bare, characters: charactersOf(bare) }
    const others = ofLength.get(bare.length)
    if (others) others.push(candidate)
    else ofLength.set(bare.length, [candidate])
  }

  const sameLook = (name: string, bare: string): string | null =>
    bare === '' ? null : (ofLook.get(bare)?.find((other) => other !== name) ?? null)

  const findMeant = (name: string): string | null => {
    const bare = bareName(name)
    if (bare === '') return null
    const same = sameLook(name, bare)
    if (same !== null || bare.length > longestCompared) return same
    const characters = charactersOf(bare)
    const most = (isForgiving ? slipsForgiven : slipsAllowed)(bare.length)
    let nearest: string | null = null
    let fewest = most + 1
    for (let length = bare.length - most; length <= bare.length + most; length++) {
      for (const candidate of ofLength.get(length) ?? []) {
        // A slip takes one character away and brings another at most.
        if (countBits(candidate.characters ^ characters) > 2 * (fewest - 1)) continue
        if (candidate.name === name) continue
        const made =
          isForgiving && isSwapped(bare, candidate.bare) ? 1 : distance(bare, candidate.bare, fewest)
        if (made >= fewest) continue
        nearest = candidate.name
        fewest = made
      }
    }
    return nearest
  }

  const remembered = new Map<string, string | null>()
  return {
    same: (name) => sameLook(name, bareName(name)),
    meant: (name) => {
      const known = remembered.get(name)
      if (known !== undefined) return known
      const meant = findMeant(name)
      if (remembered.size < mostRemembered) remembered.set(name, meant)
      return meant
    },
  }
}
