// Text on a sheet: each stretch in the font that has its letters, names of right-to-left scripts in their own order.
import type PDFDocument from 'pdfkit'
import { type FontFile, isRightToLeft, type SheetFonts, type Weight } from './sheet-fonts.ts'

type Document = InstanceType<typeof PDFDocument>

interface Stretch {
  readonly file: FontFile
  readonly text: string
}

export interface SheetText {
  /** In points. */
  width(text: string, size: number, weight?: Weight): number
  /** `y` is the baseline. At the end of `width`, where it is given with `atEnd`. Cut off where it is longer. */
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

/** Several words of a right-to-left script stand from right to left, with the spaces between them. */
const inSight = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const shown: Stretch[] = []
  let turned: Stretch[] = []
  const flush = (): void => {
    // A space after the last of these words is no part of them.
    const tail = turned.findLastIndex(({ file }) => isRightToLeft(file)) + 1
    shown.push(...turned.slice(0, tail).reverse(), ...turned.slice(tail))
    turned = []
  }
  for (const stretch of stretches) {
    if (isRightToLeft(stretch.file)) turned.push(stretch)
    else if (turned.length > 0 && /^[\s\p{P}]+$/u.test(stretch.text)) turned.push(stretch)
    else {
      flush()
      shown.push(stretch)
    }
  }
  flush()
  return shown
}

/** Opens the fonts that these texts need, each once. */
export const openSheetText = async (
  document: Document,
  fonts: SheetFonts,
  texts: readonly string[],
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

  return {
    width,
    draw: (text, { x, y, size, weight = 400, colour = '#0b1220', width: most, atEnd = false }) => {
      const shown = most === undefined ? text : cut(text, most, size, weight)
      let at = atEnd && most !== undefined ? x + most - width(shown, size, weight) : x
      for (const stretch of inSight(stretchesOf(shown, fonts, weight))) {
        const wide = use(stretch, size)
        document.fillColor(colour).text(stretch.text, at, y, { lineBreak: false, baseline: 'alphabetic' })
        at += wide
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
