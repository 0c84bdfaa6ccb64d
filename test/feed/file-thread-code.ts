// What a thread of the feed runs to work on a dropped file, bundled from its sources as `npm run build` does it.
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const source = fileURLToPath(new URL('../../main/feed/import-files/file-thread.worker.ts', import.meta.url))

let built: string | null = null

export const fileThreadCode = (): string => {
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
