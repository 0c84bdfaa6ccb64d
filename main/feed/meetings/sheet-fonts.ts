// The fonts that printed sheets are written with, as `scripts/sheet-fonts.mjs` made them: which file has a character.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import { hanOf } from '../../../shared/domain/words/han.ts'

const unpack = promisify(gunzip)

const FontFile = z.object({
  family: z.string(),
  weight: z.int(),
  file: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])),
})
export type FontFile = z.infer<typeof FontFile>

export type Weight = 400 | 700

export interface SheetFonts {
  /** The file that has this character, as people of the locale write it; null where none has. */
  fileFor(character: string, weight: Weight): FontFile | null
  /** As a PDF takes it. */
  read(file: FontFile): Promise<Buffer>
}

const rightToLeft: ReadonlySet<string> = new Set(['noto-sans-arabic', 'noto-sans-hebrew'])
export const isRightToLeft = ({ family }: FontFile): boolean => rightToLeft.has(family)

const has = ({ ranges }: FontFile, code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to)

/** `folder` as it was built; `locale` (BCP 47) decides whose form of the Han characters comes first. */
export const openSheetFonts = (folder: string, locale: string): SheetFonts => {
  const all = z.array(FontFile).parse(JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8')))
  const first = `noto-sans-${hanOf(locale)}`
  const files = [...all].sort((a, b) => Number(b.family === 'inter') - Number(a.family === 'inter'))
  const inOrder = [
    ...files.filter(({ family }) => !/-(jp|kr|sc|tc)$/.test(family)),
    ...files.filter(({ family }) => family === first),
    ...files.filter(({ family }) => /-(jp|kr|sc|tc)$/.test(family) && family !== first),
  ]
  // Thousands of ranges are looked through for each character, and a sheet has few different ones.
  const found = new Map<string, FontFile | null>()
  return {
    fileFor: (character, weight) => {
      const key = `${weight} ${character}`
      const known = found.get(key)
      if (known !== undefined) return known
      const code = character.codePointAt(0) ?? 0
      const having = inOrder.filter((file) => has(file, code))
      const file = having.find((each) => each.weight === weight) ?? having[0] ?? null
      found.set(key, file)
      return file
    },
    read: async ({ file }) => unpack(await readFile(join(folder, file))),
  }
}
