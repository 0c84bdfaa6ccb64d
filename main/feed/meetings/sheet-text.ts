// Text on a sheet: each stretch in the font that has its letters, in the order in which it is read. On a page from right to left
// all that is placed is placed from the right edge.
import type PDFDocument from 'pdfkit'
import { type FontFile, isRightToLeft, type SheetFonts, type Weight } from './sheet-fonts.ts'
import { type Direction, sightOrder } from './sight-order.ts'

type Document = InstanceType<typeof PDFDocument>

interface Stretch {
  readonly file: FontFile
  readonly text: string
}

export interface SheetText {
  /** Where something of that width comes to lie, in points from the left edge, that begins so far from the edge where one reads from. */
  left(from: number, wide?: number): number
  /** In points. */
  width(text: string, size: number, weight?: Weight): number
  /** `x` is from the edge where one reads from, `y` the baseline. At the end of `width`, where it is given with `atEnd`. Cut off where it is longer. */
  draw(text: string, at: TextAt): void
  /** Lines of at most that width; a word that is longer is broken. The last of `most` lines says that there is more. */
  lines(text: string, width: number, size: number, weight?: Weight, most?: number): readonly string[]
}

export interface TextAt {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
  readonly width?: number
  readonly atEnd?: boolean
}

/** What no font has is shown as that. */
const unknownCharacter = '?'

/** Some fonts claim those, and have none. */
const pictograph = /^\p{Emoji_Presentation}$/u

/** Marks, joiners and variants belong to the letter before them. */
const joined = /^(\p{M}|\u200C|\u200D)$/u

/** What turns text round without a letter of its own: whoever typed a name does not order the page. Plain marks stay. */
const plainMarks = (text: string): string =>
  text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '').normalize('NFC')

const stretchesOf = (text: string, fonts: SheetFonts, weight: Weight): readonly Stretch[] => {
  const found: { file: FontFile; text: string }[] = []
  for (const character of text.replaceAll(/(?![\u200C\u200D])\p{Cf}/gu, '').normalize('NFC')) {
    const last = found.at(-1)
    if (last && joined.test(character)) {
      last.text += character
      continue
    }
    const own = pictograph.test(character) ? null : fonts.fileFor(character, weight)
    const file = own ?? fonts.fileFor(unknownCharacter, weight)
    if (file === null) continue
    const shown = own === null ? unknownCharacter : character
    if (last?.file === file) last.text += shown
    else found.push({ file, text: shown })
  }
  return found
}

/**
 * From left to right, as one line of a page. pdfkit's shaper turns the letters of a right-to-left font itself, a word at a time;
 * words are apart by their spaces, which another font has.
 */
const inSight = (text: string, fonts: SheetFonts, weight: Weight, direction: Direction): readonly Stretch[] =>
  sightOrder(text, direction).flatMap(({ text: run, isRightToLeft: isTurned }) => {
    const stretches = stretchesOf(run, fonts, weight)
    if (!isTurned) return stretches
    return stretches
      .toReversed()
      .map(({ file, text: letters }) =>
        isRightToLeft(file) ? { file, text: letters } : { file, text: [...letters].reverse().join('') },
      )
  })

/** Opens the fonts that these texts need, each once. */
export const openSheetText = async (
  document: Document,
  fonts: SheetFonts,
  texts: readonly string[],
  direction: Direction,
): Promise<SheetText> => {
  const opened = new Set<string>()
  for (const weight of [400, 700] as const) {
    const characters = [...new Set(texts.join('').normalize('NFC')), unknownCharacter, '…', ' ']
    for (const { file } of stretchesOf(characters.join(''), fonts, weight)) {
      if (opened.has(file.file)) continue
      opened.add(file.file)
      document.registerFont(file.file, await fonts.read(file))
    }
  }
  const use = ({ file, text }: Stretch, size: number): number => {
    document.font(file.file).fontSize(size)
    return document.widthOfString(text)
  }
  const measured = new Map<string, number>()
  const width = (text: string, size: number, weight: Weight = 400): number => {
    const key = `${weight} ${text}`
    // Widths grow with the size alone.
    const known =
      measured.get(key) ??
      stretchesOf(text, fonts, weight).reduce((sum, stretch) => sum + use(stretch, 100), 0)
    measured.set(key, known)
    return (known * size) / 100
  }
  const cut = (text: string, most: number, size: number, weight: Weight): string => {
    if (width(text, size, weight) <= most) return text
    const letters = [...text]
    const upTo = (count: number): string => `${letters.slice(0, count).join('').trimEnd()}…`
    let [fits, over] = [0, letters.length]
    while (over - fits > 1) {
      const middle = Math.floor((fits + over) / 2)
      if (width(upTo(middle), size, weight) <= most) fits = middle
      else over = middle
    }
    return upTo(fits)
  }

  const left = (from: number, wide = 0): number =>
    direction === 'rtl' ? document.page.width - from - wide : from

  return {
    width,
    left,
    draw: (text, { x, y, size, weight = 400, colour = '#0b1220', width: most, atEnd = false }) => {
      const shown = most === undefined ? text : cut(text, most, size, weight)
      const wide = width(shown, size, weight)
      let at = left(atEnd && most !== undefined ? x + most - wide : x, wide)
      for (const stretch of inSight(plainMarks(shown), fonts, weight, direction)) {
        const own = use(stretch, size)
        document.fillColor(colour).text(stretch.text, at, y, { lineBreak: false, baseline: 'alphabetic' })
        at += own
      }
    },
    lines: (text, most, size, weight = 400, mostLines = Number.POSITIVE_INFINITY) => {
      const made: string[] = []
      for (const paragraph of text.split('\n')) {
        let line = ''
        for (const word of paragraph.split(/(?<=[\s-])/u)) {
          if (width((line + word).trimEnd(), size, weight) <= most) {
            line += word
            continue
          }
          if (line !== '') made.push(line.trimEnd())
          line = ''
          for (const letter of word) {
            if (line !== '' && width(line + letter, size, weight) > most) {
              made.push(line)
              line = ''
            }
            line += letter
          }
        }
        made.push(line.trimEnd())
      }
      if (made.length <= mostLines) return made
      const kept = made.slice(0, mostLines)
      return [...kept.slice(0, -1), cut(`${kept.at(-1) ?? ''} …`, most, size, weight)]
    },
  }
}
