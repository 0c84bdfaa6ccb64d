// The fonts of printed sheets: the same as those of the console and the wall, in the form that a PDF takes. Browsers read
// variable WOFF2; a PDF is given plain TrueType of one weight, packed with gzip. Each file has the characters of one range,
// so that a sheet opens only what its names are written with.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const pack = promisify(gzip)

/** Bold Han would be as large again, and stands in headings alone. */
export const sheetFamilies = [
  { name: 'inter', weights: [400, 700] },
  { name: 'noto-sans-arabic', weights: [400, 700] },
  { name: 'noto-sans-hebrew', weights: [400, 700] },
  { name: 'noto-sans-devanagari', weights: [400, 700] },
  { name: 'noto-sans-thai', weights: [400, 700] },
  { name: 'noto-sans-jp', weights: [400] },
  { name: 'noto-sans-kr', weights: [400] },
  { name: 'noto-sans-sc', weights: [400] },
  { name: 'noto-sans-tc', weights: [400] },
]

/** Claimed by families that have hardly any of it. */
const leftOut = new Set(['math', 'symbols'])

/** @param {string} text as CSS writes it: `U+0000-00FF, U+0131` */
const rangesOf = (text) =>
  text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })

/** @param {readonly (readonly number[])[]} ranges */
const charactersOf = (ranges) =>
  ranges
    .flatMap(([from = 0, to = from]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
    // Halves of surrogate pairs are no characters.
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .join('')

/**
 * Writes the fonts, and `fonts.json` that says which has what. Of each family only what the first one has not.
 * @param {string} folder
 * @param {readonly { name: string, weights: readonly number[] }[]} families
 */
export async function makeSheetFonts(folder, families = sheetFamilies) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const list = []
  /** @type {Set<string>} */
  const common = new Set()
  for (const { name, weights } of families) {
    const home = dirname(require.resolve(`@fontsource-variable/${name}/package.json`))
    /** @type {Record<string, string>} */
    const subsets = JSON.parse(await readFile(join(home, 'unicode.json'), 'utf8'))
    for (const [key, text] of Object.entries(subsets)) {
      const subset = key.replace(/[[\]]/g, '')
      if (leftOut.has(subset) || (name !== 'inter' && common.has(subset))) continue
      if (name === 'inter') common.add(subset)
      const ranges = rangesOf(text)
      const woff2 = await readFile(join(home, 'files', `${name}-${subset}-wght-normal.woff2`))
      for (const weight of weights) {
        const file = `${name}-${subset}-${weight}.ttf.gz`
        const font = await subsetFont(woff2, charactersOf(ranges), {
          targetFormat: 'truetype',
          variationAxes: { wght: weight },
        })
        await writeFile(join(folder, file), await pack(font))
        list.push({ family: name, weight, file, ranges })
      }
    }
  }
  await writeFile(join(folder, 'fonts.json'), JSON.stringify(list))
}
