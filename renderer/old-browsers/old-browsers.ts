// Puts into a built TV what old browsers need: the page's first script, and beside it a style sheet and a script that only
// such browsers load.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import type { Plugin } from 'vite'
import { oldStyleSheet } from './old-style-sheet.ts'
import { oldestChromium } from './oldest.ts'
import { oldBrowserWords } from './words.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const hashed = (name: string, text: string, extension: string): string =>
  `assets/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.${extension}`

const words = Object.fromEntries(['en', 'de'].map((language) => [language, oldBrowserWords(language)]))

const firstScript = async (parts: Readonly<Record<string, string>>): Promise<string> => {
  const source = await readFile(here('first.js'), 'utf8')
  const filled = source
    .replace("'%WORDS%'", () => JSON.stringify(words))
    .replace("'%PARTS%'", () => JSON.stringify(parts))
  // Fails where the script holds what ECMAScript 5 does not know.
  return (await transform(filled, { target: 'es5', minify: true, charset: 'ascii' })).code
}

const catchUpScript = async (sheetContainers: object): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [here('catch-up.ts')],
    bundle: true,
    format: 'iife',
    minify: true,
    target: `chrome${oldestChromium}`,
    legalComments: 'none',
    write: false,
    define: { sheetContainers: JSON.stringify(sheetContainers) },
  })
  return outputFiles[0]?.text ?? ''
}

export const oldBrowsers = (): Plugin => ({
  name: 'floorboard-old-browsers',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const sheet = Object.values(bundle).find(
        (part) => part.type === 'asset' && /^assets\/style-.*\.css$/.test(part.fileName),
      )
      if (sheet?.type !== 'asset') throw new Error('the TV has no style sheet')
      const { css, containers } = oldStyleSheet(String(sheet.source))
      const script = await catchUpScript(containers)
      const emit = (name: string, source: string, extension: string): string => {
        const fileName = hashed(name, source, extension)
        this.emitFile({ type: 'asset', fileName, source })
        return fileName
      }
      const parts = { style: emit('old-style', css, 'css'), catchUp: emit('catch-up', script, 'js') }
      const first = emit('first', await firstScript(parts), 'js')
      for (const part of Object.values(bundle))
        if (part.type === 'asset' && part.fileName.endsWith('.html'))
          part.source = String(part.source).replace(
            '<noscript>',
            () => `<script src="./${first}"></script>\n    <noscript>`,
          )
    },
  },
})
