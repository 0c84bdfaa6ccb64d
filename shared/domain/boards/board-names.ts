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
const lettersOf = (word: string): readonly string[] =>
  Array.from(graphemes.segment(word), ({ segment }) => segment)

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

/** The fewest letters of the last name that nobody else of this first name has; null where it takes all of them. */
const shortest = (parts: Parts, others: readonly Parts[]): string | null => {
  const length = lettersOf(parts.last).length
  const namesakes = others.filter(({ first }) => alike(first) === alike(parts.first))
  for (let letters = 1; letters === 1 || letters < length - 1; letters++) {
    const own = alike(beginning(parts.last, letters))
    if (!namesakes.some(({ last }) => alike(beginning(last, letters)) === own))
      return abbreviated(parts, letters)
  }
  return null
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
  const parts = names.map(partsOf)
  const shorts = people.map(({ name }, at) => {
    const own = parts[at]
    if (!own) return whole[at] ?? name
    // Namesakes are told apart by what follows their name.
    const isNamesake = (place: number): boolean => alike(names[place] ?? '') === alike(name)
    const others = parts.flatMap((other, place) => (place === at || isNamesake(place) ? [] : (other ?? [])))
    return (shortest(own, others) ?? name) + (whole[at] ?? '').slice(name.length)
  })
  // Somebody may be called "Anna K." in full.
  const apart = toldApart(shorts, (at) => whole[at] ?? '')
  return people.map(({ name }, at) => ({ name: whole[at] ?? name, short: apart[at] ?? name }))
}
