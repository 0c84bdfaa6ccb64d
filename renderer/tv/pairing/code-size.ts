// How large a code is set: as large as its place allows, whichever letters it has.

/** In ems of the display face at its weight here, a little generous; all others are narrower than `usual`. */
const wide: Readonly<Record<string, number>> = { W: 1.1, M: 0.98, Q: 0.88, G: 0.87 }
const narrow = /[EFJLTY34679]/
const usual = 0.84
const gap = 0.34

const widthOf = (character: string): number => wide[character] ?? (narrow.test(character) ? 0.75 : usual)

/** In rem; `place` is how much there is. */
export const codeSize = (code: string, place: number): number =>
  Math.min(26, place / [...code].reduce((sum, character) => sum + widthOf(character), gap))
