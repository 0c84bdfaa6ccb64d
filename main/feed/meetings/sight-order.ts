// In which order text stands on paper: the Unicode Bidirectional Algorithm, of stretches that a drawing program takes one by one.
import bidiFactory from 'bidi-js'

const bidi = bidiFactory()

export type Direction = 'ltr' | 'rtl'

/** Of one direction, in logical order; brackets of a stretch from right to left are mirrored already. */
export interface Run {
  readonly text: string
  readonly isRightToLeft: boolean
}

interface LevelRun extends Run {
  readonly level: number
}

const isOdd = (level: number): boolean => level % 2 === 1

/** Rule L2: from the highest level down to the lowest odd one, whatever has that level or a higher one is turned round. */
const inSight = (runs: readonly LevelRun[]): readonly LevelRun[] => {
  const shown = [...runs]
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1)
    for (let from = 0; from < shown.length; from += 1) {
      let to = from
      while ((shown[to]?.level ?? -1) >= level) to += 1
      if (to > from) shown.splice(from, to - from, ...shown.slice(from, to).reverse())
      from = Math.max(from, to)
    }
  return shown
}

const letter = /\p{L}/u
const rightToLeftLetter = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** An English sentence keeps its full stop at its own end, also on a page from right to left. */
const isForeign = (text: string): boolean => letter.test(text) && !rightToLeftLetter.test(text)

/** The runs of one line from left to right. `direction` is that of the page around it. */
export const sightOrder = (text: string, direction: Direction): readonly Run[] => {
  const { levels } = bidi.getEmbeddingLevels(text, isForeign(text) ? 'ltr' : direction)
  const mirrored = bidi.getMirroredCharactersMap(text, levels)
  const runs: LevelRun[] = []
  for (let at = 0; at < text.length; at += 1) {
    const level = levels[at] ?? 0
    const unit = mirrored.get(at) ?? text.charAt(at)
    const last = runs.at(-1)
    if (last?.level === level) runs[runs.length - 1] = { ...last, text: last.text + unit }
    else runs.push({ text: unit, level, isRightToLeft: isOdd(level) })
  }
  return inSight(runs)
}
