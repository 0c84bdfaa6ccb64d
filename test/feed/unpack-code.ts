// What the feed's thread runs to unpack workbooks, bundled from its sources as `npm run build` does it.
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const source = fileURLToPath(new URL('../../main/feed/import-files/unpack-sheet.worker.ts', import.meta.url))

let built: string | null = null

export const unpackCode = (): string => {
  const [file] =
    built === null
      ? buildSync({
          entryPoints: [source],
          bundle: true,
          platform: 'node',
          format: 'cjs',
          write: false,
          logLevel: 'error',
        }).outputFiles
      : []
  built ??= file?.text ?? ''
  return built
}
