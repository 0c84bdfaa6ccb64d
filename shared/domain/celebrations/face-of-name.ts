// How somebody looks who need not be one of the floor's people: a leader who writes a word.
import type { Face } from '../../wire/view-parts.ts'
import { initialsOf, shortNameOf } from '../boards/board-names.ts'
import { hueAt } from '../boards/face.ts'

/** `photo`: an address; null draws the initials. `hue`: where nothing tells their colour, their name does. */
export const faceOfName = (name: string, photo: string | null, hue = hueAt(name.length)): Face => ({
  name,
  short: shortNameOf(name),
  initials: initialsOf(name),
  hue,
  photo,
})
