// How people are called on a board: as short as tells them apart there.
import { foldedName } from '../people/name-key.ts'

/** Somebody on a board. `team`: the name of theirs, if they are on one. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly team: string | null
}

export interface BoardName {
  /** In full; with their team where somebody else on the board has the same name. */
  readonly name: string
  readonly short: string
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** In these every sign is a letter by itself: most names, cut a hundred times as fast. */
const plainWord = /^[\x20-\x7e\u00c0-\u024f]*$/
const lettersOf = (word: string): readonly string[] =>
  plainWord.test(word) ? [...word] : Array.from(graphemes.segment(word), ({ segment }) => segment)

/** "(EMEA)", "[contractor]": said of somebody, and no part of their name. */
const brackets = /[([{（［｛【][^)\]}）］｝】]*[)\]}）］｝】]?/gu

const wordsIn = (text: string): readonly string[] =>
  text.split(/[\s·・]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))

/** Of a name that is nothing but a bracket, what is in it. */
const wordsOf = (name: string): readonly string[] => {
  const words = wordsIn(name.replaceAll(brackets, ' '))
  return words.length > 0 ? words : wordsIn(name)
}

/** The beginning of a word, its quotes and dashes left out; the first letter is a capital. */
const beginning = (word: string, letters: number): string => {
  const [first = '', ...rest] = lettersOf(word.replace(/^[^\p{L}\p{N}]+/u, ''))
  return first.toUpperCase() + rest.slice(0, letters - 1).join('')
}

/** "PR" for Priya Raman; the first letter alone for a name of one word. */
export const initialsOf = (name: string): string => {
  const words = wordsOf(name)
  const [first, last] = [words[0] ?? name, words.length > 1 ? words.at(-1) : undefined]
  return beginning(first, 1) + (last === undefined ? '' : beginning(last, 1))
}

/** Scripts in which letters and a full stop abbreviate nothing. */
const unabbreviated =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

interface Parts {
  readonly first: string
  readonly last: string
}

/** Null for names that have no short form: of one word, and in scripts that know no abbreviation. */
const partsOf = (name: string): Parts | null => {
  const words = wordsOf(name)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length < 2) return null
  if (unabbreviated.test(words.join(' '))) return null
  return { first, last }
}

/** Names that are read as the same, whatever their letters, spaces, apostrophes and marks are made of. */
const alike = (text: string): string => foldedName(text).toLowerCase()

const abbreviated = ({ first, last }: Parts, letters: number): string =>
  `${first} ${beginning(last, letters)}.`

/** "Priya R.", as somebody is called who stands alone. */
export const shortNameOf = (name: string): string => {
  const parts = partsOf(name)
  return parts === null ? name : abbreviated(parts, 1)
}

/** A name that can be shortened; `key` is the same for names that are read as the same. */
interface Member {
  readonly key: string
  readonly parts: Parts
}

/**
 * For members who share a first name: the fewest letters of the last name that nobody of another name has; null where it
 * takes all of them. Each beginning is looked at once and not for each pair, since a board may show a thousand people.
 */
const createShortest = (members: readonly Member[]): ((member: Member) => string | null) => {
  /** By number of letters: whose each beginning is; null where it is that of several names. */
  const owners = new Map<number, ReadonlyMap<string, string | null>>()
  const ownersOf = (letters: number): ReadonlyMap<string, string | null> => {
    const known = owners.get(letters)
    if (known) return known
    const found = new Map<string, string | null>()
    for (const { key, parts } of members) {
      const begins = alike(beginning(parts.last, letters))
      const owner = found.get(begins)
      found.set(begins, owner === undefined || owner === key ? key : null)
    }
    owners.set(letters, found)
    return found
  }
  return ({ key, parts }) => {
    const length = lettersOf(parts.last).length
    for (let letters = 1; letters === 1 || letters < length - 1; letters++) {
      const begins = alike(beginning(parts.last, letters))
      if (ownersOf(letters).get(begins) === key) return abbreviated(parts, letters)
    }
    return null
  }
}

/** The short form of each name among all of them; null for one that has none. */
const shortened = (names: readonly string[]): readonly (string | null)[] => {
  const groups = new Map<string, Member[]>()
  const placed = names.map((name) => {
    const parts = partsOf(name)
    if (parts === null) return null
    const first = alike(parts.first)
    const member = { key: alike(name), parts }
    const group = groups.get(first)
    if (group) group.push(member)
    else groups.set(first, [member])
    return { first, member }
  })
  const shortestOf = new Map([...groups].map(([first, members]) => [first, createShortest(members)]))
  return placed.map((each) => each && (shortestOf.get(each.first)?.(each.member) ?? null))
}

const countOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(alike(text), (counts.get(alike(text)) ?? 0) + 1)
  return counts
}

/** Texts of which some are alike, each of those replaced by what is more of the same. */
const toldApart = (texts: readonly string[], more: (at: number) => string): readonly string[] => {
  const counts = countOf(texts)
  return texts.map((text, at) => ((counts.get(alike(text)) ?? 0) > 1 ? more(at) : text))
}

/**
 * One for each, in their order: "Anna K."; "Anna Kr." and "Anna Ku." where that is not enough; else the whole name. Two
 * of the same name have their team with it, and their id where that is the same too.
 */
export const namesOnBoard = (people: readonly Named[]): readonly BoardName[] => {
  const names = people.map(({ name }) => name)
  const withTeam = toldApart(names, (at) => {
    const { name, team, id } = people[at] ?? { name: '', team: null, id: '' }
    return `${name} · ${team ?? id}`
  })
  const whole = toldApart(withTeam, (at) => `${names[at] ?? ''} · ${people[at]?.id ?? ''}`)
  const short = shortened(names)
  // Namesakes are told apart by what follows their name.
  const shorts = names.map((name, at) => {
    const full = whole[at] ?? name
    const own = short[at]
    return own == null ? full : own + full.slice(name.length)
  })
  // Somebody may be called "Anna K." in full.
  const apart = toldApart(shorts, (at) => whole[at] ?? '')
  return people.map(({ name }, at) => ({ name: whole[at] ?? name, short: apart[at] ?? name }))
}
