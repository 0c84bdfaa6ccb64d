// What tells a name that the floor does not know apart from the one that was probably meant.
import type { FloorFile } from '../../wire/floor.ts'
import { createLookAlikes, type LookAlikes } from '../words/look-alike.ts'
import { foldedName, isCaseSensitiveId, nameKey } from './name-key.ts'

type People = FloorFile['people']

interface Known {
  readonly text: string
  readonly person: People[number]
}

/** Letters of other scripts that most fonts draw like Latin ones. */
const alike: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    е: 'e',
    н: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
    ѡ: 'w',
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ω: 'w',
    ζ: 'z',
    μ: 'm',
    ı: 'i',
    ł: 'l',
    ø: 'o',
    đ: 'd',
    '0': 'o',
    '1': 'l',
    '|': 'l',
  }),
)

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** The same for names that look alike, or differ in accents only. */
const outline = (key: string): string =>
  [...withoutAccents(key)].map((letter) => alike.get(letter) ?? letter).join('')

/** The same for "Ruiz, Ana" and "Ana Ruiz". */
const words = (key: string): string =>
  key
    .split(/[\s,;]+/)
    .filter(Boolean)
    .sort()
    .join(' ')

const names: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '\u00A0': 'a no-break space',
  '\u202F': 'a narrow no-break space',
  '\u3000': 'an ideographic space',
  '\t': 'a tab',
  '\u00AD': 'a soft hyphen',
  '\u200B': 'a zero-width space',
  '\u200C': 'a zero-width non-joiner',
  '\u200D': 'a zero-width joiner',
  '\u200E': 'a left-to-right mark',
  '\u200F': 'a right-to-left mark',
  '\uFEFF': 'a byte order mark',
}

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const isPlain = (letter: string): boolean => /^[\x21-\x7e]$/.test(letter)

const letterInWords = (letter: string | undefined): string => {
  if (letter === undefined) return 'nothing'
  if (isPlain(letter)) return `"${letter}"`
  const name = names[letter]
  if (name !== undefined) return name
  return /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(letter)
    ? codeOf(letter)
    : `"${letter}" (${codeOf(letter)})`
}

const isSameInAnyCase = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase())

/**
 * Where and in what two texts first differ: `has a no-break space where that has a space, at character 4`. Capitals count
 * only where nothing else differs.
 */
export const firstDifference = (text: string, other: string): string => {
  const [a, b] = [[...text], [...other]]
  const length = Math.max(a.length, b.length)
  let at = 0
  while (at < length && isSameInAnyCase(a[at], b[at])) at += 1
  if (at === length) at = a.findIndex((letter, index) => letter !== b[index])
  return `has ${letterInWords(a[at])} where that has ${letterInWords(b[at])}, at character ${at + 1}`
}

const namesOf = (people: People): readonly Known[] =>
  people.flatMap((person) => [person.id, ...person.aliases, person.name].map((text) => ({ text, person })))

/** Nobody reads a longer list. */
const mostNamed = 3

/** Known names of which several people have each, or which differ in capitals. */
const inSeveral = (written: string, near: readonly Known[]): string => {
  const shown = near
    .slice(0, mostNamed)
    .map(({ text, person }) => (text === person.id ? `"${text}"` : `"${text}" (${person.id})`))
  const isNamesake = near.every(
    ({ text, person }) => text === person.name && nameKey(text) === nameKey(written),
  )
  if (isNamesake) return `is the name of several people: ${near.map(({ person }) => person.id).join(', ')}`
  return `differs in capitals only from ${shown.join(' and ')}`
}

/** Known names by what they look like, each once for each person; made when it is first asked. */
const lookUp = (known: readonly Known[], keyOf: (text: string) => string) => {
  let found: Map<string, Known[]> | null = null
  const make = (): Map<string, Known[]> => {
    const byLook = new Map<string, Known[]>()
    const seen = new Set<string>()
    for (const each of known) {
      const own = JSON.stringify([each.text, each.person.id])
      if (seen.has(own)) continue
      seen.add(own)
      const key = keyOf(each.text)
      const others = byLook.get(key)
      if (others) others.push(each)
      else byLook.set(key, [each])
    }
    return byLook
  }
  return (written: string): readonly Known[] => {
    found ??= make()
    return found.get(keyOf(written)) ?? []
  }
}

const inPlaceOf = (written: string, { text, person }: Known): string =>
  `is not "${text}" (${person.id}): it ${firstDifference(foldedName(written), foldedName(text))}`

export interface NameDifferences {
  /** The known name that is alike but for case, spaces and hyphens, else the one with fewest slips; null without one. */
  meant(written: string): string | null
  /**
   * The rest of a sentence that begins with a name nobody has, where it looks like a known one: a letter of another
   * script, an accent, a capital. Null where there is nothing to say.
   */
  hidden(written: string): string | null
  /** The same where it is near in any other way too: its words in another order, or `meant`. */
  any(written: string): string | null
}

/** What tells names apart from those of `people`. It looks at all of them once, and then for each name at those like it. */
export const createNameDifferences = (people: People): NameDifferences => {
  const known = namesOf(people)
  const inCapitalsOnly = lookUp(known, (text) => foldedName(text).toLowerCase())
  const ofSameLook = lookUp(known, (text) => outline(nameKey(text)))
  const ofSameWords = lookUp(known, (text) => words(nameKey(text)))
  let lookAlikes: LookAlikes | null = null
  const meant = (written: string): string | null => {
    lookAlikes ??= createLookAlikes(people.flatMap(({ id, name, aliases }) => [name, id, ...aliases]))
    return lookAlikes.meant(written)
  }

  const hidden = (written: string): string | null => {
    const inCapitals = inCapitalsOnly(written)
    if (inCapitals.length > 0) {
      const exact = inCapitals.every(({ text }) => isCaseSensitiveId(foldedName(text)))
      return `${inSeveral(written, inCapitals)}${exact ? '; ids of 15 characters are taken exactly' : ''}`
    }
    const [looks] = ofSameLook(written)
    return looks === undefined ? null : inPlaceOf(written, looks)
  }

  return {
    meant,
    hidden,
    any: (written) => {
      const look = hidden(written)
      if (look !== null) return look
      const [ordered] = ofSameWords(written)
      if (ordered !== undefined)
        return `is "${ordered.text}" (${ordered.person.id}) with its words in another order`
      const near = meant(written)
      const close = near === null ? undefined : known.find(({ text }) => text === near)
      return close === undefined ? null : inPlaceOf(written, close)
    },
  }
}
