// Codes that people read off a wall and type: six of 26 characters, none of which looks like another.
import { randomInt } from 'node:crypto'

/** Without B, I, O, S, 0, 1, 2, 5 and 8, which are mistaken for one another across a room. */
const characters = 'ACDEFGHJKLMNPQRTUVWXY34679'
const codeLength = 6

/** From the system's generator for keys: one code says nothing about the next. */
export const createPairingCode = (): string =>
  Array.from({ length: codeLength }, () => characters[randomInt(characters.length)]).join('')

/** In how many places two codes of one length differ. */
export const differencesOf = (a: string, b: string): number =>
  [...a].filter((character, place) => character !== b[place]).length
