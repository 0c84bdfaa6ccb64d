// How a person or a team looks on the wall before anybody has uploaded a photo.
import type { Face } from '../../wire/view-parts.ts'
import type { Member, TeamNode } from '../people/roster.ts'

const hues = 8

/** Of whoever stands at a place in the floor file, so that colours stay with them. */
export const hueAt = (index: number): number => index % hues

/** The one that can be told from it best. */
export const oppositeHue = (hue: number): number => hueAt(hue + hues / 2)

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const firstLetter = (word: string): string => {
  for (const { segment } of graphemes.segment(word)) return segment.toLocaleUpperCase()
  return ''
}

const wordsOf = (name: string): readonly string[] =>
  name.split(/[\s·・]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))

/** "PR" for Priya Raman; the first letter alone for a name of one word. */
export const initialsOf = (name: string): string => {
  const words = wordsOf(name)
  const [first, last] = [words[0] ?? name, words.length > 1 ? words.at(-1) : undefined]
  return firstLetter(first) + (last === undefined ? '' : firstLetter(last))
}

/** Scripts in which a letter and a full stop abbreviate nothing. */
const unabbreviated =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** "Priya R."; names of one word, and names in scripts that know no such abbreviation, stay whole. */
export const shortNameOf = (name: string): string => {
  const words = wordsOf(name)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length < 2 || unabbreviated.test(name)) return name
  return `${first} ${firstLetter(last)}.`
}

const faces = new WeakMap<Member, Face>()

/** `index` is the person's place in the floor file, so that colours stay with people. */
export const faceOf = (member: Member, index: number): Face => {
  const known = faces.get(member)
  if (known) return known
  const { name, photo } = member
  const face = { name, short: shortNameOf(name), initials: initialsOf(name), hue: hueAt(index), photo }
  faces.set(member, face)
  return face
}

/** `index` is the team's place in the floor file. */
export const teamFace = ({ name }: TeamNode, index: number): Face => ({
  name,
  short: name,
  initials: initialsOf(name),
  hue: hueAt(index),
  photo: null,
})
